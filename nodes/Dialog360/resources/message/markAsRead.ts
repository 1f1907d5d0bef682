import { defineOperation, toItems } from '../../../shared/door/operation';
import { collection } from '../../../shared/input/collection';
import { issuedId } from '../../../shared/input/identifier';
import { toggle } from '../../../shared/input/toggle';
import { optionsField, textField } from '../../fields/common';
import { messagesPath } from '../../provider/environment';

/** https://docs.360dialog.com/docs/messaging/overview/typing-indicators */
export const markAsRead = defineOperation({
	value: 'markAsRead',
	name: 'Mark as Read',
	action: 'Mark message as read',
	description: 'Show the customer that a message and all before it were read, and that an answer is being typed',
	repeatable: true,
	expects: { success: true },
	fields: {
		whom: [
			textField('Message ID', 'messageId', {
				required: true,
				placeholder: 'e.g. wamid.HBgLMTY1MDM4Nzk0MzkVAgAS',
				description: 'An incoming message, as the trigger gave it. All messages before it are marked as well.',
			}),
		],
		options: [
			optionsField([
				{
					displayName: 'Show Typing Indicator',
					name: 'typingIndicator',
					type: 'boolean',
					default: true,
					description: 'Whether the customer also sees that an answer is being typed, until it comes or for 25 seconds',
				},
			]),
		],
	},
	async run(item) {
		const messageId = issuedId(
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
