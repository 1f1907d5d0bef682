import type { ItemContext } from '../../../../shared/door/itemContext';
import { chosen } from '../../../../shared/failures/values/valueFault';
import { jsonObject } from '../../../../shared/input/json/json';
import { link } from '../../../../shared/input/files/link';
import { choice, requiredText } from '../../../../shared/input/text';
import { wordsOf } from '../../../../shared/input/words/wordsFields';
import type { MessageInput, MessageType } from './payload';
import { conversationIdOf } from '../../../fields/ids';

const MESSAGE_TYPES = ['Text', 'Image', 'Video', 'Audio', 'Document'];

/**
 * What a user filled in to send a message.
 *
 * @param options the collection of that name
 * @throws Failure naming the field that is empty or wrong
 */
export function messageInput(item: ItemContext, options: Record<string, unknown>): MessageInput {
	const given = chosen('Message Type', item.param('messageType', null));
	const messageType = choice<MessageType>('Message Type', given, MESSAGE_TYPES, { isOpen: true });
	return {
		conversationId: conversationIdOf(item.param('conversationId', '')),
		messageType,
		content: contentOf(item, messageType, options),
		additionalFields: jsonObject('Additional Body Fields', options.additionalBodyFields),
	};
}

function contentOf(item: ItemContext, messageType: MessageType, options: Record<string, unknown>): string | undefined {
	if (messageType === 'Text') {
		const nextStep = "Write the message in 'Text'. The customer would see nothing of an empty one.";
		// Channels but WhatsApp show its marks as they are, and which channel it is is not known here.
		return wordsOf(requiredText('Text', item.param('text', ''), nextStep), options, true);
	}
	const url = item.param('mediaUrl', '');
	if (messageType === 'Image') {
		const source = choice('Image From', item.param('imageSource', null), ['url', 'binary']);
		if (source === 'binary') return undefined;
		return link('URL', url, item.isCustom, "For a file of the item set 'Image From' to 'Binary Field'.");
	}
	return link('URL', url, item.isCustom);
}
