import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { MARK_KEY, marksOf } from '../../../shared/delivery/mark';
import { prepare } from '../../../shared/delivery/prepare';
import { sendInOrder, together, waitForAll } from '../../../shared/delivery/parts';
import type { Send } from '../../../shared/delivery/sendOnce';
import type { DeliveryStatus } from '../../../shared/delivery/deliveryStatus';
import type { ItemContext } from '../../../shared/door/itemContext';
import { toItems } from '../../../shared/door/operation';
import type { Sent } from '../../../shared/door/runMemory';
import { collection } from '../../../shared/input/collection';
import { withMobileHint } from '../../../shared/input/phone/mobileHint';
import { toggle } from '../../../shared/input/toggle';
import { bodiesOf } from '../../../shared/input/words/wordsFields';
import type { TextLimit } from '../../../shared/input/words/splitText';
import { asObject, entryOf as limitOf, idText } from '../../../shared/json';
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
 * How long a text may be: https://developers.facebook.com/docs/whatsapp/cloud-api/messages/text-messages,
 * https://developers.facebook.com/docs/messenger-platform/reference/send-api,
 * https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api,
 * https://core.telegram.org/bots/api#sendmessage
 */
const LIMITS: Record<string, TextLimit> = {
	facebook: { max: 2000, unit: 'characters' },
	instagram: { max: 999, unit: 'bytes' },
	telegram: { max: 4096, unit: 'characters' },
	whatsapp: { max: 4096, unit: 'characters' },
};

/**
 * Sends one message once, and answers its delivery status. Whatever is wrong with the input is said before it is sent.
 *
 * @throws Failure when it was refused, or when its answer was lost and the message was not found
 */
export async function sendContent(item: ItemContext, make: () => Promise<Made>): Promise<INodeExecutionData[]> {
	const options = collection(item, 'Options', 'options');
	const isMarked = toggle('Mark Messages', options.markMessages, true);
	const { body, rendered } = await prepare(async () => {
		const made = await make();
		return { body: messageBody(item, made.content), rendered: made.rendered };
	});
	const recipient = keyOf(body as unknown as Recipient);
	const { text, ...others } = asObject(body.content);
	const words = { words: text, limit: limitOf(LIMITS, idText(body.from)), options };
	const bodies = bodiesOf(body, words, (part) => ({ ...body, content: { ...others, text: part } }));
	const marks = isMarked ? marksOf(item, bodies.length) : [];
	const sent = await sendInOrder(
		item,
		bodies.map((one, index) => sendOf(item, one, { recipient, rendered, mark: marks[index] })),
	);
	const statuses = await waitForAll(sent, async (one) => await waitIfWanted(item, known(one, recipient)));
	return toItems([together(statuses)]);
}

/** What is known of a message beside its body. */
interface About {
	recipient: string;
	rendered: string | undefined;
	mark: string | undefined;
}

function sendOf(item: ItemContext, body: IDataObject, { recipient, rendered, mark }: About): Send {
	const { text, url } = asObject(body.content);
	const words = rendered ?? text;
	const marked = mark === undefined ? body : { metadata: { [MARK_KEY]: mark }, ...body };
	// A file is not shown among a contact's messages: its caption would be taken for a text.
	const canBeFound = words !== undefined && words !== '' && url === undefined;
	return {
		fingerprint: fingerprint(body, words),
		// Without the mark, by which no two are the same: customers get the same from those that are.
		whole: JSON.stringify(body),
		send: async () => await withMobileHint(recipient, async () => await post(item, marked, recipient)),
		idOf: ({ uuid }) => idText(uuid),
		findLost: canBeFound ? async (leftAt) => await findLost(item, body, words, leftAt) : undefined,
		whereToLook: `Look at the conversation with ${recipient} in Callbell.`,
	};
}

function known({ answer, wasLost }: Sent, recipient: string): DeliveryStatus {
	if (!wasLost) return messageStatus(answer, { recipient });
	// In the list of a contact's messages the word is about their direction.
	return {
		...messageStatus({ uuid: answer.uuid, status: 'enqueued' }, { recipient, raw: answer }),
		providerStatus: null,
		wasFoundAfterLostAnswer: true,
	};
}

async function post(item: ItemContext, body: IDataObject, recipient: string): Promise<IDataObject> {
	const answer = await item.request({ ...item.routed, body }, { recipient });
	const message = entryOf(answer, 'message');
	if (idText(message.uuid) === null) throw unexpectedAnswer(item.provider, answer, "the new message's UUID");
	return message;
}
