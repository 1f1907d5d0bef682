import { badField } from '../../../shared/failures/failure';
import { clip } from '../../../shared/failures/clip';
import { pageLink } from '../../../shared/input/files/link';

/**
 * What comes in the place of the variable at the end of a button's address: of a whole address only its end, one slash
 * where both sides have one, and blanks as addresses write them.
 *
 * @param url of the template's button, e.g. `https://shop.example/track/{{1}}`
 * @throws Failure when it is an address elsewhere, or makes one that leads nowhere: the link would be dead
 */
export function urlSuffix(label: string, given: string, url: string): string {
	const start = url.replace(/\{\{.*$/, '').trim();
	const isWhole = /^https?:\/\//i.test(given.trim());
	const text = given.trim();
	if (isWhole && start !== '' && !text.toLowerCase().startsWith(start.toLowerCase())) {
		throw badField(
			label,
			`holds "${clip(text)}", and the button of the template opens ${start}`,
			`Give only what comes behind ${start}.`,
		);
	}
	const end = isWhole ? text.slice(start.length) : text;
	const suffix = (start.endsWith('/') ? end.replace(/^\/+/, '') : end).replace(/[^\x21-\x7E]+/gu, encodeURIComponent);
	// What is wrong with the whole is what is wrong with its end: the template was approved.
	if (start !== '') pageLink(label, start + suffix, true);
	return suffix;
}
