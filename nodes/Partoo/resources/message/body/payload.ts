import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../../../shared/failures/failure';
import type { BinaryFile } from '../../../../shared/input/files/file';

/** The kinds of message that Partoo sends; open, since Partoo adds some without notice. */
export type MessageType = 'Text' | 'Image' | 'Video' | 'Audio' | 'Document' | (string & {});

/** What a user filled in to send a message. */
export interface MessageInput {
	conversationId: number;
	messageType: MessageType;
	/** The text, or the address of the media; undefined for an upload. */
	content?: string;
	/** JSON object whose fields are added to the body, and win over those of the form. */
	additionalFields: Record<string, unknown>;
}

/**
 * How Partoo's document is read where it contradicts itself (reference page of "send message"): it requires `date`
 * but defines no such field, and it requires `url` of video, audio and document but defines `content.url`.
 */
export interface Readings {
	withDate: boolean;
	withTopLevelUrl: boolean;
}

export const FIRST_READING: Readings = { withDate: false, withTopLevelUrl: false };

/** Images that Partoo takes (reference page of "send message"). */
const MAX_IMAGE_BYTES = 5 * 1024 * 1024;
const IMAGE_TYPES = ['image/jpeg', 'image/png'];

/**
 * The JSON body of `POST /messages`: `{ conversation_id, content_type, … }` with the text in `content`, an image in
 * `url`, other media in `content.url`; of an upload the fields beside the image.
 */
export function messageBody(input: MessageInput, { withDate, withTopLevelUrl }: Readings, now: Date): IDataObject {
	const { conversationId, messageType, content, additionalFields } = input;
	return {
		conversation_id: conversationId,
		content_type: messageType,
		...(withDate && { date: now.toISOString() }),
		...(content !== undefined && contentFields(messageType, content, withTopLevelUrl)),
		...additionalFields,
	};
}

function contentFields(messageType: MessageType, content: string, withTopLevelUrl: boolean): IDataObject {
	if (messageType === 'Text') return { content };
	if (messageType === 'Image') return { url: content };
	return { content: { url: content }, ...(withTopLevelUrl && { url: content }) };
}

/** The fields of a multipart body. */
export function multipartFields(body: IDataObject): Record<string, string> {
	return Object.fromEntries(
		Object.entries(body).map(([name, value]) => [
			name,
			typeof value === 'object' ? JSON.stringify(value) : String(value),
		]),
	);
}

/**
 * Refuses an image that Partoo would refuse after the upload.
 *
 * @throws Failure when it is empty, no JPEG or PNG, or over 5 MB
 */
export function checkImage(label: string, { size, contentType }: BinaryFile): void {
	if (size === 0) throw badField(label, 'holds an empty file', 'Check the node that reads or downloads the image.');
	if (!IMAGE_TYPES.includes(contentType)) {
		throw badField(
			label,
			`holds a file of type ${contentType}; Partoo takes JPEG or PNG as an upload`,
			contentType.startsWith('image/')
				? 'Convert the image, e.g. with the Edit Image node, before this node.'
				: 'Other files go by public address: choose their kind in Message Type.',
		);
	}
	if (size <= MAX_IMAGE_BYTES) return;
	const megabytes = (size / 1024 / 1024).toFixed(1);
	throw badField(
		label,
		`holds an image of ${megabytes} MB; Partoo takes images up to 5 MB`,
		'Make the image smaller, e.g. with the Edit Image node, before this node.',
	);
}
