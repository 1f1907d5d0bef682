import type { DeliveryStatus } from '../../../shared/delivery/deliveryStatus';
import type { ItemContext } from '../../../shared/door/itemContext';
import { defineOperation, toItems } from '../../../shared/door/operation';
import type { ExchangeOptions } from '../../../shared/door/request';
import { entryOf } from '../../provider/answers';
import { messageStatus } from '../../provider/messageStatus';
import { messageIdField, messageIdOf } from './messageId';

export const getStatus = defineOperation({
	name: 'Get Status',
	value: 'getStatus',
	action: 'Get status of message',
	description: 'Get what became of a message',
	repeatable: true,
	fields: { whom: [messageIdField] },
	async run(item) {
		return toItems([await readStatus(item, messageIdOf(item))]);
	},
});

/** The delivery status of a message (https://docs.callbell.eu/api/reference/messages_api/get_message_status). */
export async function readStatus(item: ItemContext, uuid: string, options?: ExchangeOptions): Promise<DeliveryStatus> {
	const url = `/messages/status/${encodeURIComponent(uuid)}`;
	const answer = await item.request({ method: 'GET', url }, { ...options, isRead: true });
	return messageStatus(entryOf(answer, 'message'));
}
