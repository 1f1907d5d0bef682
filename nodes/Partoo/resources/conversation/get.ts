import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { wholeNumberId } from '../../../shared/checks';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { conversationLocator } from '../../locators';
import { simplifyConversation } from './simplify';

export const getOption: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get conversation',
	description: 'Get a conversation with its customer, channel and status',
	routing: { request: { method: 'GET' } },
};

export const get: Operation = {
	kind: 'read',
	async run(call) {
		const id = wholeNumberId('Conversation', call.param('conversationId', ''));
		const conversation = await call.json({ ...call.routed, url: `/conversations/${id}` });
		return toItems([call.param('simplify', true) ? simplifyConversation(conversation) : conversation]);
	},
};

export const getFields: INodeProperties[] = [
	conversationLocator({
		required: true,
		displayOptions: { show: { resource: ['conversation'], operation: ['get', 'markAsRead', 'update'] } },
	}),
];
