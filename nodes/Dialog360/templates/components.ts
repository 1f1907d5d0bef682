import type { IDataObject } from 'n8n-workflow';
import { counted } from '../../shared/failures/counted';
import { badField } from '../../shared/failures/failure';
import { isEmpty } from '../../shared/input/templates/templateForm';
import { checkComplete } from './givenValues';
import type { Given } from './givenValues';
import { LABEL } from './values/writtenComponents';
import type { Part, Values } from './slots';

/**
 * The components of a message with a template, from the values of its slots.
 *
 * @param how `zone` is the workflow's time zone, `flattens` whether line breaks in values become blanks, `isJson`
 * whether the values were given as JSON
 * @throws Failure when a value is missing or not what WhatsApp takes
 */
export function buildComponents(
	parts: Part[],
	given: Given,
	media: Values['media'],
	{ isJson = false, ...how }: Partial<Pick<Values, 'zone' | 'flattens'>> & { isJson?: boolean } = {},
): IDataObject[] {
	checkComplete(given, parts, isJson);
	const values: Values = {
		get: (id) => (isEmpty(given[id]) ? undefined : given[id]),
		media,
		zone: 'UTC',
		flattens: false,
		...how,
	};
	return parts
		.map((part) => part.build(values))
		.filter((component): component is IDataObject => component !== undefined);
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
				`has ${counted(count, 'value')} for ${part.name}; the template wants ${part.count}`,
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
