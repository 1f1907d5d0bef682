import type { IDataObject } from 'n8n-workflow';

import { MAIN_CHANNEL, seedTeams } from '../../../sandbox/callbell/seed';
import { addContact, type Customer, deliveries, send, write } from '../harness/callbell';
import { inGroups } from '../harness/inGroups';
import { kindsOf } from '../harness/kinds';
import type { Stage } from '../harness/stage';
import type { TriggerCase } from './triggerCase';

const AT_ONCE = 10;
/** Between two statuses of a message, in milliseconds. */
const STATUS_EVERY_MS = 50;

/** Something that happens at Callbell, and what the trigger is to put out for it. */
interface Kind {
	/** How many events it is. */
	events: number;
	happen(stage: Stage, number: number): Promise<IDataObject[]>;
}

/** In turn; the first is one event. A word in a text decides what becomes of it in the sandbox. */
const KINDS: readonly Kind[] = [
	customer('whatsapp'),
	customer('instagram'),
	answered('#unread', ['sent', 'delivered'], {
		status: 'delivered',
		providerStatus: 'delivered',
		errorCode: null,
		errorMessage: null,
	}),
	answered('#fail', ['failed'], {
		status: 'failed',
		providerStatus: 'failed',
		errorCode: '131026',
		errorMessage: 'Message undeliverable',
	}),
	customer('telegram'),
	answered('', ['sent', 'delivered', 'read'], {
		status: 'delivered',
		providerStatus: 'delivered',
		errorCode: null,
		errorMessage: null,
	}),
];

/** Messages of customers on several kinds of channels, answers of the business, and all that becomes of these. */
export const callbellMixture: TriggerCase['mixture'] = {
	parameters: {
		events: ['message_created', 'message_status_updated'],
		filters: { channels: ['whatsapp'], statuses: ['delivered', 'failed'] },
	},
	happen: async (stage, count) => {
		await stage.sandbox.settings({ sendingMs: STATUS_EVERY_MS } as object, 'callbell');
		return (
			await inGroups(kindsOf(KINDS, count), AT_ONCE, async (kind, number) => await kind.happen(stage, number))
		).flat();
	},
	answered: async (stage) =>
		(await deliveries(stage)).filter(({ attempts }) => attempts.length === 1 && attempts[0]?.status === 200).length,
	runs: async (_, outputs) => outputs.length,
};

/** A customer writes. Only those on WhatsApp pass. */
function customer(source: string): Kind {
	return {
		events: 1,
		happen: async (stage, number) => {
			const { contact, incoming } = await question(stage, { ...someone(number), source });
			return source === 'whatsapp' ? [{ ...incoming, ...about(contact, someone(number)) }] : [];
		},
	};
}

/** A customer writes, and the business answers; of the statuses of that, one passes. */
function answered(word: string, statuses: string[], expected: IDataObject): Kind {
	return {
		events: 2 + statuses.length,
		happen: async (stage, number) => {
			const { contact, incoming } = await question(stage, { ...someone(number), source: 'whatsapp' });
			const { identifier } = someone(number);
			const metadata = { order: String(number) };
			const messageId = await send(stage, identifier, `In all sizes ${word}`, metadata);
			const status = {
				event: 'message_status_updated',
				provider: 'callbell',
				messageId,
				recipient: identifier,
				isFinal: true,
				metadata,
				repeatKey: `${messageId}:${String(expected.providerStatus)}`,
				...expected,
			};
			return [incoming, status].map((output) => ({ ...output, ...about(contact, someone(number)) }));
		},
	};
}

const someone = (number: number): Omit<Customer, 'source'> => ({
	identifier: String(491_510_000_000 + number),
	name: `Customer no. ${number}`,
});

async function question(stage: Stage, who: Customer): Promise<{ contact: string; incoming: IDataObject }> {
	const contact = await addContact(stage, who);
	const text = `Message of ${who.name}, with “quotes” and ünïcode`;
	const at = `${new Date().toISOString().slice(0, 19)}Z`;
	const messageId = await write(stage, { contact, text, at });
	const incoming = {
		event: 'message_created',
		provider: 'callbell',
		messageId,
		recipient: MAIN_CHANNEL.uuid,
		providerStatus: 'received',
		timestamp: new Date(at).toISOString(),
		direction: 'incoming',
		sender: who.identifier,
		name: who.name,
		contentType: 'text',
		text,
		mediaUrl: null,
		attachments: [],
		replyToText: null,
		isForwarded: false,
		metadata: null,
		repeatKey: messageId,
	};
	return { contact, incoming };
}

/** What both say of a customer on WhatsApp. */
function about(contact: string, { identifier, name }: Omit<Customer, 'source'>): IDataObject {
	const [team] = seedTeams();
	return {
		conversationId: `${MAIN_CHANNEL.uuid}:${contact}`,
		contactId: contact,
		contactName: name,
		contactPhone: identifier,
		contactTags: [],
		channel: 'whatsapp',
		channelId: MAIN_CHANNEL.uuid,
		teamId: team!.uuid,
		teamName: team!.name,
		assignedUser: null,
		conversationUrl: `https://dash.callbell.eu/chat/${contact}`,
	};
}
