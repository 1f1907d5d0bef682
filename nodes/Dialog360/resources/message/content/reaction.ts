import { requiredText } from '../../../../shared/input/checks';
import { textField } from '../../../fields/common';
import type { MessageType } from '../messageType';

/** An emoji on a message; an empty one takes it away (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/reaction-messages). */
export const reaction: MessageType = {
	option: { name: 'Reaction', value: 'reaction', description: 'An emoji on a message, or its removal' },
	fields: [
		textField('Message ID', 'messageId', {
			required: true,
			placeholder: 'e.g. wamid.HBgLMTY1MDM4Nzk0MzkVAgAS',
			description: 'The message to react to',
		}),
		textField('Emoji', 'emoji', {
			default: '👍',
			description: 'One emoji. Leave it empty to take the reaction away.',
		}),
	],
	content({ param }) {
		const messageId = requiredText(
			'Message ID',
			param('messageId', ''),
			'Give the ID of the message to react to, as the trigger gave it.',
		);
		return {
			type: 'reaction',
			reaction: { message_id: messageId.trim(), emoji: String(param<unknown>('emoji', '') ?? '').trim() },
		};
	},
};
