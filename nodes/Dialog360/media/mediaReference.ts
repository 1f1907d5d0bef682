import { badField } from '../../shared/failures/failure';
import { publicUrl, requiredText } from '../../shared/input/checks';

/** Where a file of a message is: at an address, uploaded already, or in a binary field of the item. */
export type MediaReference = { link: string } | { id: string } | { binaryField: string };

/**
 * Reads what a user filled in: a media field with its mode, or a plain text, of which an address begins with http, a
 * media ID is digits only, and anything else is the name of a binary field.
 *
 * @param label the field's name in the editor
 * @throws Failure when it is empty or no proper address
 */
export function mediaReference(label: string, value: unknown): MediaReference {
	const { mode, value: inner } = isLocator(value) ? value : { mode: '', value };
	refuseRounded(label, inner);
	const text = requiredText(label, inner, `Give a URL, a media ID or the name of a binary field in '${label}'.`).trim();
	switch (mode || guess(text)) {
		case 'url':
			return { link: publicUrl(label, text) };
		case 'id':
			return { id: mediaId(label, text) };
		default:
			return { binaryField: text };
	}
}

/** A media ID; it becomes part of an address, so nothing else may be in it. */
export function mediaId(label: string, value: unknown): string {
	refuseRounded(label, value);
	const text = requiredText(label, value, `Give the ID in '${label}', as Upload or the trigger gave it.`).trim();
	if (!/^[\w.:-]+$/.test(text)) {
		throw badField(
			label,
			`holds "${text.slice(0, 60)}", which is no media ID`,
			'Give the ID as Upload or the trigger gave it, mostly 15 digits or more.',
		);
	}
	return text;
}

/** Media IDs may have more digits than a number holds: the last ones are lost then, and it is another file's ID. */
function refuseRounded(label: string, value: unknown): void {
	if (typeof value !== 'number' || Number.isSafeInteger(value)) return;
	throw badField(
		label,
		`holds the number ${value}, whose last digits were rounded`,
		'Give the ID as text: in an expression or a JSON within quotes.',
	);
}

function guess(text: string): string {
	if (/^https?:/i.test(text)) return 'url';
	return /^\d{6,}$/.test(text) ? 'id' : 'binary';
}

interface Locator {
	mode: string;
	value: unknown;
}

function isLocator(value: unknown): value is Locator {
	return typeof value === 'object' && value !== null && 'mode' in value && 'value' in value;
}
