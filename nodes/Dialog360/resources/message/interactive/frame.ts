import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../../../shared/failures/failure';
import { BODY_MAX, FOOTER_MAX, HEADER_TEXT_MAX } from '../../../provider/limits';
import type { Form } from '../form';
import { limitedText, optionalText } from '../texts';

/** What a kind of interactive message has around its action. */
interface Frame {
	/** Which headers it may have. */
	header: 'any' | 'text' | 'required text' | 'none';
	/** Characters of the body; the field Text holds it. */
	bodyMax?: number;
	/** Whether the body may be missing; the option Body Text holds it then. */
	isBodyOptional?: boolean;
}

/**
 * An interactive message `{ type: 'interactive', interactive: { type, header, body, footer, action } }`
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-reply-buttons-messages).
 */
export function interactive(form: Form, type: string, action: IDataObject, frame: Frame): IDataObject {
	const { options } = form;
	const body = frame.isBodyOptional
		? optionalText('text', 'Body Text', options.bodyText, BODY_MAX)
		: { text: limitedText('Text', form.param('text', ''), frame.bodyMax ?? BODY_MAX) };
	const footer = optionalText('text', 'Footer', options.footer, FOOTER_MAX);
	const header = headerOf(form, frame);
	return {
		type: 'interactive',
		interactive: {
			type,
			...(header && { header }),
			...('text' in body && { body }),
			...('text' in footer && { footer }),
			action,
		},
	};
}

function headerOf(form: Form, frame: Frame): IDataObject | undefined {
	const { headerText, headerImage, headerVideo, headerDocument, headerFileName } = form.options;
	const given = [
		['Header Text', headerText] as const,
		['Header Image', headerImage] as const,
		['Header Video', headerVideo] as const,
		['Header Document', headerDocument] as const,
	].filter(([, value]) => isFilled(value));
	if (given.length === 0) {
		if (frame.header !== 'required text') return undefined;
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
	if (frame.header === 'none') throw badField(label, 'is not possible on this kind of message', `Remove '${label}'.`);
	if (label === 'Header Text') return { type: 'text', text: limitedText(label, value, HEADER_TEXT_MAX) };
	if (frame.header !== 'any')
		throw badField(
			label,
			'is not possible on this kind of message, which takes a text header only',
			`Remove '${label}'.`,
		);
	const kind = label === 'Header Image' ? 'image' : label === 'Header Video' ? 'video' : 'document';
	const file = form.media(label, kind, value);
	return {
		type: kind,
		[kind]: Object.assign(file, kind === 'document' && headerFileName && { filename: headerFileName }),
	};
}

function isFilled(value: unknown): boolean {
	const inner = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
	return inner !== undefined && inner !== null && String(inner).trim() !== '';
}
