import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import { wholeNumberId } from '../../../shared/checks';
import { limitOf } from '../../../shared/listFields';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { collect } from '../../../shared/pagination';
import { cursorList, MAX_PER_PAGE } from '../../lists';

export const getAllOption: INodePropertyOptions = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many messages',
	description: 'Get the messages of a conversation',
	routing: { request: { method: 'GET', url: '/messages' } },
};

export const getAll: Operation = {
	kind: 'read',
	async run(call) {
		const limit = limitOf(call);
		const qs = {
			conversation_id: wholeNumberId('Conversation', call.param('conversationId', '')),
			per_page: Math.min(limit, MAX_PER_PAGE),
		};
		const messages = await collect(cursorList(call, '/messages', qs, 'messages'), limit);
		return toItems(call.param('simplify', true) ? messages.map(simplify) : messages);
	},
};

function simplify(message: IDataObject): IDataObject {
	const {
		id,
		conversation_id,
		date,
		content_type,
		content,
		sender_type,
		sender_label,
		status,
		is_deleted,
		is_automated,
	} = message;
	return {
		id,
		conversation_id,
		date,
		content_type,
		content,
		sender_type,
		sender_label,
		status,
		is_deleted,
		is_automated,
	};
}
