import { defineOperation, toItems } from '../../../shared/door/operation';
import { collection } from '../../../shared/input/collection';
import { messageId as messageIdOf } from '../../fields/messageId';
import { toggle } from '../../../shared/input/toggle';
import { optionsField, textField } from '../../fields/common';
import { messagesPath } from '../../provider/environment';

/** https://docs.360dialog.com/docs/messaging/overview/typing-indicators */
export const markAsRead = defineOperation({
	value: 'markAsRead',
	name: 'Mark as Read',
	action: 'Mark WhatsApp message as read',
	description:
		'Show the customer that a message and all earlier ones were read, and that you are typing; answers success',
	repeatable: true,
	expects: { success: true },
	fields: {
		whom: [
			textField('Message ID', 'messageId', {
				required: true,
				placeholder: 'e.g. wamid.HBgLMTY1MDM4Nzk0MzkVAgAS',
				description: 'The messageId of an incoming message, from the trigger; earlier messages are marked as well',
			}),
		],
		options: [
			optionsField([
				{
					displayName: 'Show Typing Indicator',
					name: 'typingIndicator',
					type: 'boolean',
					default: true,
					description: 'Whether the customer also sees that an answer is being typed, for 25 seconds at most',
				},
			]),
		],
	},
	async run(item) {
		const messageId = messageIdOf(
			'Message ID',
			item.param('messageId', ''),
			'Give the ID of an incoming message, as the trigger gave it.',
		);
		const { typingIndicator } = collection(item, 'Options', 'options');
		const answer = await item.json({
			method: 'POST',
			url: messagesPath(item.account.baseURL),
			body: {
				messaging_product: 'whatsapp',
				status: 'read',
				message_id: messageId,
				...(toggle('Show Typing Indicator', typingIndicator) && { typing_indicator: { type: 'text' } }),
			},
		});
		return toItems([{ ...answer, messageId }]);
	},
});
