import type { Chat } from '../../../sandbox/dialog360/types';
import { METADATA } from '../../../sandbox/dialog360/webhooks/envelope';
import type { Stage } from './stage';

/** What was said, in alphabetical order. */
export interface Talk {
	customer: string[];
	business: string[];
}

/** By the customer's phone number. */
export type Talks = Record<string, Talk>;

interface CustomConversation {
	id: number;
	custom_channel: { external_conversation_id: string } | null;
}

/** Partoo's conversations with the customers of the WhatsApp number. */
export async function conversationsByPhone({ sandbox }: Stage): Promise<Map<string, number>> {
	const answer = await fetch(`${sandbox.partooUrl}/conversations?per_page=100`, { headers: { 'x-APIKey': 'partoo-admin-key' } });
	const { conversations, count } = (await answer.json()) as { conversations: CustomConversation[]; count: number };
	if (conversations.length < count) throw new Error(`Only ${conversations.length} of ${count} conversations fit on the page.`);
	const prefix = `${METADATA.phone_number_id}:`;
	const bridged = conversations.flatMap(({ id, custom_channel: channel }) =>
		channel?.external_conversation_id.startsWith(prefix) ? [[channel.external_conversation_id.slice(prefix.length), id] as const] : [],
	);
	const byPhone = new Map(bridged);
	if (byPhone.size < bridged.length) throw new Error('A customer has two conversations.');
	return byPhone;
}

/** What Partoo has of them. */
export async function talksAtPartoo(stage: Stage): Promise<Talks> {
	const talks = [...(await conversationsByPhone(stage))].map(async ([phone, id]) => {
		const messages = await stage.sandbox.messages(id);
		const textsOf = (sender: string) => messages.filter(({ sender_type }) => sender_type === sender).map(({ content }) => String(content));
		return [phone, { customer: textsOf('Consumer').sort(), business: textsOf('User').sort() }] as const;
	});
	return Object.fromEntries(await Promise.all(talks));
}

/** WhatsApp's chats. */
export async function chatsOf({ sandbox }: Stage): Promise<Chat[]> {
	return (await sandbox.control<{ chats: Chat[] }>('GET', 'dialog360/chats')).chats;
}

/** What is in these. */
export function talksAtWhatsApp(chats: readonly Chat[]): Talks {
	const talks = chats.map(({ id, messages }) => {
		const textsOf = (side: string) => messages.filter(({ from }) => from === side).map(({ content }) => String(content.body));
		return [id, { customer: textsOf('customer').sort(), business: textsOf('business').sort() }] as const;
	});
	return Object.fromEntries(talks);
}
