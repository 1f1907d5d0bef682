import type { FastifyInstance } from 'fastify';

import { receivedBody } from '../../shared/body';
import { deleteContract, type SendBody, sendContract } from '../contracts/messages';
import { accepted, notFound } from '../errors';
import { assign, checkSend, renderedText, type Wanted } from '../rules';
import type { CallbellService } from '../service';
import type { Contact } from '../types';
import { fieldsForApi, sendRequestForApi } from '../views';
import { jsonOf } from './json';

export function messageRoutes(app: FastifyInstance, service: CallbellService): void {
	const { state, settings, stats, deliveries } = service;

	app.post('/messages/send', async (request, reply) => {
		const body = accepted(sendContract(jsonOf(request)));
		const wanted = checkSend(state, body, settings);
		const contact = recipientOf(service, body, wanted);
		assign(contact, body.assigned_user, wanted.team);
		if (body.bot_status !== undefined) contact.bot = body.bot_status as Contact['bot'];
		stats.accept(
			contact.identifier,
			JSON.stringify([body.type, body.content, body.template_uuid, body.template_values]),
		);
		const message = state.addMessage(contact, {
			direction: 'sent',
			type: body.type,
			text: wanted.template ? renderedText(wanted.template, body) : (body.content.text ?? null),
			url: body.content.url ?? null,
			metadata: body.metadata,
		});
		deliveries.start(message, wanted.template !== undefined);
		const { uuid, status } = message;
		return await reply
			.code(201)
			.send({ message: { uuid, status, ...fieldsForApi(message, body.fields?.split(',') ?? []) } });
	});

	app.get<{ Params: { uuid: string } }>('/messages/status/:uuid', async ({ params }) => {
		const message = state.message(params.uuid);
		if (message?.direction !== 'sent') throw notFound('message');
		return { message: sendRequestForApi(message) };
	});

	// The title of the page names the message in the path, its examples in the body.
	app.delete<{ Params: { uuid: string } }>('/messages/:uuid', async ({ params }, reply) => {
		if (settings.deletePath !== 'path') throw notFound();
		remove(service, params.uuid);
		return await reply.code(204).send();
	});

	app.delete('/messages', async (request, reply) => {
		if (settings.deletePath !== 'body') throw notFound();
		if (receivedBody(request).kind === 'none') throw notFound();
		remove(service, accepted(deleteContract(jsonOf(request))).uuid);
		return await reply.code(204).send();
	});
}

function recipientOf({ state }: CallbellService, { to, bsuid, from }: SendBody, { channel }: Wanted): Contact {
	const known = to === undefined ? state.contactByBsuid(bsuid!) : state.contactAt(channel, identifierOf(from, to));
	const identifier = to === undefined ? bsuid! : identifierOf(from, to);
	return (
		known ??
		state.addContact({
			identifier,
			name: to ?? bsuid!,
			source: from,
			channel,
			...(to === undefined && { bsuid: bsuid!, isHidden: true }),
		})
	);
}

/** WhatsApp's contacts are known by the digits of their number. */
function identifierOf(from: string, to: string): string {
	return from === 'whatsapp' ? to.replace(/\D/g, '') : to;
}

function remove({ state }: CallbellService, uuid: string): void {
	const message = state.message(uuid);
	if (message === undefined) throw notFound('message');
	state.removeMessage(message);
}
