import { counted } from '../../shared/failures/counted';
import { badField } from '../../shared/failures/failure';
import { byKey } from '../../shared/input/collection';
import { listOrObject } from '../../shared/input/json/json';
import { checkKnown, isEmpty } from '../../shared/input/templates/templateForm';
import { isNumber } from './definition';
import type { Part, Slot } from './slots';

export const LABEL = 'Values (JSON)';
const EXAMPLE = '["Ann", "4711"] or {"body_1": "Ann", "body_2": "4711"}';

/** What the user gave, by slot ID; empty values are left out. */
export type Given = Record<string, unknown>;

/**
 * Values as a list, in the order of the form's fields that are needed, or as a map: by field (`body_1`), or by the
 * variable alone, by its number in the body or by its name wherever it stands.
 *
 * @throws Failure when the list has another length, or when the map names what the template lacks
 */
export function readValues(value: unknown, parts: Part[]): Given {
	const given = parseValues(value);
	const slots = parts.flatMap((part) => part.slots);
	if (Array.isArray(given)) return fromList(given, slots, parts);
	const isField = (key: string) => slots.some(({ id }) => id === key);
	const idsOf = (key: string) => {
		const isMeant = ({ id, variable }: Slot) => id === `body_${key}` || (variable === key && !isNumber(key));
		return isField(key) ? [key] : slots.filter(isMeant).map(({ id }) => id);
	};
	const unknown = Object.keys(given).filter((key) => idsOf(key).length === 0);
	if (unknown.length > 0) {
		throw badField(
			LABEL,
			`names ${unknown.map((key) => `"${key}"`).join(', ')}, which the template does not have`,
			`It has: ${slots.map(({ id }) => id).join(', ') || 'no variables'}.`,
		);
	}
	// What names a field stands over what names its variable, as long as that stands elsewhere too.
	const fill = (key: string) => {
		const ids = idsOf(key);
		const others = ids.filter((id) => id === key || !(id in given));
		return others.length > 0 ? others : ids;
	};
	const pairs = Object.entries(given).flatMap(([key, value]) => fill(key).map((id) => [id, value] as const));
	return byKey(LABEL, pairs);
}

/** Checks that every value is there that the template needs. @throws Failure naming the keys that lack one */
export function checkKeys(given: Given, parts: Part[]): Given {
	const slots = parts.flatMap((part) => part.slots);
	const missing = slots.filter(({ id, isRequired }) => isRequired && isEmpty(given[id])).map(({ id }) => id);
	if (missing.length === 0) return given;
	throw badField(
		LABEL,
		`has no value for ${missing.map((id) => `"${id}"`).join(', ')}`,
		`Add ${missing.map((id) => `"${id}": "…"`).join(', ')}. Where an expression gives the value, it returned nothing.`,
	);
}

/** The values of the form. @throws Failure when one is of a field that the template does not have */
export function knownValues(given: Given, parts: Part[]): Given {
	checkKnown(
		given,
		parts.flatMap(({ slots }) => slots.map(({ id }) => id)),
	);
	return given;
}

function fromList(list: unknown[], slots: Slot[], parts: Part[]): Given {
	const needed = slots.filter(({ isRequired }) => isRequired);
	if (list.length !== needed.length) {
		throw badField(
			LABEL,
			`holds ${counted(list.length, 'value')}; the template wants ${needed.length}: ${wants(parts)}`,
			needed.length === 0 ? `Leave '${LABEL}' empty.` : 'Give one value for each of them, in this order.',
		);
	}
	return Object.fromEntries(needed.map(({ id }, index) => [id, list[index]]));
}

/**
 * Checks that every value is there that the template needs.
 *
 * @throws Failure naming the first that is missing, and what each component wants
 */
export function checkComplete(given: Given, parts: Part[]): void {
	for (const part of parts) {
		const missing = part.slots.find(({ id, isRequired }) => isRequired && isEmpty(given[id]));
		if (missing) {
			throw badField(
				missing.label,
				`is empty; the template wants ${wants(parts)}`,
				`Fill in '${missing.label}'. If the field is not there, choose the template again so that its fields are read anew.`,
			);
		}
	}
}

/** What the components of a template need, e.g. `Header Image; Body {{1}}, Body {{2}}`. */
function wants(parts: Part[]): string {
	const needed = parts.map(({ slots }) => slots.filter(({ isRequired }) => isRequired).map(({ label }) => label));
	return (
		needed
			.filter((labels) => labels.length > 0)
			.map((labels) => labels.join(', '))
			.join('; ') || 'no values'
	);
}

/**
 * The list or map as the user gave it.
 *
 * @throws Failure when it is neither
 */
export function parseValues(value: unknown): unknown[] | Given {
	return listOrObject(LABEL, value, EXAMPLE);
}
