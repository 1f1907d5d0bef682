import { badField } from '../failures/failure';
import { oneValue } from './text';
import { clip } from '../failures/clip';

/** In English, German, French, Spanish, Italian, Portuguese and Dutch, as spreadsheets and people write it. */
const YES = 'true yes y on 1 x ✓ ✔ wahr ja vrai oui verdadero sí si vero sì verdadeiro sim waar'.split(' ');
const NO = 'false no n off 0 falsch nein faux non falso não nao onwaar nee'.split(' ');

/**
 * A switch; AI agents and spreadsheets give it as a word, e.g. `true`, `WAHR`, `oui` or `x`.
 *
 * @param fallback where the field is empty
 * @throws Failure when it is neither yes nor no
 */
export function toggle(label: string, value: unknown, fallback = false): boolean {
	if (typeof value === 'boolean') return value;
	const given = oneValue(label, value);
	if (given === '') return fallback;
	const word = given.toLowerCase().normalize('NFC');
	if (YES.includes(word)) return true;
	if (NO.includes(word)) return false;
	throw badField(label, `holds "${clip(given)}"; it must be true or false`, `Give true or false in '${label}'.`);
}
