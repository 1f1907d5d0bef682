import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { prepare } from '../../../shared/delivery/prepare';
import { sendOnce } from '../../../shared/delivery/sendOnce';
import type { ItemContext } from '../../../shared/door/itemContext';
import { toItems } from '../../../shared/door/operation';
import { withMobileHint } from '../../../shared/input/phone/mobileHint';
import { asObject, idText } from '../../../shared/json';
import { unexpectedAnswer } from '../../../shared/transport/httpFailure';
import { keyOf } from '../../fields/recipient';
import type { Recipient } from '../../fields/recipient';
import { entryOf } from '../../provider/answers';
import { messageStatus } from '../../provider/messageStatus';
import { findLost, fingerprint } from './findLost';
import { messageBody } from './messageBody';
import type { Content } from './messageBody';
import { waitIfWanted } from './wait';

/** A message, and the text of a template with its values, as the customer reads it. */
interface Made {
	content: Content;
	rendered?: string;
}

/**
 * Sends one message once, and answers its delivery status. Whatever is wrong with the input is said before it is sent.
 *
 * @throws Failure when it was refused, or when its answer was lost and the message was not found
 */
export async function sendContent(item: ItemContext, make: () => Promise<Made>): Promise<INodeExecutionData[]> {
	const { body, rendered } = await prepare(async () => {
		const made = await make();
		return { body: await messageBody(item, made.content), rendered: made.rendered };
	});
	const { text, url } = asObject(body.content);
	const words = rendered ?? text;
	// A file is not shown among a contact's messages: its caption would be taken for a text.
	const canBeFound = words !== undefined && words !== '' && url === undefined;
	const recipient = keyOf(body as unknown as Recipient);
	const { answer, wasLost } = await sendOnce(item, {
		fingerprint: fingerprint(body, words),
		whole: JSON.stringify(body),
		send: async () => await withMobileHint(recipient, async () => await post(item, body, recipient)),
		idOf: ({ uuid }) => idText(uuid),
		findLost: canBeFound ? async (leftAt) => await findLost(item, body, words, leftAt) : undefined,
		whereToLook: `Look at the conversation with ${recipient} in Callbell.`,
	});
	// In the list of a contact's messages the word is about their direction.
	const known = wasLost
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
