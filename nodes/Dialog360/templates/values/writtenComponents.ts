import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../../shared/failures/failure';
import { jsonList } from '../../../shared/input/json/json';
import { isObject } from '../../../shared/json';
import { writtenParameter } from './writtenParameter';
import type { HowWritten } from './writtenParameter';

export const LABEL = 'Components (JSON)';

const EXAMPLE = '[{"type": "body", "parameters": [{"type": "text", "text": "Ann"}]}]';

/**
 * The components of a message as the user wrote them, by WhatsApp's documentation.
 *
 * @throws Failure naming the place of what WhatsApp would refuse
 */
export function writtenComponents(value: unknown, label = LABEL, how: HowWritten = {}): IDataObject[] {
	return components(label, jsonList(label, value, EXAMPLE), how);
}

/** Whether values are given as WhatsApp writes components. */
export function areComponents(given: unknown): given is IDataObject[] {
	return Array.isArray(given) && given.length > 0 && given.every((one) => isObject(one) && hasParameters(one));
}

function hasParameters(component: IDataObject): boolean {
	return typeof component.type === 'string' && ('parameters' in component || 'cards' in component);
}

function components(place: string, given: Array<Record<string, unknown>>, how: HowWritten): IDataObject[] {
	return given.map((component, index): IDataObject => {
		const here = `${place} > ${index + 1}`;
		if (typeof component.type !== 'string' || component.type === '') throw wrong(here, 'has no type');
		const { parameters, cards } = component;
		return {
			...(component as IDataObject),
			...(parameters !== undefined && {
				parameters: listAt(`${here} > parameters`, parameters).map((one, at) =>
					writtenParameter(`${here} > parameters > ${at + 1}`, one, how),
				),
			}),
			...(cards !== undefined && {
				cards: listAt(`${here} > cards`, cards).map((card, at): IDataObject => {
					const inCard = `${here} > cards > ${at + 1} > components`;
					return {
						...(card as IDataObject),
						components: components(inCard, listAt(inCard, card.components), how),
					};
				}),
			}),
		};
	});
}

function listAt(place: string, value: unknown): Array<Record<string, unknown>> {
	if (Array.isArray(value) && value.every(isObject)) return value;
	throw wrong(place, 'is no list of objects');
}

function wrong(place: string, what: string) {
	return badField(place, what, `Give each component its type, and each text within quotes, e.g. ${EXAMPLE}.`);
}
