import { issuedId } from '../../../../shared/input/identifier';
import { requiredText } from '../../../../shared/input/text';
import { toggle } from '../../../../shared/input/toggle';
import { textField } from '../../../fields/common';
import type { MessageType } from '../messageType';

/**
 * An emoji on a message, or its removal
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/reaction-messages).
 */
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
			description: 'One emoji; to take the reaction away there is the option Remove Reaction',
		}),
	],
	options: [
		{
			displayName: 'Remove Reaction',
			name: 'removeReaction',
			type: 'boolean',
			default: true,
			description: 'Whether to take the reaction away, whatever Emoji holds',
		},
	],
	content({ param, options }) {
		const nextStep = 'Give the ID of the message to react to, as the trigger gave it.';
		const messageId = issuedId('Message ID', param('messageId'), nextStep);
		const emoji = toggle('Remove Reaction', options.removeReaction)
			? ''
			: requiredText('Emoji', param('emoji'), "Give one emoji, or add the option 'Remove Reaction'.").trim();
		return { type: 'reaction', reaction: { message_id: messageId, emoji } };
	},
};
