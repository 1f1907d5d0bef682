import { knownFirst } from '../../../shared/delivery/deliveryStatus';
import type { DeliveryStatus } from '../../../shared/delivery/deliveryStatus';
import type { ItemContext } from '../../../shared/door/itemContext';
import { defineOperation, toItems } from '../../../shared/door/operation';
import type { ExchangeOptions } from '../../../shared/door/request';
import { checkSame } from '../../../shared/transport/answers/sameThing';
import { entryOf } from '../../provider/answers';
import { messageStatus } from '../../provider/messageStatus';
import { messageIdField, messageIdOf } from './messageId';

export const getStatus = defineOperation({
	name: 'Get Status',
	value: 'getStatus',
	action: 'Get status of message',
	description: 'Get the status of a message: whether it arrived',
	repeatable: true,
	fields: { whom: [messageIdField] },
	async run(item) {
		const uuid = messageIdOf(item);
		const status = await readStatus(item, uuid);
		checkSame(item.provider, { uuid: status.messageId }, { uuid });
		return toItems([knownFirst(status)]);
	},
});

/** The delivery status of a message (https://docs.callbell.eu/api/reference/messages_api/get_message_status). */
export async function readStatus(item: ItemContext, uuid: string, options?: ExchangeOptions): Promise<DeliveryStatus> {
	const url = `/messages/status/${encodeURIComponent(uuid)}`;
	const answer = await item.request({ method: 'GET', url }, { ...options, isRead: true });
	const status = messageStatus(entryOf(answer, 'message'));
	return { ...status, messageId: status.messageId ?? uuid };
}
