import type { INodePropertyOptions } from 'n8n-workflow';
import { wholeNumberId } from '../../../shared/checks';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';

export const markAsReadOption: INodePropertyOptions = {
	name: 'Mark as Read',
	value: 'markAsRead',
	action: 'Mark conversation as read',
	description: "Mark a conversation as read for the key's user",
	routing: { request: { method: 'POST' } },
};

export const markAsRead: Operation = {
	kind: 'keyed',
	async run(call) {
		const id = wholeNumberId('Conversation', call.param('conversationId', ''));
		const answer = await call.json({ ...call.routed, url: `/conversations/${id}/read` });
		return toItems([{ ...answer, conversationId: String(id) }]);
	},
};
