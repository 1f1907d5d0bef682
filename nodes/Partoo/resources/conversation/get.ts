import { defineOperation, toItems } from '../../../shared/door/operation';
import { checkSame } from '../../../shared/transport/answers/sameThing';
import { isSimplified, simplifyField } from '../../../shared/input/listFields';
import { conversationField } from '../../fields/locators';
import { simplifyConversation } from './simplify';
import { conversationIdOf } from '../../fields/ids';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get conversation',
	description: 'Get a conversation with its customer, channel and status',
	repeatable: true,
	expects: 'id',
	fields: {
		whom: [conversationField],
		what: [simplifyField],
	},
	async run(item) {
		const id = conversationIdOf(item.param('conversationId', ''));
		const conversation = await item.json({ method: 'GET', url: `/conversations/${id}` });
		checkSame(item.provider, conversation, { id: String(id) });
		return toItems([isSimplified(item) ? simplifyConversation(conversation) : conversation]);
	},
});
