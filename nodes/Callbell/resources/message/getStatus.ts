import type { INodePropertyOptions } from 'n8n-workflow';
import type { AskOptions } from '../../../shared/ask';
import type { Call } from '../../../shared/call';
import { requiredText } from '../../../shared/checks';
import type { DeliveryStatus } from '../../../shared/deliveryStatus';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { entryOf } from '../../envelopes';
import { messageStatus } from '../../messageStatus';

export const getStatusOption: INodePropertyOptions = {
	name: 'Get Status',
	value: 'getStatus',
	action: 'Get status of message',
	description: 'Get what became of a message',
	routing: { request: { method: 'GET' } },
};

export const getStatus: Operation = {
	kind: 'read',
	async run(call) {
		return toItems([await readStatus(call, requiredText('Message ID', call.param('messageId', '')).trim())]);
	},
};

/** The delivery status of a message (https://docs.callbell.eu/api/reference/messages_api/get_message_status). */
export async function readStatus(call: Call, uuid: string, options?: AskOptions): Promise<DeliveryStatus> {
	const url = `/messages/status/${encodeURIComponent(uuid)}`;
	const answer = await call.request({ method: 'GET', url }, { ...options, isRead: true });
	return messageStatus(entryOf(answer, 'message'));
}
