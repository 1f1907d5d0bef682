import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { requiredText } from '../../../shared/checks';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { messagesPath } from '../../environment';
import type { SendOptions } from './options';

export const markAsReadOption: INodePropertyOptions = {
	name: 'Mark as Read',
	value: 'markAsRead',
	action: 'Mark message as read',
	description: 'Show the customer that a message and all before it were read, and that an answer is being typed',
	routing: { request: { method: 'POST', url: '/messages' } },
};

/** https://docs.360dialog.com/docs/messaging/overview/typing-indicators */
export const markAsRead: Operation = {
	kind: 'keyed',
	async run(call) {
		const messageId = requiredText(
			'Message ID',
			call.param('messageId', ''),
			'Give the ID of an incoming message, as the trigger gave it.',
		).trim();
		const { typingIndicator } = call.param<SendOptions>('options', {});
		const answer = await call.json({
			...call.routed,
			url: messagesPath(call.account.baseURL),
			body: {
				messaging_product: 'whatsapp',
				status: 'read',
				message_id: messageId,
				...(typingIndicator && { typing_indicator: { type: 'text' } }),
			},
		});
		return toItems([{ ...answer, messageId }]);
	},
};

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
