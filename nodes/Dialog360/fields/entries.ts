import type { INodeProperties } from 'n8n-workflow';
import { clip } from '../../shared/failures/clip';
import { badField } from '../../shared/failures/failure';
import { ENTRY_BY_ENTRY, entries as readEntries } from '../../shared/input/collection';

/** A field for a list of entries with these fields; n8n keeps it as `{ [name of an entry]: [{ … }, …] }`. */
export function entriesField(
	displayName: string,
	name: string,
	entry: string,
	values: INodeProperties[],
	more: Partial<INodeProperties> = {},
): INodeProperties {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: `Add ${entry}`,
		default: {},
		options: [{ displayName: entry, name: entry.toLowerCase(), values }],
		...more,
	};
}

/**
 * The entries of such a field, of which there must be one.
 *
 * @param entry the name of an entry, e.g. `button`
 * @param nextStep what to do when there are more than `max`
 * @throws Failure when there is none, or more than a message takes
 */
export function entriesOf(
	label: string,
	entry: string,
	collection: unknown,
	max: number,
	nextStep: string,
): Array<Record<string, unknown>> {
	const entries = readEntries(label, entry, collection);
	const count = entries.length;
	if (count === 0) throw badField(label, 'is empty', `Add a ${entry} in '${label}'. ${ENTRY_BY_ENTRY}`);
	if (count > max) throw badField(label, `holds ${count} ${entry}s; a message takes ${max}`, nextStep);
	return entries;
}

/**
 * Refuses a text that comes twice where WhatsApp wants each once.
 *
 * @throws Failure naming the text
 */
export function checkUnique(label: string, what: string, texts: string[]): void {
	const double = texts.find((text, index) => texts.indexOf(text) !== index);
	if (double === undefined) return;
	throw badField(label, `holds the ${what} "${clip(double)}" twice`, `Give each its own ${what}.`);
}
