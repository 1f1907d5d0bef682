import type { IDataObject } from 'n8n-workflow';

type Sender = 'User' | 'Consumer' | 'Metadata';

/** Null for a message that is created and stays as it is; the others are created as `Sending` and updated once. */
type Outcome = 'Failed' | 'Success' | null;

const CHANNELS = ['Facebook', 'Instagram', 'SMS', 'Whatsapp'] as const;

const KINDS: ReadonlyArray<[senderType: Sender, outcome: Outcome]> = [
	['User', 'Failed'],
	['Consumer', null],
	['User', 'Success'],
	['Metadata', null],
	['User', 'Failed'],
	['User', null],
	['Consumer', null],
	['Metadata', 'Failed'],
];

export interface MixedMessage {
	channel: (typeof CHANNELS)[number];
	senderType: Sender;
	outcome: Outcome;
	isAutomated: boolean;
	consumerName: string;
	text: string;
}

/** Creations of consumers' messages (what the node does by itself), and updates that are a user's failed message. */
export const MIXTURE_FILTERS = {
	statuses: ['Failed'],
	updatedSenders: ['User'],
	channels: ['Facebook', 'SMS', 'Whatsapp'],
	ignoreAutomated: true,
};

/** All kinds on all channels, in turn, until so many events come of them: a creation each, and an update where there is an outcome. */
export function mixedMessages(events: number): MixedMessage[] {
	const messages: MixedMessage[] = [];
	for (let number = 0, made = 0; made < events; number++) {
		const [senderType, wanted] = KINDS[number % KINDS.length]!;
		const outcome = made === events - 1 ? null : wanted;
		made += outcome === null ? 1 : 2;
		messages.push({
			senderType,
			outcome,
			channel: CHANNELS[Math.floor(number / KINDS.length) % CHANNELS.length]!,
			isAutomated: number % 5 === 0,
			consumerName: `Consumer no. ${number}`,
			text: `Message no. ${number}, with “quotes” and ünïcode`,
		});
	}
	return messages;
}

/** Whether one of the events of a message is to start a run. */
export function passes({ channel, isAutomated, outcome, senderType }: MixedMessage): boolean {
	if (channel === 'Instagram' || isAutomated) return false;
	return senderType === 'Consumer' || (senderType === 'User' && outcome === 'Failed');
}

/** What the trigger is to put out, but for the time and what Partoo sent. */
export function expectedOutput(message: MixedMessage, messageId: number, conversationId: number): IDataObject {
	const isCreation = message.outcome === null;
	return {
		messageId: String(messageId),
		conversationId: String(conversationId),
		event: isCreation ? 'message_created' : 'message_updated',
		provider: 'partoo',
		providerStatus: isCreation ? 'Success' : 'Failed',
		status: isCreation ? 'delivered' : 'failed',
		isFinal: true,
		errorCode: null,
		errorMessage: null,
		recipient: null,
		contentType: 'Text',
		text: message.text,
		mediaUrl: null,
		senderType: message.senderType,
		senderLabel: message.senderType === 'User' ? null : message.consumerName,
		isAutomated: false,
		isDeleted: false,
		consumerName: message.consumerName,
		channel: message.channel,
		organizationId: '42',
		externalConversationId: null,
		externalMessageId: null,
	};
}
