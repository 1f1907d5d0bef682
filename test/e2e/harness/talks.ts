import type { Chat, Message } from '../../../sandbox/dialog360/types';
import { METADATA } from '../../../sandbox/dialog360/webhooks/envelope';
import type { Stage } from './stage';

/** What was said, in alphabetical order. */
export interface Talk {
	customer: string[];
	business: string[];
}

/** By the customer, e.g. by phone number. */
export type Talks = Record<string, Talk>;

interface CustomConversation {
	id: number;
	custom_channel: { external_conversation_id: string } | null;
}

/** Conversations of Partoo's custom channel, by what stands after the prefix and its colon in their external IDs. */
export async function conversationsAt({ sandbox }: Stage, prefix: string): Promise<Map<string, number>> {
	const answer = await fetch(`${sandbox.partooUrl}/conversations?per_page=100`, {
		headers: { 'x-APIKey': 'partoo-admin-key' },
	});
	const { conversations, count } = (await answer.json()) as { conversations: CustomConversation[]; count: number };
	if (conversations.length < count)
		throw new Error(`Only ${conversations.length} of ${count} conversations fit on the page.`);
	const bridged = conversations.flatMap(({ id, custom_channel: channel }) =>
		channel?.external_conversation_id.startsWith(`${prefix}:`)
			? [[channel.external_conversation_id.slice(prefix.length + 1), id] as const]
			: [],
	);
	const bySuffix = new Map(bridged);
	if (bySuffix.size < bridged.length) throw new Error('A customer has two conversations.');
	return bySuffix;
}

/** Partoo's conversations with the customers of the WhatsApp number, by their phone numbers. */
export async function conversationsByPhone(stage: Stage): Promise<Map<string, number>> {
	return await conversationsAt(stage, METADATA.phone_number_id);
}

/** What Partoo has of these. */
export async function talksAtPartoo({ sandbox }: Stage, conversations: Map<string, number>): Promise<Talks> {
	const talks = [...conversations].map(async ([customer, id]) => {
		const messages = await sandbox.messages(id);
		const textsOf = (sender: string) =>
			messages.filter(({ sender_type }) => sender_type === sender).map(({ content }) => String(content));
		return [customer, { customer: textsOf('Consumer').sort(), business: textsOf('User').sort() }] as const;
	});
	return Object.fromEntries(await Promise.all(talks));
}

/** WhatsApp's chats. */
export async function chatsOf({ sandbox }: Stage): Promise<Chat[]> {
	return (await sandbox.control<{ chats: Chat[] }>('GET', 'dialog360/chats')).chats;
}

/** What the business sent to a phone number on WhatsApp. */
export async function sentTo(stage: Stage, phone: string): Promise<Message[]> {
	const messages = (await chatsOf(stage)).find(({ id }) => id === phone)?.messages ?? [];
	return messages.filter(({ from }) => from === 'business');
}

/** What is in these. */
export function talksAtWhatsApp(chats: readonly Chat[]): Talks {
	const talks = chats.map(({ id, messages }) => {
		const textsOf = (side: string) =>
			messages.filter(({ from }) => from === side).map(({ content }) => String(content.body));
		return [id, { customer: textsOf('customer').sort(), business: textsOf('business').sort() }] as const;
	});
	return Object.fromEntries(talks);
}
