import { entryOf } from '../../../shared/json';
import { badField } from '../../../shared/failures/failure';
import { publicUrl, requiredText } from '../../../shared/input/checks';
import type { Content } from './messageBody';

/** What a user filled in for a message that is no template. */
export interface MessageInput {
	messageType: string;
	text: unknown;
	mediaUrl: unknown;
	caption: unknown;
}

/**
 * Audio and video go out as documents in all examples of
 * https://docs.callbell.eu/api/reference/messages_api/post_send_messages
 */
const MEDIA_TYPES: Record<string, string> = {
	audio: 'document',
	document: 'document',
	image: 'image',
	video: 'document',
};

/**
 * The content of a message.
 *
 * @throws Failure when the text is empty or the address of the file is none
 */
export function contentOf({ messageType, text, mediaUrl, caption }: MessageInput): Content {
	if (messageType === 'text') return { type: 'text', content: { text: requiredText('Text', text) } };
	const type = entryOf(MEDIA_TYPES, messageType);
	if (!type)
		throw badField('Message Type', `is "${messageType}", which this node does not know`, 'Choose one from the list.');
	const words = messageType === 'image' ? String(caption ?? '') : '';
	return { type, content: { url: publicUrl('Media URL', mediaUrl), ...(words.trim() && { text: words }) } };
}
