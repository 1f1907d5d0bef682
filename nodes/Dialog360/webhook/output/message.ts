import type { IDataObject } from 'n8n-workflow';
import { asObject, firstId, idText } from '../../../shared/json';
import { summaryOf } from '../../../shared/trigger/summary';
import { dialog360 } from '../../provider/provider';
import type { Dialog360Event } from '../calls/event';
import { digits } from '../calls/event';
import { ECHO, HISTORY } from '../form/events';
import { kindOf, typeOf } from '../form/messageKinds';
import { advertisement } from './advertisement';
import { conversationOf, errorFields, numberOf } from './commonFields';
import { readContent } from './content';
import type { Person } from './person';
import { personOf } from './person';
import { isoOf } from '../calls/timestamp';

/**
 * A message as one flat item: what a workflow acts on, then all that 360dialog sent. IDs are texts, what is absent is
 * null, and nothing is called `error`: n8n would take the item for one that went wrong.
 */
export function messageOutput(event: Dialog360Event): IDataObject {
	const { type, subject: message, raw } = event;
	const person = personOf(event);
	const kind = kindOf(message);
	const groupId = idText(message.group_id);
	const { customer, ...parties } = isOutgoing(event) ? outgoing(event, person) : incoming(event, person);
	const content = readContent(message);
	const number = 'recipient' in parties ? parties.recipient : (content.newSender ?? parties.sender);
	return {
		event: type,
		provider: dialog360.id,
		messageId: idText(message.id),
		conversationId: conversationOf(event, groupId ?? customer),
		timestamp: isoOf(message.timestamp),
		...parties,
		name: person.name,
		username: person.username,
		contentType: typeOf(message),
		kind,
		...content,
		summary: summaryOf(kind, content.text, content.caption, content.fileName, content.locationName, content.address),
		answerTo: groupId ?? firstId(number, customer),
		...(event.isLateAnswer && { isLateAnswer: true }),
		...failure(event, kind),
		isForwarded: isForwarded(message),
		groupId,
		...numberOf(event),
		...advertisement(message),
		...identity(message, person),
		...(type === HISTORY && progress(event)),
		raw,
	};
}

/** Whether the business wrote it: an echo, or of a chat's history what its own number sent. */
function isOutgoing({ type, subject, value }: Dialog360Event): boolean {
	const own = digits(asObject(value.metadata).display_phone_number);
	return type === ECHO || (type === HISTORY && own !== '' && digits(subject.from) === own);
}

function incoming(event: Dialog360Event, person: Person) {
	const { subject: message } = event;
	const sender = firstId(message.from, person.number);
	const senderId = firstId(message.from_user_id, person.id);
	const parties = { sender, senderId, senderParentId: firstId(message.from_parent_user_id, person.parentId) };
	if (message.type !== 'system') return { ...parties, customer: senderId ?? sender };
	return renamed(event, parties);
}

/**
 * Who changed the phone number or got another hidden-number ID: `senderId` and the conversation are the new ones, and
 * what they were before stands beside them
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids).
 */
function renamed(
	event: Dialog360Event,
	{
		sender,
		senderId: known,
		senderParentId,
	}: { sender: string | null; senderId: string | null; senderParentId: string | null },
) {
	const system = asObject(event.subject.system);
	const senderId = firstId(system.user_id, known);
	const previousSenderId = firstId(system.previous_user_id, known === senderId ? null : known);
	const newNumber = firstId(system.wa_id, system.new_wa_id);
	const previous = newNumber === null ? previousSenderId : (previousSenderId ?? sender);
	const customer = senderId ?? newNumber ?? sender;
	return {
		sender,
		senderId,
		senderParentId: firstId(system.parent_user_id, senderParentId),
		previousSenderId,
		previousSenderParentId: idText(system.previous_parent_user_id),
		previousConversationId: previous === customer ? null : conversationOf(event, previous),
		customer,
	};
}

function outgoing({ subject: message, history }: Dialog360Event, person: Person) {
	const thread = history?.thread ?? {};
	const recipientId = firstId(message.to_user_id, person.id, thread.user_id);
	const recipient = firstId(message.to, person.number, thread.wa_id, thread.id, recipientId);
	return {
		sender: idText(message.from),
		senderId: idText(message.from_user_id),
		senderParentId: idText(message.from_parent_user_id),
		recipient,
		recipientId,
		recipientParentId: firstId(message.to_parent_user_id, person.parentId),
		customer: recipientId ?? recipient,
	};
}

/** What went wrong with the message itself; it may stand beside the only message of a change. */
function failure({ subject, siblings, value }: Dialog360Event, kind: string | null): IDataObject {
	const errors = subject.errors ?? (siblings.length === 1 ? value.errors : undefined);
	return errors === undefined && kind !== 'unsupported' ? {} : errorFields(errors);
}

function isForwarded({ context }: IDataObject): boolean {
	const { forwarded, frequently_forwarded } = asObject(context);
	return forwarded === true || frequently_forwarded === true;
}

/** The key by which a customer's device is known, for senders who ask WhatsApp to check it. */
function identity({ identity: changed }: IDataObject, person: Person): IDataObject {
	const identityKeyHash = firstId(asObject(changed).hash, person.identityKeyHash);
	return identityKeyHash === null ? {} : { identityKeyHash };
}

function progress({ subject, history }: Dialog360Event): IDataObject {
	const { phase, chunk_order, progress: done } = history?.progress ?? {};
	return {
		threadId: idText(history?.thread.id),
		historyStatus: idText(asObject(subject.history_context).status),
		phase: phase ?? null,
		chunkOrder: chunk_order ?? null,
		progress: done ?? null,
	};
}
