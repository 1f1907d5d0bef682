import { badField } from '../../shared/failures/failure';
import { WHERE_FILES_ARE } from '../../shared/input/files/fileOfItem';
import { identifier } from '../../shared/input/identifier';
import { link, looksLikeLink } from '../../shared/input/files/link';
import { oneFile } from '../../shared/input/files/oneFile';
import { optionalText, requiredText } from '../../shared/input/text';
import { bare, isFile } from '../../shared/input/value';
import { clip } from '../../shared/failures/clip';
import { asText, isObject } from '../../shared/json';

/** Where a file of a message is: at an address, uploaded already, or in the item, by name or as it is. */
export type MediaReference =
	{ link: string; filename?: string } | { id: string; filename?: string } | { file: unknown };

/** What WhatsApp's own object for an address holds. Records of other systems have a link to a page beside much else. */
const LINK_FIELDS = ['link', 'filename'];
/** As WhatsApp writes them; records of other systems have shorter ones, or letters in them. */
const SURE_ID = /^\d{15,}$/;

/**
 * Reads what a user filled in: a media field with its mode, a file itself, an object with the `id` of an upload or
 * WhatsApp's own with `link`, or a plain text, of which an address looks like one, a media ID is digits only, and
 * anything else is the name of a binary field.
 *
 * @param label the field's name in the editor
 * @param isCustom whether the server is one of the user's own
 * @throws Failure when it is empty, no proper address, or an object that is none of a file
 */
export function mediaReference(label: string, value: unknown, isCustom: boolean): MediaReference {
	const { mode, value: chosen } = isLocator(value) ? value : { mode: '', value };
	const inner = oneFile(label, chosen);
	if (isObject(inner)) {
		const { link: address, id, filename } = inner;
		const named = () => optionalText('filename', label, filename);
		if (SURE_ID.test(asText(id))) return { id: mediaId(label, id), ...named() };
		if (isFile(inner)) return { file: inner };
		const isLink = address !== undefined && Object.keys(inner).every((name) => LINK_FIELDS.includes(name));
		if (isLink) return { link: link(label, address, isCustom), ...named() };
		if (address !== undefined || id !== undefined) throw foreign(label, inner);
	}
	if (mode === 'id') {
		const otherwise = `For an address choose 'By URL' in '${label}', for a file of the item 'Binary Field'.`;
		return { id: mediaId(label, inner, otherwise) };
	}
	const nextStep = `Give a URL, a media ID or the name of a binary field in '${label}'. ${WHERE_FILES_ARE}`;
	const text = bare(requiredText(label, inner, nextStep));
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
 * @param otherwise what to do with an address or the name of a file
 * @throws Failure when it is none
 */
export function mediaId(label: string, value: unknown, otherwise = ''): string {
	const id = identifier(label, value, `Give the ID in '${label}', as Upload or the trigger gave it.`);
	if (/^(?=.*\d)[\w:-]+$/.test(id)) return id;
	throw badField(
		label,
		`holds "${clip(id)}", which is no media ID`,
		`Give the ID as Upload or the trigger gave it, mostly 15 digits or more. ${otherwise}`.trim(),
	);
}

/** A record of another system: its ID is none of WhatsApp's, and its link may be that of a page. */
function foreign(label: string, record: Record<string, unknown>) {
	const address = Object.keys(record).find((name) => looksLikeLink(asText(record[name])));
	const wayOut = address === undefined ? '' : ` What it holds as "${address}" is an address: give that alone.`;
	return badField(
		label,
		`holds an object (${clip(Object.keys(record).join(', '))}), which is no file that was uploaded to WhatsApp`,
		`Give a URL, what Upload answers, or the name of a binary field in '${label}'.${wayOut}`,
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
