import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';

import { FUNNELS, SEED_CONTACTS, seedChannels, seedTeams, seedTemplates } from './seed';
import type { Channel, Contact, Message, MessageStatus, Team, Template } from './types';

export type NewContact = Pick<Contact, 'identifier' | 'name' | 'source'> & Partial<Omit<Contact, 'uuid' | 'messages'>>;
export type NewMessage = Pick<Message, 'direction'> & Partial<Omit<Message, 'uuid' | 'contact'>>;

interface StateEvents {
	message_created: [Message];
	message_status_updated: [Message];
	contact_created: [Contact];
	contact_updated: [Contact];
	contact_deleted: [Contact];
	conversation_opened: [Contact];
	conversation_closed: [Contact];
}

/** Everything that Callbell would remember. Its events are what webhooks and the inbox page listen to. */
export class CallbellState {
	readonly events = new EventEmitter<StateEvents>();
	readonly contacts: Contact[] = [];
	channels: Channel[] = [];
	teams: Team[] = [];
	templates: Template[] = [];
	private readonly messages = new Map<string, Message>();

	/** Back to what is always there. */
	plant(): void {
		this.contacts.length = 0;
		this.messages.clear();
		this.channels = seedChannels();
		this.teams = seedTeams();
		this.templates = seedTemplates();
		const now = Date.now();
		SEED_CONTACTS.forEach((contact, index) => {
			const added = this.addContact({ ...contact, changedAt: now - index * 60_000 }, true);
			this.addMessage(added, { direction: 'received', text: 'Hello', createdAt: isoNow(added.changedAt) }, true);
		});
	}

	contact = (uuid: string): Contact | undefined => this.contacts.find((contact) => contact.uuid === uuid);

	/** A number is the contact of a channel: the same customer may write to several. */
	contactAt = (channel: Channel, identifier: string): Contact | undefined =>
		this.contacts.find((contact) => contact.channel.uuid === channel.uuid && contact.identifier === identifier);

	contactByBsuid = (bsuid: string): Contact | undefined => this.contacts.find((contact) => contact.bsuid === bsuid);

	message = (uuid: string): Message | undefined => this.messages.get(uuid);

	funnel = (uuid: string) => FUNNELS.find((funnel) => funnel.uuid === uuid);

	/** The named channel, or the main one of a kind. */
	channelFor(kind: string, uuid?: string): Channel | undefined {
		if (uuid !== undefined) return this.channels.find((channel) => channel.uuid === uuid);
		const ofKind = this.channels.filter(({ type, discardedAt }) => type === kind && discardedAt === null);
		return ofKind.find(({ main }) => main) ?? ofKind[0];
	}

	addContact(wanted: NewContact, quiet = false): Contact {
		const changedAt = wanted.changedAt ?? Date.now();
		const contact: Contact = {
			uuid: this.newUuid(),
			bsuid: null,
			isHidden: false,
			channel: this.channelFor(wanted.source)!,
			team: this.teams[0]!,
			assignedUser: null,
			tags: [],
			customFields: {},
			note: null,
			funnelId: FUNNELS[0]!.uuid,
			createdAt: isoNow(changedAt),
			closedAt: null,
			bot: 'bot_end',
			messages: [],
			changedAt,
			unread: false,
			...wanted,
		};
		this.contacts.push(contact);
		if (!quiet) this.events.emit('contact_created', contact);
		return contact;
	}

	updateContact(contact: Contact, change: Partial<Contact>): void {
		Object.assign(contact, change);
		this.events.emit('contact_updated', contact);
	}

	removeContact(contact: Contact): void {
		this.contacts.splice(this.contacts.indexOf(contact), 1);
		for (const { uuid } of contact.messages) this.messages.delete(uuid);
		this.events.emit('contact_deleted', contact);
	}

	setOpen(contact: Contact, isOpen: boolean): void {
		contact.closedAt = isOpen ? null : isoNow();
		this.events.emit(isOpen ? 'conversation_opened' : 'conversation_closed', contact);
	}

	addMessage(contact: Contact, wanted: NewMessage, quiet = false): Message {
		const message: Message = {
			uuid: this.newUuid(),
			contact,
			createdAt: isoNow(),
			text: null,
			url: null,
			type: 'text',
			status: 'enqueued',
			messageStatusPayload: {},
			metadata: undefined,
			...wanted,
		};
		contact.messages.push(message);
		if (!quiet) contact.changedAt = Date.now();
		contact.unread = message.direction === 'received';
		this.messages.set(message.uuid, message);
		if (!quiet) this.events.emit('message_created', message);
		return message;
	}

	setStatus(message: Message, status: MessageStatus, payload: Record<string, unknown>): void {
		message.status = status;
		message.messageStatusPayload = { id: message.uuid, type: status, payload, destination: message.contact.identifier };
		this.events.emit('message_status_updated', message);
	}

	removeMessage(message: Message): void {
		const { messages } = message.contact;
		messages.splice(messages.indexOf(message), 1);
		this.messages.delete(message.uuid);
	}

	/** 32 hexadecimal digits, as most of Callbell's. */
	private newUuid(): string {
		return randomUUID().replaceAll('-', '');
	}
}

/** Callbell's dates have whole seconds. */
export function isoNow(ms = Date.now()): string {
	return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
