import { badField } from '../../shared/failures/failure';
import { WHERE_FILES_ARE } from '../../shared/input/files/fileOfItem';
import { identifier } from '../../shared/input/identifier';
import { link, looksLikeLink } from '../../shared/input/files/link';
import { optionalText, requiredText } from '../../shared/input/text';
import { isFile } from '../../shared/input/value';
import { clip } from '../../shared/failures/clip';
import { isObject } from '../../shared/json';

/** Where a file of a message is: at an address, uploaded already, or in the item, by name or as it is. */
export type MediaReference =
	{ link: string; filename?: string } | { id: string; filename?: string } | { file: unknown };

/**
 * Reads what a user filled in: a media field with its mode, a file itself, WhatsApp's own object with `link` or `id`,
 * or a plain text, of which an address looks like one, a media ID is digits only, and anything else is the name of a
 * binary field.
 *
 * @param label the field's name in the editor
 * @param isCustom whether the server is one of the user's own
 * @throws Failure when it is empty or no proper address
 */
export function mediaReference(label: string, value: unknown, isCustom: boolean): MediaReference {
	const { mode, value: inner } = isLocator(value) ? value : { mode: '', value };
	if (isFile(inner)) return { file: inner };
	if (isObject(inner) && ('link' in inner || 'id' in inner)) {
		const { link: address, id, filename } = inner;
		const name = optionalText('filename', label, filename);
		return address === undefined
			? { id: mediaId(label, id), ...name }
			: { link: link(label, address, isCustom), ...name };
	}
	if (mode === 'id') return { id: mediaId(label, inner, `For an address choose 'By URL' in '${label}'.`) };
	const nextStep = `Give a URL, a media ID or the name of a binary field in '${label}'. ${WHERE_FILES_ARE}`;
	const text = requiredText(label, inner, nextStep).trim();
	switch (mode || guess(text)) {
		case 'url':
			return { link: link(label, text, isCustom, `For a file of the item choose 'Binary Field' in '${label}'.`) };
		case 'id':
			return { id: mediaId(label, text) };
		default:
			return { file: text };
	}
}

/**
 * A media ID; it becomes part of an address, so nothing else may be in it.
 *
 * @param forLinks what to do with an address
 * @throws Failure when it is none
 */
export function mediaId(label: string, value: unknown, forLinks = ''): string {
	const id = identifier(label, value, `Give the ID in '${label}', as Upload or the trigger gave it.`);
	if (/^[\w.:-]+$/.test(id)) return id;
	throw badField(
		label,
		`holds "${clip(id)}", which is no media ID`,
		`Give the ID as Upload or the trigger gave it, mostly 15 digits or more. ${looksLikeLink(id) ? forLinks : ''}`.trim(),
	);
}

function guess(text: string): string {
	if (looksLikeLink(text)) return 'url';
	return /^\d{6,}$/.test(text) ? 'id' : 'binary';
}

interface Locator {
	mode: string;
	value: unknown;
}

function isLocator(value: unknown): value is Locator {
	return typeof value === 'object' && value !== null && 'mode' in value && 'value' in value;
}
