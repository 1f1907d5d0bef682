import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { idText } from '../../../shared/json';
import type { ItemContext } from '../../../shared/door/itemContext';
import { unexpectedAnswer } from '../../../shared/transport/httpFailure';
import { toItems } from '../../../shared/door/operation';
import { sendOnce } from '../../../shared/delivery/sendOnce';
import { entryOf } from '../../provider/answers';
import { messageStatus } from '../../provider/messageStatus';
import { keyOf } from '../../fields/recipient';
import type { Recipient } from '../../fields/recipient';
import { findLost } from './findLost';
import { waitIfWanted } from './wait';

/**
 * Sends a message once, and answers its delivery status.
 *
 * @param text by which the message is found should its answer be lost; a message without one cannot be told from others
 * @throws Failure when it was refused, or when its answer was lost and the message was not found
 */
export async function postOnce(item: ItemContext, body: IDataObject, text: unknown): Promise<INodeExecutionData[]> {
	const recipient = keyOf(body as unknown as Recipient);
	const sent = await sendOnce(item, {
		fingerprint: JSON.stringify(body),
		send: async () => await post(item, body, recipient),
		idOf: ({ uuid }) => idText(uuid),
		findLost: typeof text === 'string' && text ? async (since) => await findLost(item, body, text, since) : undefined,
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
	return toItems([await waitIfWanted(item, known)]);
}

async function post(item: ItemContext, body: IDataObject, recipient: string): Promise<IDataObject> {
	const answer = await item.request({ ...item.routed, body }, { recipient });
	const message = entryOf(answer, 'message');
	if (idText(message.uuid) === null) throw unexpectedAnswer(item.provider, answer, "the new message's UUID");
	return message;
}
