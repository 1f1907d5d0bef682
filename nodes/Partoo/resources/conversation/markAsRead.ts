import { conversationField } from '../../fields/locators';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { conversationIdOf } from '../../fields/ids';

export const markAsRead = defineOperation({
	name: 'Mark as Read',
	value: 'markAsRead',
	action: 'Mark conversation as read',
	description: "Mark a conversation as read for the key's user; answers success",
	repeatable: true,
	fields: { whom: [conversationField] },
	async run(item) {
		const id = conversationIdOf(item.param('conversationId', ''));
		const answer = await item.json({ method: 'POST', url: `/conversations/${id}/read` });
		return toItems([{ ...answer, conversationId: String(id) }]);
	},
});
