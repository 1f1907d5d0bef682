import { limitedLine } from '../../../fields/lines';
import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../../../shared/failures/failure';
import { isObject } from '../../../../shared/json';
import { textField } from '../../../fields/common';
import { WHERE_FILES_ARE } from '../../../../shared/input/files/fileOfItem';
import { isFile, isFilledIn } from '../../../../shared/input/value';
import { fileName } from '../../../media/fileName';
import { mediaLocator } from '../../../fields/locators';
import { HEADER_TEXT_MAX } from '../../../provider/limits';
import type { Form } from '../itemForm';

/** Which header a message may have. */
export type AllowedHeader = 'any' | 'text' | 'required text' | 'none';

export const headerTextOption = textField('Header Text', 'headerText', {
	description: 'A title above the text, up to 60 characters',
});

/** The options of messages that may have any header. */
export const headerOptions = [
	headerTextOption,
	mediaLocator('Header Document', 'headerDocument', { description: 'A document above the text' }),
	textField('Header Document File Name', 'headerFileName', { placeholder: 'e.g. offer.pdf' }),
	mediaLocator('Header Image', 'headerImage', { description: 'JPEG or PNG up to 5 MB above the text' }),
	mediaLocator('Header Video', 'headerVideo', { description: 'MP4 or 3GP up to 16 MB above the text' }),
];

/**
 * The header that the user added, if any.
 *
 * @throws Failure when the message may not have it, needs one, when there are two, or when its file is empty
 */
export function headerOf(form: Form, allowed: AllowedHeader): IDataObject | undefined {
	const { headerText, headerImage, headerVideo, headerDocument, headerFileName } = form.options;
	const added = [
		['Header Text', headerText] as const,
		['Header Image', headerImage] as const,
		['Header Video', headerVideo] as const,
		['Header Document', headerDocument] as const,
	].filter(([, value]) => value !== undefined);
	// Of several headers that expressions choose from, one is filled.
	const given = added.filter(([, value]) => isFilled(value));
	if (given.length === 0) {
		const file = added.find(([name]) => name !== 'Header Text');
		if (file) throw emptyFile(file[0]);
		if (allowed !== 'required text') return undefined;
		throw badField(
			'Header Text',
			'is empty, and WhatsApp wants one on this kind of message',
			"Add the option 'Header Text'.",
		);
	}
	const [label, value] = given[0]!;
	if (given.length > 1) {
		const names = given.map(([name]) => `'${name}'`).join(' and ');
		throw badField(
			label,
			`cannot stand beside another header: ${names} are filled in`,
			'Keep one of them; a message has one header.',
		);
	}
	if (allowed === 'none') throw badField(label, 'is not possible on this kind of message', `Remove '${label}'.`);
	if (label === 'Header Text') return { type: 'text', text: limitedLine(label, value, HEADER_TEXT_MAX) };
	if (allowed !== 'any')
		throw badField(
			label,
			'is not possible on this kind of message, which takes a text header only',
			`Remove '${label}'.`,
		);
	const kind = label === 'Header Image' ? 'image' : label === 'Header Video' ? 'video' : 'document';
	const file = form.media(label, kind, value);
	const named = kind === 'document' && fileName('Header Document File Name', headerFileName, file);
	return { type: kind, [kind]: Object.assign(file, named) };
}

/** A message without the file that was meant for it is not what the user sends. */
function emptyFile(label: string) {
	return badField(
		label,
		'is empty, and the message would go out without it',
		`Check the expression in it: '${label}' takes a URL, a media ID, the name of a binary field or the file itself. Without a file remove the option '${label}'. ${WHERE_FILES_ARE}`,
	);
}

function isFilled(value: unknown): boolean {
	const inner = isObject(value) && 'value' in value && !isFile(value) ? value.value : value;
	return isFilledIn(inner);
}
