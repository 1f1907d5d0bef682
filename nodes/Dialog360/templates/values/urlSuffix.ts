import { badField } from '../../../shared/failures/failure';
import { clip } from '../../../shared/failures/clip';
import { pageLink } from '../../../shared/input/files/link';

/** An address as people copy it. */
const WHOLE = /^(https?:\/\/|www\.)/i;

/**
 * What comes in the place of the variable at the end of a button's address: of a whole address only its end, one slash
 * where both sides have one, and blanks as addresses write them.
 *
 * @param url of the template's button, e.g. `https://shop.example/track/{{1}}`
 * @throws Failure when it is an address elsewhere, still holds a variable, or makes one that leads nowhere: the link
 * would be dead
 */
export function urlSuffix(label: string, given: string, url: string): string {
	const start = url.replace(/\{\{.*$/, '').trim();
	const text = given.trim();
	const [variable] = /\{\{[^{}]*\}\}/.exec(text) ?? [];
	if (variable !== undefined) {
		throw badField(
			label,
			`still holds the variable ${clip(variable)}`,
			`Give what is to stand in its place${start && `: only what comes behind ${start}`}.`,
		);
	}
	const hasStart = start !== '' && withoutScheme(text).toLowerCase().startsWith(withoutScheme(start).toLowerCase());
	// Behind = an address is what another page is told to open.
	if (!hasStart && start !== '' && !start.endsWith('=') && WHOLE.test(text)) {
		throw badField(
			label,
			`holds "${clip(text)}", and the button of the template opens ${start}`,
			`Give only what comes behind ${start}.`,
		);
	}
	const end = hasStart ? withoutScheme(text).slice(withoutScheme(start).length) : text;
	const suffix = (start.endsWith('/') ? end.replace(/^\/+/, '') : end).replace(/[^\x21-\x7E]+/gu, encodeURIComponent);
	// What is wrong with the whole is what is wrong with its end: the template was approved.
	if (start !== '') pageLink(label, start + suffix, true);
	return suffix;
}

function withoutScheme(address: string): string {
	return address.replace(/^https?:\/\//i, '');
}
