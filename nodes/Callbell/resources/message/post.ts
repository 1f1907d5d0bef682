import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Call } from '../../../shared/call';
import { idText } from '../../../shared/deliveryStatus';
import { unexpectedAnswer } from '../../../shared/explain';
import { toItems } from '../../../shared/operation';
import { sendOnce } from '../../../shared/sendOnce';
import { entryOf } from '../../envelopes';
import { messageStatus } from '../../messageStatus';
import { keyOf } from '../../recipient';
import type { Recipient } from '../../recipient';
import { findLost } from './findLost';
import { waitIfWanted } from './wait';

/**
 * Sends a message once, and answers its delivery status.
 *
 * @param text by which the message is found should its answer be lost; a message without one cannot be told from others
 * @throws Failure when it was refused, or when its answer was lost and the message was not found
 */
export async function postOnce(call: Call, body: IDataObject, text: unknown): Promise<INodeExecutionData[]> {
	const recipient = keyOf(body as unknown as Recipient);
	const sent = await sendOnce(call, {
		fingerprint: JSON.stringify(body),
		send: async () => await post(call, body, recipient),
		idOf: ({ uuid }) => idText(uuid),
		findLost: typeof text === 'string' && text ? async (since) => await findLost(call, body, text, since) : undefined,
		whereToLook: `Look at the conversation with ${recipient} in Callbell.`,
	});
	const { answer } = sent;
	// In the list of a contact's messages the word is about their direction.
	const known = sent.wasLost
		? {
				...messageStatus({ uuid: answer.uuid, status: 'enqueued' }, { recipient, raw: answer }),
				providerStatus: null,
				wasFoundAfterLostAnswer: true,
			}
		: messageStatus(answer, { recipient });
	return toItems([await waitIfWanted(call, known)]);
}

async function post(call: Call, body: IDataObject, recipient: string): Promise<IDataObject> {
	const answer = await call.request({ ...call.routed, body }, { recipient });
	const message = entryOf(answer, 'message');
	if (idText(message.uuid) === null) throw unexpectedAnswer(call.provider, answer, "the new message's UUID");
	return message;
}
