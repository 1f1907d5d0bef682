import type { ExchangeOptions } from '../../../shared/door/request';
import type { ItemContext } from '../../../shared/door/itemContext';
import { requiredText } from '../../../shared/input/checks';
import type { DeliveryStatus } from '../../../shared/delivery/deliveryStatus';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { entryOf } from '../../provider/answers';
import { messageStatus } from '../../provider/messageStatus';

export const getStatus = defineOperation({
	name: 'Get Status',
	value: 'getStatus',
	action: 'Get status of message',
	description: 'Get what became of a message',
	repeatable: true,
	async run(item) {
		return toItems([await readStatus(item, requiredText('Message ID', item.param('messageId', '')).trim())]);
	},
});

/** The delivery status of a message (https://docs.callbell.eu/api/reference/messages_api/get_message_status). */
export async function readStatus(item: ItemContext, uuid: string, options?: ExchangeOptions): Promise<DeliveryStatus> {
	const url = `/messages/status/${encodeURIComponent(uuid)}`;
	const answer = await item.request({ method: 'GET', url }, { ...options, isRead: true });
	return messageStatus(entryOf(answer, 'message'));
}
