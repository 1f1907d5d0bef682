import { entryOf } from '../../../shared/json';
import { badField } from '../../../shared/failures/failure';
import { link } from '../../../shared/input/files/link';
import { requiredText } from '../../../shared/input/text';
import { customerText } from '../../../shared/input/words/customerText';
import { wordsOf } from '../../../shared/input/words/wordsFields';
import { WHATSAPP } from '../../fields/recipient';
import type { Content } from './messageBody';

/** On WhatsApp (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/image-messages). */
const CAPTION_MAX = 1024;

/** What a user filled in for a message that is no template. */
export interface MessageInput {
	messageType: string;
	/** The kind of channel, in Callbell's word. */
	from: string;
	text: unknown;
	mediaUrl: unknown;
	caption: unknown;
	/** The collection of that name. */
	options: Record<string, unknown>;
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
 * @param isCustom whether the server is one of the user's own
 * @throws Failure when the text is empty or the address of the file is none
 */
export function contentOf(input: MessageInput, isCustom: boolean): Content {
	const { messageType, from, text, mediaUrl, caption, options } = input;
	if (messageType === 'text') {
		const isPlain = from !== WHATSAPP;
		return { type: 'text', content: { text: wordsOf(requiredText('Text', text), options, isPlain) } };
	}
	const type = entryOf(MEDIA_TYPES, messageType);
	if (!type)
		throw badField('Message Type', `is "${messageType}", which this node does not know`, 'Choose one from the list.');
	const max = from === WHATSAPP ? CAPTION_MAX : undefined;
	const words = messageType === 'image' ? customerText('Caption', caption, max) : '';
	return { type, content: { url: link('Media URL', mediaUrl, isCustom), ...(words.trim() && { text: words }) } };
}
