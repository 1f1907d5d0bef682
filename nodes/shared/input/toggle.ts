import { badField } from '../failures/failure';
import { entryOf } from '../json';
import { text } from './text';
import { clip } from '../failures/clip';

const WORDS: Record<string, boolean> = {
	true: true,
	false: false,
	yes: true,
	no: false,
	on: true,
	off: false,
	1: true,
	0: false,
};

/**
 * A switch; AI agents and spreadsheets give the words `true` and `false` as texts.
 *
 * @param fallback where the field is empty
 * @throws Failure when it is neither yes nor no
 */
export function toggle(label: string, value: unknown, fallback = false): boolean {
	if (typeof value === 'boolean') return value;
	const given = text(label, value).trim();
	if (given === '') return fallback;
	const said = entryOf(WORDS, given.toLowerCase());
	if (said !== undefined) return said;
	throw badField(label, `holds "${clip(given)}"; it must be true or false`, `Give true or false in '${label}'.`);
}
