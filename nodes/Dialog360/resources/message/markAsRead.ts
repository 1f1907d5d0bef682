import type { INodeProperties } from 'n8n-workflow';
import { requiredText } from '../../../shared/input/checks';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { messagesPath } from '../../provider/environment';
import type { SendOptions } from './options';

/** https://docs.360dialog.com/docs/messaging/overview/typing-indicators */
export const markAsRead = defineOperation({
	name: 'Mark as Read',
	value: 'markAsRead',
	action: 'Mark message as read',
	description: 'Show the customer that a message and all before it were read, and that an answer is being typed',
	request: { method: 'POST', url: '/messages' },
	repeatable: true,
	async run(item) {
		const messageId = requiredText(
			'Message ID',
			item.param('messageId', ''),
			'Give the ID of an incoming message, as the trigger gave it.',
		).trim();
		const { typingIndicator } = item.param<SendOptions>('options', {});
		const answer = await item.json({
			...item.routed,
			url: messagesPath(item.account.baseURL),
			body: {
				messaging_product: 'whatsapp',
				status: 'read',
				message_id: messageId,
				...(typingIndicator && { typing_indicator: { type: 'text' } }),
			},
		});
		return toItems([{ ...answer, messageId }]);
	},
});

export const markAsReadFields: INodeProperties[] = [
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. wamid.HBgLMTY1MDM4Nzk0MzkVAgAS',
		description: 'An incoming message, as the trigger gave it. All messages before it are marked as well.',
		displayOptions: { show: { resource: ['message'], operation: ['markAsRead'] } },
	},
];
