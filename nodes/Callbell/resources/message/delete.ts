import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { requiredText } from '../../../shared/checks';
import { answerFailure } from '../../../shared/explain';
import type { Operation } from '../../../shared/operation';
import { toItems } from '../../../shared/operation';
import { isGood } from '../../../shared/send';

export const deleteOption: INodePropertyOptions = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete message',
	description: 'Delete a message in Callbell; it stays on the device of the customer',
	routing: { request: { method: 'DELETE' } },
};

/**
 * Deletes a message by its UUID or the channel's own ID. The title of the page has the ID in the path, its examples in
 * the body; the second is tried when the first leads nowhere (https://docs.callbell.eu/api/reference/messages_api/delete_message).
 */
export const deleteMessage: Operation = {
	kind: 'keyed',
	async run(call) {
		const uuid = requiredText('Message ID', call.param('messageId', '')).trim();
		const first = await call.ask({ ...call.routed, url: `/messages/${encodeURIComponent(uuid)}` });
		if (isGood(first)) return toItems([{ deleted: true }]);
		if (first.statusCode !== 404) throw answerFailure(call.provider, first);
		await call.request({ ...call.routed, url: '/messages', body: { uuid } });
		return toItems([{ deleted: true }]);
	},
};

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
