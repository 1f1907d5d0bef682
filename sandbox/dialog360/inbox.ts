import type { Inbox, InboxConversation, InboxMessage } from '../shared/inbox';
import { act, actionsOf } from './actions';
import { choiceAnswer, pictureAnswer } from './answers';
import { showMessage } from './inboxMessage';
import type { Dialog360Service } from './service';
import type { Chat } from './types';

/** WhatsApp's chats as the inbox page shows them. */
export function createDialog360Inbox(service: Dialog360Service): Inbox {
	const { state, deliveries, files } = service;
	const show = (id: string): InboxMessage | null => {
		const message = state.message(id);
		return message === undefined ? null : showMessage(message, service);
	};
	const showChat = (chat: Chat): InboxConversation => ({
		provider: 'dialog360',
		id: chat.id,
		channel: 'WhatsApp',
		name: chat.name,
		subtitle: subtitleOf(chat),
		actions: actionsOf(chat),
		unread: chat.unread,
		blocked: state.blocked.has(chat.id) ? 'Blocked' : null,
		takesPictures: true,
		lastMessage: chat.messages.length === 0 ? null : show(chat.messages.at(-1)!.id),
		changedAt: new Date(chat.changedAt).toISOString(),
	});
	return {
		conversations: (limit) =>
			state
				.all()
				.sort((a, b) => b.changedAt - a.changedAt)
				.slice(0, limit)
				.map(showChat),
		conversation: (id) => {
			const chat = state.find(id);
			return chat === undefined ? null : showChat(chat);
		},
		messages: (id, limit) =>
			(state.find(id)?.messages ?? []).slice(-limit).map((message) => showMessage(message, service)),
		message: show,
		write: (id, text) => {
			const chat = state.find(id);
			if (chat === undefined) return null;
			return showMessage(state.add(chat, { from: 'customer', type: 'text', content: { body: text } }), service);
		},
		decide: (id, wanted) => {
			const message = state.message(id);
			if (message?.from !== 'business') return null;
			deliveries.decide(message, wanted);
			return showMessage(message, service);
		},
		choose: (id, choice) => {
			const message = state.message(id);
			if (message === undefined) return null;
			const chat = state.chat(message.chatId);
			const answer = choiceAnswer(message, chat, choice, service.templates);
			return answer === undefined ? null : showMessage(state.add(chat, { from: 'customer', ...answer }), service);
		},
		act: (id, action) => {
			const chat = state.find(id);
			return chat !== undefined && act(chat, action, service) ? showChat(chat) : null;
		},
		sendPicture: (id) => {
			const chat = state.find(id);
			return chat === undefined
				? null
				: showMessage(state.add(chat, { from: 'customer', ...pictureAnswer(files) }), service);
		},
	};
}

/** As much of the customer as the business knows. */
function subtitleOf({ id, person }: Chat): string {
	const number = person.isHidden || person.number === null ? null : `+${person.number}`;
	const stopped = person.marketing === 'stop' ? 'no marketing' : null;
	return [number ?? person.userId ?? id, person.username && `@${person.username}`, stopped].filter(Boolean).join(' · ');
}
