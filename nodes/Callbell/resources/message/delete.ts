import type { INodeProperties } from 'n8n-workflow';
import { isGood } from '../../../shared/transport/answer';
import { requiredText } from '../../../shared/input/checks';
import { answerFailure } from '../../../shared/transport/httpFailure';
import { defineOperation, toItems } from '../../../shared/door/operation';

/**
 * Deletes a message by its UUID or the channel's own ID. The title of the page has the ID in the path, its examples in
 * the body; the second is tried when the first leads nowhere (https://docs.callbell.eu/api/reference/messages_api/delete_message).
 */
export const deleteMessage = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete message',
	description: 'Delete a message in Callbell; it stays on the device of the customer',
	repeatable: true,
	async run(item) {
		const uuid = requiredText('Message ID', item.param('messageId', '')).trim();
		const first = await item.ask({ method: 'DELETE', url: `/messages/${encodeURIComponent(uuid)}` });
		if (isGood(first)) return toItems([{ deleted: true }]);
		if (first.statusCode !== 404) throw answerFailure(item.provider, first);
		await item.request({ method: 'DELETE', url: '/messages', body: { uuid } });
		return toItems([{ deleted: true }]);
	},
});

export const messageIdField: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. adf3d1216d4c4dcd908199d6700f2381',
	description: 'The UUID that a send or the trigger gave',
	displayOptions: { show: { resource: ['message'], operation: ['getStatus', 'delete'] } },
};
