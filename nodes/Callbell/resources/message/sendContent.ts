import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { MARK_KEY, marksOf } from '../../../shared/delivery/mark';
import { prepare } from '../../../shared/delivery/prepare';
import { sendInOrder, together, waitForAll } from '../../../shared/delivery/parts';
import type { Send } from '../../../shared/delivery/sendOnce';
import type { DeliveryStatus } from '../../../shared/delivery/deliveryStatus';
import type { ItemContext } from '../../../shared/door/itemContext';
import { toItems } from '../../../shared/door/operation';
import type { Sent } from '../../../shared/door/runMemory';
import { WAITS } from '../../../shared/delivery/waitForDelivery';
import { waitChoice } from '../../../shared/input/waitChoice';
import { collection } from '../../../shared/input/collection';
import { withHint } from '../../../shared/failures/hint';
import { mobileHint } from '../../../shared/input/phone/mobileHint';
import { toggle } from '../../../shared/input/toggle';
import { bodiesOf, splitsLongTexts } from '../../../shared/input/words/wordsFields';
import {
	checkTextLength,
	FACEBOOK,
	lengthHint,
	INSTAGRAM,
	TELEGRAM,
	WHATSAPP,
} from '../../../shared/input/words/channelLimits';
import type { ChannelLimit } from '../../../shared/input/words/channelLimits';
import { asObject, entryOf as limitOf, idText, madeId } from '../../../shared/json';
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

/** How long a text may be, by the kind of channel; of others no limit is known. */
const LIMITS: Record<string, ChannelLimit> = {
	facebook: FACEBOOK,
	instagram: INSTAGRAM,
	telegram: TELEGRAM,
	whatsapp: WHATSAPP,
};

/**
 * Sends one message once, and answers its delivery status. Whatever is wrong with the input is said before it is sent.
 *
 * @throws Failure when it was refused, or when its answer was lost and the message was not found
 */
export async function sendContent(item: ItemContext, make: () => Promise<Made>): Promise<INodeExecutionData[]> {
	const options = collection(item, 'Options', 'options');
	const wait = waitChoice(item, WAITS);
	const isMarked = toggle('Mark Messages', options.markMessages, true);
	const { body, rendered } = await prepare(async () => {
		const made = await make();
		return { body: messageBody(item, made.content), rendered: made.rendered };
	});
	const recipient = keyOf(body as unknown as Recipient);
	const { text, ...others } = asObject(body.content);
	const limit = limitOf(LIMITS, idText(body.from));
	const isText = body.type === 'text' && rendered === undefined;
	const canBeSplit = isText && !splitsLongTexts(options);
	if (canBeSplit) checkTextLength(text, limit);
	const words = { words: text, limit, options };
	const bodies = bodiesOf(body, words, (part) => ({ ...body, content: { ...others, text: part } }));
	const marks = isMarked ? marksOf(item, bodies.length) : [];
	const sent = await sendInOrder(
		item,
		bodies.map((one, index) => sendOf(item, one, { recipient, rendered, mark: marks[index], canBeSplit })),
	);
	const statuses = await waitForAll(sent, async (one) => await waitIfWanted(item, known(one, recipient), wait));
	return toItems([together(statuses)]);
}

/** What is known of a message beside its body. */
interface About {
	recipient: string;
	rendered: string | undefined;
	mark: string | undefined;
	/** Whether there is an option that splits a long text, and the user did not take it. */
	canBeSplit: boolean;
}

function sendOf(item: ItemContext, body: IDataObject, { recipient, rendered, mark, canBeSplit }: About): Send {
	const { text, url } = asObject(body.content);
	const words = rendered ?? text;
	const marked = mark === undefined ? body : { metadata: { [MARK_KEY]: mark }, ...body };
	// A file is not shown among a contact's messages: its caption would be taken for a text.
	const canBeFound = words !== undefined && words !== '' && url === undefined;
	return {
		fingerprint: fingerprint(body, words),
		// Without the mark, by which no two are the same: customers get the same from those that are.
		whole: JSON.stringify(body),
		send: async () =>
			await withHint(
				(refusal) => mobileHint(recipient) ?? lengthHint(refusal, words, canBeSplit),
				async () => await post(item, marked, recipient),
			),
		idOf: ({ uuid }) => idText(uuid),
		findLost: canBeFound ? async (leftAt) => await findLost(item, body, words, leftAt) : undefined,
		whereToLook: `Look at the conversation with ${recipient} in Callbell.`,
	};
}

function known({ answer, wasLost }: Sent, recipient: string): DeliveryStatus {
	if (!wasLost) return messageStatus(answer, { recipient });
	// In the list of a contact's messages the word is about their direction.
	return {
		...messageStatus(
			{ uuid: answer.uuid, status: 'enqueued', createdAt: answer.createdAt },
			{ recipient, raw: answer },
		),
		providerStatus: null,
		wasFoundAfterLostAnswer: true,
	};
}

async function post(item: ItemContext, body: IDataObject, recipient: string): Promise<IDataObject> {
	const answer = await item.request({ ...item.routed, body }, { recipient });
	const message = entryOf(answer, 'message');
	if (madeId(message.uuid) === null) throw unexpectedAnswer(item.provider, answer, "the new message's UUID");
	return message;
}
