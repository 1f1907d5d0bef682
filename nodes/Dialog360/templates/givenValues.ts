import { counted } from '../../shared/failures/counted';
import { clip } from '../../shared/failures/clip';
import { badField } from '../../shared/failures/failure';
import { listOrObject } from '../../shared/input/json/json';
import { checkKnown, isEmpty } from '../../shared/input/templates/templateForm';
import { asText } from '../../shared/json';
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
	const pairs = Object.entries(given).flatMap(([key, value]) => {
		const ids = idsOf(key);
		// What names a field stands over what names its variable, as long as that stands elsewhere too.
		const free = ids.filter((id) => id === key || !(id in given));
		const other = ids.find((id) => free.length === 0 && asText(given[id]) !== asText(value));
		if (other !== undefined) throw withoutPlace(key, value, other, given[other]);
		return free.map((id) => [id, value] as const);
	});
	return Object.fromEntries(pairs);
}

/** A variable's value that is nowhere to stand: each place of the variable has another of its own. */
function withoutPlace(key: string, value: unknown, id: string, other: unknown) {
	return badField(
		LABEL,
		`gives "${id}" twice: as ${clip(asText(value))} and as ${clip(asText(other))}; "${clip(key)}" stands for it, too`,
		`Give one of "${clip(key)}" and "${id}".`,
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
 * @param isJson whether they were given as JSON
 * @throws Failure naming what is missing (the keys of JSON, or the first field), and what each component wants
 */
export function checkComplete(given: Given, parts: Part[], isJson: boolean): void {
	const slots = parts.flatMap((part) => part.slots);
	const missing = slots.filter(({ id, isRequired }) => isRequired && isEmpty(given[id]));
	const [first] = missing;
	if (!first) return;
	if (isJson) {
		throw badField(
			LABEL,
			`has no value for ${missing.map(({ id }) => `"${id}"`).join(', ')}; the template wants ${wants(parts)}`,
			`Give them in '${LABEL}'. Where an expression gives a value, it returned nothing.`,
		);
	}
	throw badField(
		first.label,
		`is empty; the template wants ${wants(parts)}`,
		`Fill in '${first.label}'. If the field is not there, choose the template again so that its fields are read anew.`,
	);
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
