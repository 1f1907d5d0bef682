import type { FastifyInstance, FastifyRequest } from 'fastify';

import { botContract, funnelContract, noteContract } from '../contracts/contacts';
import { accepted, invalid, notFound } from '../errors';
import type { CallbellService } from '../service';
import { contactAnswer, contactForApi } from '../views';
import { findContact } from './contacts';
import { jsonOf } from './json';

type Of = { Params: { uuid: string } };

/** https://docs.callbell.eu/api/reference/contacts_api/post_open_conversation and its neighbours */
export function conversationRoutes(app: FastifyInstance, { state, settings }: CallbellService): void {
	app.post<Of>('/contacts/:uuid/conversation/open', async ({ params }) => {
		const contact = findContact(state, params.uuid);
		state.setOpen(contact, true);
		return contactAnswer(contact, settings);
	});

	app.post<Of>('/contacts/:uuid/conversation/close', async ({ params }) => {
		const contact = findContact(state, params.uuid);
		state.setOpen(contact, false);
		return { contact: contactForApi(contact) };
	});

	app.post<Of>('/contacts/:uuid/conversation/note', async (request) => {
		const { text } = accepted(noteContract(jsonOf(request)));
		state.addMessage(findContact(state, request.params.uuid), { direction: 'note', text }, true);
		return { success: true };
	});

	app.get<Of>('/contacts/:uuid/bot', async ({ params }) => ({ bot: { status: findContact(state, params.uuid).bot } }));

	app.post<Of>('/contacts/:uuid/bot', async (request) => {
		const { status } = accepted(botContract(jsonOf(request)));
		findContact(state, request.params.uuid).bot = status;
		return { bot: { status } };
	});

	// Title and release notes name the first, the example the second.
	const move = (path: string, isKnown: () => boolean) => async (request: FastifyRequest<Of>) => {
		if (!isKnown()) throw notFound(path);
		const contact = findContact(state, request.params.uuid);
		const { funnel_id: funnelId } = accepted(funnelContract(jsonOf(request)));
		if (state.funnel(funnelId) === undefined) throw invalid('funnel_id', 'does not exist');
		state.updateContact(contact, { funnelId });
		return contactAnswer(contact, settings);
	};
	app.put<Of>(
		'/contacts/:uuid/conversation/update_funnel',
		move('conversation', () => settings.funnelPath === 'conversation'),
	);
	app.post<Of>(
		'/contacts/:uuid/messages/update_funnel',
		move('messages', () => settings.funnelPath === 'messages'),
	);
}
