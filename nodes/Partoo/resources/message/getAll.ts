import type { IDataObject } from 'n8n-workflow';
import { isSimplified, limitOf, listFields, simplifyField } from '../../../shared/input/listFields';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { checkSame } from '../../../shared/transport/answers/sameThing';
import { collect } from '../../../shared/transport/pages';
import { conversationField } from '../../fields/locators';
import { cursorList, MAX_PER_PAGE } from '../../provider/pages';
import { conversationIdOf } from '../../fields/ids';

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many messages',
	description: 'Get the messages of a conversation',
	request: { method: 'GET', url: '/messages' },
	repeatable: true,
	fields: {
		whom: [conversationField],
		what: [...listFields, simplifyField],
	},
	async run(item) {
		const limit = limitOf(item);
		const conversation = conversationIdOf(item.param('conversationId', ''));
		const qs = {
			conversation_id: conversation,
			per_page: Math.min(limit, MAX_PER_PAGE),
		};
		const messages = await collect(item, cursorList(item, { ...item.routed, qs }, 'messages'), limit);
		for (const message of messages) checkSame(item.provider, message, { conversation_id: String(conversation) });
		return toItems(isSimplified(item) ? messages.map(simplify) : messages);
	},
});

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
