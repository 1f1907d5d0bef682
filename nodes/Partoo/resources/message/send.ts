import type { INodeProperties } from 'n8n-workflow';
import { sendInOrder, together, waitForAll } from '../../../shared/delivery/parts';
import type { Send } from '../../../shared/delivery/sendOnce';
import type { DeliveryStatus } from '../../../shared/delivery/deliveryStatus';
import { WAITS } from '../../../shared/delivery/waitForDelivery';
import { waitChoice } from '../../../shared/input/waitChoice';
import { afterSendingFields, waitOptions } from '../../../shared/delivery/waitFields';
import { withHint } from '../../../shared/failures/hint';
import { lengthHint } from '../../../shared/input/words/channelLimits';
import type { ItemContext } from '../../../shared/door/itemContext';
import type { Sent } from '../../../shared/door/runMemory';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { collection } from '../../../shared/input/collection';
import { toggle } from '../../../shared/input/toggle';
import { convertMarkdownField, splitLongTextsField, splitsLongTexts } from '../../../shared/input/words/wordsFields';
import { conversationField } from '../../fields/locators';
import { acceptedStatus, messageStatus } from '../../provider/messageStatus';
import { partoo } from '../../provider/provider';
import { checkConversation, checkConversationField } from './checkConversation';
import { findLost, messageIdOf } from './findLost';
import { fingerprint, likenessOfBody } from './likeness';
import { inParts } from './body/inParts';
import { messageInput } from './body/messageInput';
import type { Readings } from './body/payload';
import { postMessage } from './post';
import { additionalBodyFields, otherReadings, requestBuilder } from './body/requestBuilder';
import type { BuiltMessage } from './body/requestBuilder';
import { sayingWhy } from './refused';
import { content, messageType } from './sendFields';
import { waitIfWanted } from './wait';

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		additionalBodyFields,
		checkConversationField,
		{
			...convertMarkdownField,
			displayOptions: { show: { '/messageType': ['Text'] } },
			description:
				'Whether to turn Markdown, as AI agents write it, into plain text without marks, which every channel shows correctly: **bold** becomes bold, and a link is followed by its URL',
		},
		{ ...splitLongTextsField, displayOptions: { show: { '/messageType': ['Text'] } } },
		...waitOptions,
	],
};

export const send = defineOperation({
	name: 'Send',
	value: 'send',
	action: 'Send message',
	description: 'Send a text or a file in an existing conversation; answers its ID and status',
	request: { method: 'POST', url: '/messages' },
	repeatable: false,
	fields: {
		decides: [messageType],
		whom: [conversationField],
		what: [...content, ...afterSendingFields(partoo)],
		options: [options],
	},
	async run(item) {
		const chosen = collection(item, 'Options', 'options');
		const wait = waitChoice(item, WAITS);
		const input = messageInput(item, chosen);
		const { build, fields } = await requestBuilder(item, input);
		if (toggle('Check Conversation First', chosen.checkConversation)) await checkConversation(item, fields, chosen);
		const parts = await inParts(item, input, fields, chosen);
		const built =
			parts[0] === input
				? [{ build, fields }]
				: await Promise.all(parts.map(async (part) => await requestBuilder(item, part)));
		const sent = await sendInOrder(
			item,
			built.map((message) =>
				sendOf(item, { possible: otherReadings(input), splits: splitsLongTexts(chosen) }, message),
			),
		);
		const conversationId = String(fields.conversation_id);
		const statuses = await waitForAll(
			sent,
			async (one) => await waitIfWanted(item, accepted(one, conversationId), wait),
		);
		return toItems([together(statuses)]);
	},
});

/** Which other readings are possible, and whether the user wants long texts to be split. */
interface How {
	possible: Array<keyof Readings>;
	splits: boolean;
}

function sendOf(item: ItemContext, { possible, splits }: How, { build, fields }: BuiltMessage): Send {
	const conversationId = String(fields.conversation_id);
	const look = likenessOfBody(fields);
	return {
		fingerprint: look ? fingerprint(look) : `upload to ${conversationId}`,
		whole: JSON.stringify(fields),
		send: async () =>
			await withHint(
				(refusal) => lengthHint(refusal, fields.content, !splits),
				async () => await sayingWhy(item, conversationId, async () => await postMessage(item, possible, build)),
			),
		idOf: messageIdOf,
		findLost: look && (async (leftAt) => await findLost(item, look, leftAt)),
		whereToLook: `Look at conversation ${conversationId} in Partoo.`,
	};
}

function accepted({ answer, wasLost }: Sent, conversationId: string): DeliveryStatus {
	return wasLost
		? { ...messageStatus(answer), wasFoundAfterLostAnswer: true }
		: acceptedStatus({ messageId: messageIdOf(answer), conversationId }, answer);
}
