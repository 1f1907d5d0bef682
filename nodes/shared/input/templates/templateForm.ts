import { badField } from '../../failures/failure';
import { asObject } from '../../json';
import { isFilledIn } from '../value';

/** Values of the fields that grew out of a template, by the fields' IDs. */
export type FormValues = Record<string, unknown>;

/** The values in a resource mapper; it is asked for as a whole, because n8n cannot read inside of an empty one. */
export function formValues(mapper: unknown): FormValues {
	return asObject(asObject(mapper).value);
}

/** Whether a field is as good as not filled in. */
export function isEmpty(value: unknown): boolean {
	return !isFilledIn(value);
}

/**
 * Refuses values of fields that the template does not have. n8n's editor drops them when it reads the fields anew; a
 * workflow whose template changed at the provider or is chosen by an expression keeps them, and they would be lost.
 *
 * @param known IDs of the template's fields
 * @throws Failure naming them; empty ones are nothing
 */
export function checkKnown(given: FormValues, known: string[]): void {
	const unknown = Object.keys(given).filter((id) => !known.includes(id) && !isEmpty(given[id]));
	if (unknown.length === 0) return;
	throw badField(
		'Fields',
		`has a value for ${unknown.map((id) => `"${id}"`).join(', ')}, which the template does not have`,
		`The template has: ${known.join(', ') || 'no values'}. Refresh the fields in the ⋮ menu beside 'Values of the Template'; where an expression chooses it, set 'Values' to 'List or Map (JSON)'.`,
	);
}
