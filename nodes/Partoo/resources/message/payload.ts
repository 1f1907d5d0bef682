import { badField } from '../../../shared/failures/failure';
import { publicUrl, requiredText, wholeNumberId } from '../../../shared/input/checks';

/** The kinds of message that Partoo sends; open, since Partoo adds some without notice. */
export type MessageType = 'Text' | 'Image' | 'Video' | 'Audio' | 'Document' | (string & {});

/** What a user fills in to send a message. */
export interface MessageInput {
	conversationId: unknown;
	messageType: MessageType;
	text?: unknown;
	mediaUrl?: unknown;
	/** JSON object whose fields are added to the body, and win over those of the form. */
	additionalFields?: Record<string, unknown>;
}

/**
 * How Partoo's document is read where it contradicts itself (reference page of "send message"): it requires `date`
 * but defines no such field, and it requires `url` of video, audio and document but defines `content.url`.
 */
export interface Readings {
	withDate: boolean;
	withTopLevelUrl: boolean;
}

/** Largest image (reference page of "send message"). */
const MAX_IMAGE_BYTES = 5 * 1024 * 1024;

/**
 * The JSON body of `POST /messages`: `{ conversation_id, content_type, … }` with the text in `content`, an image in
 * `url`, other media in `content.url`.
 *
 * @throws Failure naming the field that is empty or wrong
 */
export function messageBody(input: MessageInput, readings: Readings, now: Date): Record<string, unknown> {
	return { ...baseFields(input, readings, now), ...content(input, readings), ...input.additionalFields };
}

/** The fields of the multipart body of an uploaded image, without the image. */
export function uploadFields(input: MessageInput, readings: Readings, now: Date): Record<string, string> {
	const fields = { ...baseFields(input, readings, now), ...input.additionalFields };
	return Object.fromEntries(
		Object.entries(fields).map(([name, value]) => [
			name,
			typeof value === 'object' ? JSON.stringify(value) : String(value),
		]),
	);
}

/**
 * Refuses an image that Partoo would refuse after the upload.
 *
 * @throws Failure when it is over 5 MB
 */
export function checkImageSize(bytes: number): void {
	if (bytes <= MAX_IMAGE_BYTES) return;
	const megabytes = (bytes / 1024 / 1024).toFixed(1);
	throw badField(
		'Input Binary Field',
		`holds an image of ${megabytes} MB; Partoo takes images up to 5 MB`,
		'Make the image smaller, e.g. with the Edit Image node, before this node.',
	);
}

function baseFields({ conversationId, messageType }: MessageInput, { withDate }: Readings, now: Date) {
	return {
		conversation_id: wholeNumberId('Conversation', conversationId),
		content_type: messageType,
		...(withDate && { date: now.toISOString() }),
	};
}

function content({ messageType, text, mediaUrl }: MessageInput, { withTopLevelUrl }: Readings) {
	if (messageType === 'Text') {
		return {
			content: requiredText('Text', text, "Write the message in 'Text'. A consumer sees nothing of an empty one."),
		};
	}
	const url = publicUrl('URL', mediaUrl);
	if (messageType === 'Image') return { url };
	return { content: { url }, ...(withTopLevelUrl && { url }) };
}
