import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { deliveryStatus } from '../../../shared/delivery/deliveryStatus';
import type { DeliveryStatus } from '../../../shared/delivery/deliveryStatus';
import { readMark } from '../../../shared/delivery/mark';
import { sendInOrder, together } from '../../../shared/delivery/parts';
import type { Send } from '../../../shared/delivery/sendOnce';
import { withHint } from '../../../shared/failures/hint';
import type { ItemContext } from '../../../shared/door/itemContext';
import { toItems } from '../../../shared/door/operation';
import { mobileHint } from '../../../shared/input/phone/mobileHint';
import { asObject, entryOf, idText, madeId } from '../../../shared/json';
import { unexpectedAnswer } from '../../../shared/transport/httpFailure';
import { messagesPath } from '../../provider/environment';
import { ACCEPTED, STATUSES } from '../../provider/messageStatus';

/** What WhatsApp says of a message that it took but does not send on for now. */
const NOTES: Record<string, string> = {
	held_for_quality_assessment:
		'WhatsApp holds the message back while it assesses the quality of the template; it is sent or failed later.',
	paused: 'WhatsApp took the message, but the template is paused for its quality; it may not be delivered.',
};

/**
 * Sends a message once and answers its delivery status.
 *
 * @param bodies several for the parts of a long text
 * @throws Failure when it was refused, or when its answer was lost: WhatsApp has no request that looks a message up
 */
export async function postOnce(item: ItemContext, bodies: IDataObject[]): Promise<INodeExecutionData[]> {
	const sent = await sendInOrder(
		item,
		bodies.map((body) => sendOf(item, body)),
	);
	return toItems([together(sent.map(({ answer }, index) => accepted(recipientOf(bodies[index]!), answer)))]);
}

function sendOf(item: ItemContext, body: IDataObject): Send {
	const to = recipientOf(body);
	return {
		fingerprint: JSON.stringify(body),
		whole: '',
		send: async () =>
			await withHint(
				() => mobileHint(to),
				async () => await post(item, to, body),
			),
		idOf: messageId,
		whereToLook: whereToLook(to, body),
	};
}

/** Whom the message goes to in the end: additional body fields may name another one than the form. */
function recipientOf({ to, recipient }: IDataObject): string {
	return idText(to) ?? idText(recipient) ?? '';
}

async function post(item: ItemContext, to: string, body: IDataObject): Promise<IDataObject> {
	const url = messagesPath(item.account.baseURL);
	const answer = await item.request({ method: 'POST', url, body }, { recipient: to });
	const taken = asObject(answer.body);
	if (messageId(taken) === null) throw unexpectedAnswer(item.provider, answer, "the new message's ID");
	return taken;
}

/** The delivery status of an answer `{ contacts: [{ wa_id }], messages: [{ id, message_status }] }`. */
function accepted(to: string, answer: IDataObject): DeliveryStatus {
	const contact = first(answer.contacts);
	const providerStatus = idText(first(answer.messages).message_status);
	const note = entryOf(NOTES, providerStatus);
	return {
		...deliveryStatus('dialog360', STATUSES, providerStatus ?? ACCEPTED, {
			messageId: messageId(answer),
			recipient: idText(contact.wa_id ?? contact.user_id) ?? to,
			raw: answer,
		}),
		providerStatus,
		...(note && { note }),
	};
}

function messageId({ messages }: IDataObject): string | null {
	return madeId(first(messages).id);
}

function first(list: unknown): IDataObject {
	return asObject(Array.isArray(list) ? list[0] : undefined);
}

function whereToLook(to: string, { biz_opaque_callback_data: tracking }: IDataObject): string {
	const event = `If it was sent, the 360dialog Trigger gets a status event for ${to}`;
	const origin = readMark(tracking);
	if (origin) return `${event} with the executionId ${origin.executionId} and the itemIndex ${origin.itemIndex}.`;
	return tracking
		? `${event} with the tracking text "${String(tracking)}".`
		: `${event}; with the option Tracking Text, the event says which message it is about.`;
}
