import type { FastifyInstance } from 'fastify';

import {
	type ContactFields,
	contactQuery,
	contactsQuery,
	createContract,
	phoneQuery,
	updateContract,
} from '../contracts/contacts';
import { pageQuery } from '../contracts/directory';
import { accepted, invalid, notFound, refused } from '../errors';
import { pageOf } from '../pages';
import { assign, existingTeam } from '../rules';
import { CUSTOM_FIELDS, TAGS } from '../seed';
import type { CallbellService } from '../service';
import type { CallbellState } from '../state';
import type { Contact } from '../types';
import { contactAnswer, contactForApi, messageForApi } from '../views';
import { jsonOf } from './json';

type Of = { Params: { uuid: string } };

const MAX_PAGE = 500;

export function findContact(state: CallbellState, uuid: string): Contact {
	const contact = state.contact(uuid);
	if (contact === undefined) throw notFound('contact');
	return contact;
}

/** https://docs.callbell.eu/api/reference/contacts_api/get_contacts */
export function contactRoutes(app: FastifyInstance, { state, settings }: CallbellService): void {
	app.get('/contacts', async (request) => {
		const {
			page = 1,
			after,
			source,
			tags,
			team_uuid: team,
			include_field_types: withTypes,
		} = accepted(contactsQuery(request.query));
		if (page > MAX_PAGE) throw refused(400, 'Pagination limit exceeded');
		const wanted = tags
			?.toLowerCase()
			.split(',')
			.map((tag) => tag.trim());
		const found = state.contacts
			.filter(
				(contact) =>
					(source === undefined || contact.source === source) &&
					(team === undefined || contact.team.uuid === team) &&
					(wanted?.some((tag) => contact.tags.some((own) => own.toLowerCase() === tag)) ?? true),
			)
			.sort((a, b) => b.changedAt - a.changedAt);
		const size = settings.contactsPerPage;
		const start = after === undefined ? (page - 1) * size : placeAfter(found, after);
		const shown = found.slice(start, start + size);
		const next = start + size < found.length ? cursorOf(shown.at(-1)!) : null;
		return {
			contacts: shown.map((contact) => contactForApi(contact, withTypes === 'true')),
			meta: { page, pages: Math.ceil(found.length / size), next },
		};
	});

	app.get<Of>('/contacts/:uuid', async ({ params, query }) => {
		const { include_field_types: withTypes } = accepted(contactQuery(query));
		return contactAnswer(findContact(state, params.uuid), settings, withTypes === 'true');
	});

	app.get<{ Params: { number: string } }>('/contacts/phone/:number', async ({ params, query }) => {
		const channel = state.channelFor('whatsapp', accepted(phoneQuery(query)).channel_uuid);
		const contact = channel && state.contactAt(channel, params.number.replace(/\D/g, ''));
		if (contact === undefined) throw notFound('contact');
		return { contact: contactForApi(contact) };
	});

	app.get<{ Params: { bsuid: string } }>('/contacts/bsuid/:bsuid', async ({ params }) => {
		const contact = state.contactByBsuid(params.bsuid);
		if (contact === undefined) throw notFound('contact');
		return { contact: contactForApi(contact) };
	});

	app.post('/contacts', async (request, reply) => {
		const {
			identifier,
			source,
			channel_uuid: channelUuid,
			name,
			...fields
		} = accepted(createContract(jsonOf(request)));
		const channel = state.channelFor(source, channelUuid);
		if (channel?.type !== source) throw invalid('channel_uuid', `no channel of type ${source}`);
		const known = source === 'whatsapp' ? identifier.replace(/\D/g, '') : identifier;
		if (state.contactAt(channel, known) !== undefined) throw invalid('identifier', 'has already been taken');
		checkFields(fields);
		const team = existingTeam(state, fields.team_uuid);
		const contact = state.addContact({ identifier: known, source, name, channel, ...changeOf(fields) });
		assign(contact, fields.assigned_user, team);
		return await reply.code(201).send(contactAnswer(contact, settings));
	});

	app.patch<Of>('/contacts/:uuid', async (request) => {
		const contact = findContact(state, request.params.uuid);
		const fields = accepted(updateContract(jsonOf(request)));
		checkFields(fields);
		assign(contact, fields.assigned_user, existingTeam(state, fields.team_uuid));
		const customFields = { ...contact.customFields, ...fields.custom_fields };
		state.updateContact(contact, {
			...changeOf(fields),
			customFields,
			...(fields.unassign_user && { assignedUser: null }),
		});
		return contactAnswer(contact, settings);
	});

	app.delete<Of>('/contacts/:uuid', async ({ params }) => {
		state.removeContact(findContact(state, params.uuid));
		return { status: 'contact was destroyed' };
	});

	app.get<Of>('/contacts/:uuid/messages', async ({ params, query }) => {
		const { page } = accepted(pageQuery(query));
		const messages = findContact(state, params.uuid).messages.map(messageForApi).reverse();
		const { messages: shown } = pageOf('messages', messages, page, settings.contactsPerPage);
		return { messages: shown };
	});
}

function changeOf({ name, tags, custom_fields: customFields, bot_status: bot, note }: ContactFields): Partial<Contact> {
	const change = { name, tags, customFields, bot, note: note === '' ? null : note };
	return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

/** Tags and custom fields must be there already. */
function checkFields({ tags = [], custom_fields: custom = {} }: ContactFields): void {
	const tag = tags.find((one) => !TAGS.includes(one));
	if (tag !== undefined) throw invalid('tags', `"${tag}" does not exist`);
	for (const [name, value] of Object.entries(custom)) {
		const field = CUSTOM_FIELDS[name];
		if (field === undefined) throw invalid('custom_fields', `"${name}" does not exist`);
		if (Array.isArray(value) !== (field.type === 'checkbox'))
			throw invalid('custom_fields', `"${name}" is not of the type ${field.type}`);
		if (field.type === 'date' && !/^\d{4}-\d\d-\d\d$/.test(String(value)))
			throw invalid('custom_fields', `"${name}" is no date`);
		const strange = [value].flat().find((one) => field.options !== undefined && !field.options.includes(one));
		if (strange !== undefined) throw invalid('custom_fields', `"${name}" has no option "${strange}"`);
	}
}

const cursorOf = (contact: Contact): string => Buffer.from(contact.uuid).toString('base64url');

function placeAfter(list: readonly Contact[], cursor: string): number {
	const index = list.findIndex((contact) => cursorOf(contact) === cursor);
	if (index < 0) throw refused(400, 'Invalid pagination cursor');
	return index + 1;
}
