import type { DeliveryStatus } from '../../../shared/delivery/deliveryStatus';
import { waitForDelivery } from '../../../shared/delivery/waitForDelivery';
import type { ItemContext } from '../../../shared/door/itemContext';
import { Failure } from '../../../shared/failures/failure';
import type { WaitChoice } from '../../../shared/input/waitChoice';
import { readStatus } from './getStatus';

/** One request per message: Callbell has no list of statuses. A thirtieth of the 300 a second that an account has. */
const STATUS_REQUESTS_PER_MINUTE = 600;

/** WhatsApp's code and words for a message that was no template and came too late. */
const TOO_LATE = /131047|\b470\b|24 hours|re-?engagement/i;

/**
 * Waits for the message's fate when the user wants it, and answers what is known then.
 *
 * @throws Failure when the message was not delivered and the user wants to stop then
 */
export async function waitIfWanted(
	item: ItemContext,
	accepted: DeliveryStatus,
	{ isWanted, seconds, stops }: WaitChoice,
): Promise<DeliveryStatus> {
	const { messageId, recipient } = accepted;
	if (!isWanted || messageId === null) return accepted;
	const status = await waitForDelivery(item, accepted, {
		group: messageId,
		seconds,
		perMinute: STATUS_REQUESTS_PER_MINUTE,
		lookUp: async () => {
			const found = await readStatus(item, messageId, { isLow: true });
			// What is told of another message is nothing about this one.
			return new Map(
				found.messageId === messageId ? [[messageId, { ...found, recipient: found.recipient ?? recipient }]] : [],
			);
		},
	});
	if (status.status === 'failed' && stops) {
		item.memory.undelivered(item.itemIndex);
		throw notDelivered(status);
	}
	return status;
}

function notDelivered({ messageId, recipient, errorCode, errorMessage }: DeliveryStatus): Failure {
	const reason = [errorMessage, errorCode && `(${errorCode})`].filter(Boolean).join(' ');
	const isTooLate = TOO_LATE.test(reason);
	return new Failure({
		message: `Callbell could not deliver message ${messageId} to ${recipient}${reason && `: ${reason}`}`,
		cause: isTooLate ? 'More than 24 hours have passed since the customer wrote.' : undefined,
		nextStep: isTooLate
			? 'Use Send Template: WhatsApp delivers templates at any time.'
			: 'Check the number, or use Send Template where the customer wrote more than 24 hours ago. Set When Delivery Fails to "Pass Item On" to let the workflow decide.',
		code: errorCode ?? 'NOT_DELIVERED',
	});
}
