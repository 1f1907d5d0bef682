import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import type { DeliveryStatus } from '../../../shared/delivery/deliveryStatus';
import { Failure } from '../../../shared/failures/failure';
import { waitForDelivery } from '../../../shared/delivery/waitForDelivery';
import type { Wait } from '../../../shared/delivery/waitForDelivery';
import type { WaitChoice } from '../../../shared/input/waitChoice';
import { cursorList, MAX_PER_PAGE } from '../../provider/pages';
import { messageStatus } from '../../provider/messageStatus';

/** Partoo has no item for one message, and documents no order of the list: it may be on any page. */
const MAX_PAGES = 10;

/** The rest of the 300 requests a minute that Partoo takes is left to sends. */
const STATUS_REQUESTS_PER_MINUTE = 60;

/** Milliseconds after a retry in which the `Failed` of before may still be shown. */
const OLD_FAILURE_MS = 15_000;

/**
 * Waits for the message's fate when the user wants it, and answers what is known then.
 *
 * @param wait read before the message is sent, so that what is wrong with it keeps the message from going out
 * @throws Failure when the message was not delivered and the user wants to stop then
 */
export async function waitIfWanted(
	item: ItemContext,
	accepted: DeliveryStatus,
	wait: WaitChoice,
	isRetry = false,
): Promise<DeliveryStatus> {
	const { conversationId } = accepted;
	const { isWanted, seconds, stops } = wait;
	if (!isWanted || conversationId === null) return accepted;
	const status = await waitForDelivery(item, accepted, {
		group: conversationId,
		seconds,
		perMinute: STATUS_REQUESTS_PER_MINUTE,
		isBelievable: isRetry ? newFailureOnly() : undefined,
		lookUp: async (ids) => await lookUp(item, conversationId, ids),
	});
	if (status.status === 'failed' && status.isFinal && stops) {
		item.memory.undelivered(item.itemIndex);
		throw notDelivered(status);
	}
	return { ...status, conversationId };
}

/** After a retry, `Failed` counts once `Sending` was seen, or when it has stood long enough. */
function newFailureOnly(): Wait['isBelievable'] {
	let sawSending = false;
	return ({ status }, waitedMs) => {
		sawSending ||= status === 'sending';
		return status !== 'failed' || sawSending || waitedMs >= OLD_FAILURE_MS;
	};
}

/** The delivery status of messages, by their IDs, as far as Partoo lists them. */
export async function lookUp(
	item: ItemContext,
	conversationId: string,
	ids: ReadonlySet<string>,
): Promise<Map<string, DeliveryStatus>> {
	const found = new Map<string, DeliveryStatus>();
	let page = 0;
	const qs: IDataObject = { conversation_id: conversationId, per_page: MAX_PER_PAGE };
	for await (const messages of cursorList(item, { method: 'GET', url: '/messages', qs }, 'messages', { isLow: true })) {
		for (const message of messages) {
			if (ids.has(String(message.id))) found.set(String(message.id), messageStatus(message));
		}
		if (++page >= MAX_PAGES || [...ids].every((id) => found.has(id))) break;
	}
	return found;
}

function notDelivered({ messageId, conversationId, providerStatus }: DeliveryStatus): Failure {
	return new Failure({
		message: `Partoo could not deliver message ${messageId} in conversation ${conversationId} (status ${providerStatus})`,
		cause: 'Partoo gives no reason; the customer may have blocked the business, or the channel is not connected.',
		nextStep:
			'Open the conversation in Partoo. Send it again with the Retry operation, or set When Delivery Fails to "Pass Item On" and let the workflow decide.',
		code: 'NOT_DELIVERED',
	});
}
