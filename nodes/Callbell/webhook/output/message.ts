import type { IDataObject } from 'n8n-workflow';
import type { DeliveryStatus } from '../../../shared/delivery/deliveryStatus';
import { asObject, firstId, idText } from '../../../shared/json';
import { summaryOf } from '../../../shared/trigger/summary';
import { messageStatus, timestampOf } from '../../provider/messageStatus';
import { callbell } from '../../provider/provider';
import { contactOf } from '../calls/event';
import type { CallbellEvent } from '../calls/event';
import { OUTGOING } from '../form/events';
import { contactSummary, conversationIdOf, metadataOf, originOf } from './commonFields';
import { readContent } from './content';

/**
 * A message as one flat item: what a workflow acts on, then all that Callbell sent. One that went out begins with the
 * delivery status that all providers share. IDs are texts, what is absent is null, and nothing is called `error`: n8n
 * would take the item for one that went wrong.
 *
 * @param key the same in every repetition of the call
 */
export function messageOutput(event: CallbellEvent, key: string): IDataObject {
	const { type, payload, raw } = event;
	const word = idText(payload.status)?.toLowerCase();
	const isOutgoing = word === OUTGOING;
	const { sender, recipient } = partiesOf(event, isOutgoing);
	const content = readContent(payload);
	const { phoneNumber, bsuid, name } = contactOf(event);
	const replyTo = asObject(payload.messageContext ?? payload.mesageContext);
	return {
		...(isOutgoing ? statusFields(event, recipient) : incomingFields(event, recipient)),
		event: type,
		direction: word === undefined ? null : isOutgoing ? 'outgoing' : 'incoming',
		sender,
		name: idText(name),
		...content,
		summary: summaryOf(content.contentType, content.text, content.mediaUrl),
		answerTo: firstId(phoneNumber, bsuid, isOutgoing ? recipient : sender),
		replyToText: idText(replyTo.text),
		isForwarded: asObject(payload.messageForward).forwarded === true,
		...(isOutgoing ? originOf(payload) : { metadata: metadataOf(payload) }),
		...contactSummary(event),
		repeatKey: key,
		raw,
	};
}

/** An update of a message's status as one flat item. */
export function statusOutput(event: CallbellEvent, key: string): IDataObject {
	const { type, payload, raw } = event;
	const { phoneNumber, bsuid } = contactOf(event);
	return {
		...statusFields(event, firstId(phoneNumber, bsuid)),
		event: type,
		...originOf(payload),
		...contactSummary(event),
		repeatKey: key,
		raw,
	};
}

function statusFields(event: CallbellEvent, recipient: string | null): IDataObject {
	const status: Partial<DeliveryStatus> = messageStatus(event.payload, {
		conversationId: conversationIdOf(event),
		recipient,
	});
	delete status.raw;
	return status;
}

/**
 * Who wrote to whom. Callbell's own sample of a message that came in has the customer in `to`, live calls have them in
 * `from`; what is certain is the contact.
 */
function partiesOf(event: CallbellEvent, isOutgoing: boolean) {
	const { phoneNumber, bsuid } = contactOf(event);
	const isContact = (value: unknown) => [phoneNumber, bsuid].some((id) => sameId(id, value));
	const [from, to] = [idText(event.payload.from), idText(event.payload.to)];
	const isTurned = isOutgoing ? isContact(from) && !isContact(to) : isContact(to) && !isContact(from);
	const [sender, recipient] = isTurned ? [to, from] : [from, to];
	const known = firstId(phoneNumber, bsuid);
	return isOutgoing ? { sender, recipient: recipient ?? known } : { sender: sender ?? known, recipient };
}

/** Numbers are written with and without a plus. */
function sameId(one: unknown, other: unknown): boolean {
	const plain = (id: unknown) => idText(id)?.replace(/^\+/, '');
	return plain(one) !== undefined && plain(one) === plain(other);
}

function incomingFields(event: CallbellEvent, recipient: string | null): IDataObject {
	const { payload } = event;
	return {
		messageId: idText(payload.uuid),
		conversationId: conversationIdOf(event),
		recipient,
		provider: callbell.id,
		providerStatus: idText(payload.status),
		timestamp: timestampOf(payload),
	};
}
