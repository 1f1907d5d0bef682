import { defineOperation, toItems } from '../../../shared/door/operation';
import { requestEither } from '../../provider/eitherAddress';
import { messageIdField, messageIdOf } from './messageId';

/**
 * Deletes a message by its UUID or the channel's own ID. The title of the page has the ID in the path, its examples in
 * the body (https://docs.callbell.eu/api/reference/messages_api/delete_message).
 */
export const deleteMessage = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete message',
	description: "Delete a message in Callbell; it stays on the customer's device; answers that it is deleted",
	repeatable: true,
	fields: { whom: [messageIdField] },
	async run(item) {
		const uuid = messageIdOf(item);
		await requestEither(
			item,
			{ method: 'DELETE', url: `/messages/${encodeURIComponent(uuid)}` },
			{ method: 'DELETE', url: '/messages', body: { uuid } },
		);
		return toItems([{ deleted: true }]);
	},
});
