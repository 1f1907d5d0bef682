import type { InboxChoice } from '../shared/inbox';
import { contactOf, userIdFor } from './persons';
import type { Dialog360Service } from './service';
import type { Chat } from './types';
import { METADATA, whatsappTime } from './webhooks/envelope';

type Service = Pick<Dialog360Service, 'state' | 'announcer'>;

interface Action {
	title: string;
	isOffered(chat: Chat): boolean;
	run(chat: Chat, service: Service): void;
}

/** What a customer can do beside writing. */
const ACTIONS: Readonly<Record<string, Action>> = {
	'hide-number': {
		title: 'Hide the phone number',
		isOffered: ({ person }) => !person.isHidden,
		run: (chat, { state }) => {
			const userId = chat.person.userId ?? userIdFor(chat.person.number!);
			const username = chat.person.username ?? usernameFor(chat.name);
			Object.assign(chat.person, { userId, username, isHidden: true });
			state.touch(chat);
		},
	},
	'show-number': {
		title: 'Show the phone number',
		isOffered: ({ person }) => person.isHidden && person.number !== null,
		run: (chat, { state }) => {
			chat.person.isHidden = false;
			state.touch(chat);
		},
	},
	'new-number': {
		title: 'Change the phone number',
		isOffered: ({ person }) => !person.isHidden,
		run: (chat, { state }) => {
			const number = nextNumber(chat.person.number!);
			const userId = chat.person.userId === null ? null : userIdFor(number);
			const body = `${chat.name} changed from ${chat.person.number!} to ${number}`;
			const content = { type: 'user_changed_number', body, wa_id: number, ...(userId !== null && { user_id: userId }) };
			state.add(chat, { from: 'customer', type: 'system', content });
			Object.assign(chat.person, { number, userId });
			state.touch(chat);
		},
	},
	'new-user-id': {
		title: 'Get another hidden-number ID',
		isOffered: ({ person }) => person.userId !== null,
		run: (chat, { state }) => {
			const { userId: previous, number } = chat.person;
			const changes = Number(previous!.slice(-4)) + 1;
			const userId = userIdFor(number ?? previous!.replace(/\D/g, ''), changes);
			const body = 'The user ID changed';
			const content = { type: 'user_changed_user_id', body, user_id: userId, previous_user_id: previous };
			state.add(chat, { from: 'customer', type: 'system', content, beside: { from_user_id: undefined } });
			chat.person.userId = userId;
			state.touch(chat);
		},
	},
	'stop-marketing': {
		title: 'Stop marketing messages',
		isOffered: ({ person }) => person.marketing === 'resume',
		run: (chat, service) => prefer(chat, 'stop', service),
	},
	'resume-marketing': {
		title: 'Resume marketing messages',
		isOffered: ({ person }) => person.marketing === 'stop',
		run: (chat, service) => prefer(chat, 'resume', service),
	},
	'missed-call': {
		title: 'Call, and give up',
		isOffered: () => true,
		run: ({ name, person }, { announcer }) => {
			const id = `wacid.${Date.now()}`;
			const call = (event: string) => ({
				id,
				from: person.isHidden ? undefined : person.number,
				...(person.userId !== null && { from_user_id: person.userId }),
				to: METADATA.display_phone_number,
				event,
				direction: 'USER_INITIATED',
				timestamp: whatsappTime(),
				...(event === 'terminate' && { status: 'FAILED' }),
			});
			const calls = [call('connect'), call('terminate')];
			announcer.tell(change('calls', { contacts: [contactOf({ name, person })], calls }));
		},
	},
};

/** What the customer of a chat can do now. */
export const actionsOf = (chat: Chat): InboxChoice[] =>
	chat.isGroup
		? []
		: Object.entries(ACTIONS).flatMap(([id, { title, isOffered }]) => (isOffered(chat) ? [{ id, title }] : []));

/** @returns false where the customer cannot do that now */
export function act(chat: Chat, id: string, service: Service): boolean {
	const action = actionsOf(chat).some((offered) => offered.id === id) ? ACTIONS[id] : undefined;
	action?.run(chat, service);
	return action !== undefined;
}

function prefer(chat: Chat, value: 'stop' | 'resume', { state, announcer }: Service): void {
	const { person } = chat;
	person.marketing = value;
	const preference = {
		...(!person.isHidden && { wa_id: person.number }),
		...(person.userId !== null && { user_id: person.userId }),
		detail: `User requested to ${value} marketing messages`,
		category: 'marketing_messages',
		value,
		timestamp: Number(whatsappTime()),
	};
	announcer.tell(change('user_preferences', { contacts: [contactOf(chat)], user_preferences: [preference] }));
	state.touch(chat);
}

const change = (field: string, value: object) => ({
	field,
	value: { messaging_product: 'whatsapp', metadata: METADATA, ...value },
});

/** Accents leave their letters behind. */
const usernameFor = (name: string): string =>
	name
		.normalize('NFD')
		.replace(/\p{Mn}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '.');

const nextNumber = (number: string): string => String(BigInt(number) + 5_000_000n);
