import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../shared/failures/failure';
import { jsonList } from '../../shared/input/checks';
import { checkComplete, isEmpty } from './givenValues';
import type { Given } from './givenValues';
import type { Part, Values } from './slots';

const LABEL = 'Components (JSON)';

/**
 * The components of a message with a template, from the values of its slots.
 *
 * @throws Failure when a value is missing or not what WhatsApp takes
 */
export function buildComponents(parts: Part[], given: Given, media: Values['media']): IDataObject[] {
	checkComplete(given, parts);
	const values: Values = { get: (id) => (isEmpty(given[id]) ? undefined : given[id]), media };
	return parts
		.map((part) => part.build(values))
		.filter((component): component is IDataObject => component !== undefined);
}

/**
 * The components as the user wrote them.
 *
 * @throws Failure when they are no list of objects
 */
export function readComponents(value: unknown): IDataObject[] {
	return jsonList(LABEL, value, '[{"type": "body", "parameters": [{"type": "text", "text": "Ann"}]}]') as IDataObject[];
}

/**
 * Compares components written by hand with the template.
 *
 * @throws Failure naming the component and how many parameters it wants
 */
export function checkCounts(given: IDataObject[], parts: Part[]): void {
	const components = given.map((component): IDataObject => ({
		...component,
		type: String(component.type).toLowerCase(),
	}));
	for (const part of parts) {
		if (part.count === undefined) continue;
		const count = parametersOf(components.find((component) => part.isFor(component))).length;
		if (count !== part.count) {
			throw badField(
				LABEL,
				`has ${count} values for ${part.name}; the template wants ${part.count}`,
				'Give each component as many parameters as the template has variables.',
			);
		}
	}
	const isExtra = ({ type }: IDataObject) => type === 'header' || type === 'body';
	const extra = components.find(
		(one) => isExtra(one) && parametersOf(one).length > 0 && !parts.some((part) => part.isFor(one)),
	);
	if (extra)
		throw badField(
			LABEL,
			`has values for the ${String(extra.type)}, and the template has no variables there`,
			'Remove this component.',
		);
}

function parametersOf(component: IDataObject | undefined): unknown[] {
	const list = component?.parameters ?? component?.cards;
	return Array.isArray(list) ? list : [];
}
