import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../../shared/failures/failure';
import { jsonList } from '../../../shared/input/json/json';
import { variableText } from '../../../shared/input/templates/variableText';
import { isObject } from '../../../shared/json';

export const LABEL = 'Components (JSON)';

const EXAMPLE = '[{"type": "body", "parameters": [{"type": "text", "text": "Ann"}]}]';
/** Parameters of these types hold one text under the name of the type. */
const TEXTS = ['text', 'payload'];

/**
 * The components of a message as the user wrote them, by WhatsApp's documentation.
 *
 * @throws Failure naming the place of what WhatsApp would refuse
 */
export function writtenComponents(value: unknown, label = LABEL, flattens = false): IDataObject[] {
	return components(label, jsonList(label, value, EXAMPLE), flattens);
}

/** Whether values are given as WhatsApp writes components. */
export function areComponents(given: unknown): given is IDataObject[] {
	return Array.isArray(given) && given.length > 0 && given.every((one) => isObject(one) && hasParameters(one));
}

function hasParameters(component: IDataObject): boolean {
	return typeof component.type === 'string' && ('parameters' in component || 'cards' in component);
}

function components(place: string, given: Array<Record<string, unknown>>, flattens: boolean): IDataObject[] {
	return given.map((component, index): IDataObject => {
		const here = `${place} > ${index + 1}`;
		if (typeof component.type !== 'string' || component.type === '') throw wrong(here, 'has no type');
		const { parameters, cards } = component;
		return {
			...(component as IDataObject),
			...(parameters !== undefined && {
				parameters: listAt(`${here} > parameters`, parameters).map((one, at) =>
					parameter(`${here} > parameters > ${at + 1}`, one, flattens),
				),
			}),
			...(cards !== undefined && {
				cards: listAt(`${here} > cards`, cards).map((card, at): IDataObject => {
					const inCard = `${here} > cards > ${at + 1} > components`;
					return {
						...(card as IDataObject),
						components: components(inCard, listAt(inCard, card.components), flattens),
					};
				}),
			}),
		};
	});
}

function parameter(place: string, given: Record<string, unknown>, flattens: boolean): IDataObject {
	const { type } = given;
	if (typeof type !== 'string' || type === '') throw wrong(place, 'has no type');
	if (!TEXTS.includes(type)) return given as IDataObject;
	if (typeof given[type] !== 'string')
		throw wrong(`${place} > ${type}`, `holds ${JSON.stringify(given[type]) ?? 'nothing'}`);
	return { ...(given as IDataObject), [type]: variableText(`${place} > ${type}`, given[type], { flattens }) };
}

function listAt(place: string, value: unknown): Array<Record<string, unknown>> {
	if (Array.isArray(value) && value.every(isObject)) return value;
	throw wrong(place, 'is no list of objects');
}

function wrong(place: string, what: string) {
	return badField(place, what, `Give each component its type, and each text within quotes, e.g. ${EXAMPLE}.`);
}
