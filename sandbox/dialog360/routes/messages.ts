import type { FastifyInstance } from 'fastify';

import { receivedBody } from '../../shared/body';
import { Throttle } from '../../shared/throttle';
import { interactiveFault } from '../contracts/interactive';
import {
	contentContracts,
	envelopeContract,
	interactiveContracts,
	type MessageBody,
	otherInteractive,
	readContract,
} from '../contracts/message';
import { accepted, acceptedAt, gatewayRefusal, metaRefusal } from '../errors';
import type { Dialog360Service } from '../service';
import { checkTemplate, type TemplateMessage } from '../templates/check';

const INVALID_PARAMETER = 100;
const INVALID_VALUE = 131009;
const PAIR_LIMIT = 131056;

/** POST /messages; below `/v1` as well, where 360dialog's own sandbox has it. https://docs.360dialog.com/docs/messaging-api/api-reference/messages */
export function messageRoutes(app: FastifyInstance, service: Dialog360Service): void {
	const pairs = new Map<string, Throttle>();
	for (const path of ['/messages', '/v1/messages']) {
		app.post(path, async (request) => {
			const body = receivedBody(request);
			if (body.kind !== 'json' || typeof body.value !== 'object' || body.value === null)
				throw gatewayRefusal(400, 'Invalid JSON');
			const message = body.value as MessageBody;
			if ('status' in message) return markAsRead(message, service);
			return send(message, service, pairs);
		});
	}
}

function send(body: MessageBody, service: Dialog360Service, pairs: Map<string, Throttle>) {
	const options = { allowUnknown: !service.settings.rejectUnknownFields };
	const type = body.type ?? 'text';
	const wanted = accepted(envelopeContract(type)({ ...body, type: body.type ?? 'text' }, options));
	const content = wanted[type];
	const contract = contentContracts[type];
	if (contract) acceptedAt(type, contract, content, options);
	if (type === 'interactive') checkInteractive(content, options);
	checkFiles({ [type]: content }, service.files);
	const preview = type === 'template' ? checkTemplate(service.templates, content as TemplateMessage) : null;

	const isGroup = wanted.recipient_type === 'group';
	const to = wanted.to === undefined ? wanted.recipient! : isGroup ? wanted.to : digitsOf(wanted.to);
	checkPair(to, service, pairs);

	service.stats.accept(to, JSON.stringify([type, content]));
	const chat = service.state.chat(to, undefined, isGroup);
	const message = service.state.add(chat, {
		from: 'business',
		type,
		content: content as Record<string, unknown>,
		tracking: wanted.biz_opaque_callback_data ?? null,
		replyTo: wanted.context?.message_id ?? null,
		preview,
	});
	service.deliveries.start(message);
	const contact = wanted.to === undefined ? { input: to, user_id: to } : { input: wanted.to, wa_id: to };
	return {
		messaging_product: 'whatsapp',
		contacts: [contact],
		messages: [
			{
				id: message.id,
				...(type === 'template' && { message_status: service.settings.templateStatus }),
				...(isGroup && { group_id: to }),
			},
		],
	};
}

function checkInteractive(content: unknown, options: { allowUnknown: boolean }): void {
	const { type } = acceptedAt('interactive', otherInteractive, content, options);
	const contract = interactiveContracts[type];
	if (contract === undefined) return;
	acceptedAt('interactive', contract, content, options);
	const fault = interactiveFault(content as Parameters<typeof interactiveFault>[0]);
	if (fault !== null) throw metaRefusal(INVALID_VALUE, fault);
}

/** Files that are named by their ID have to be there, wherever in the message they are. */
function checkFiles(message: object, files: Dialog360Service['files']): void {
	for (const [name, value] of Object.entries(message) as Array<[string, unknown]>) {
		if (typeof value !== 'object' || value === null) continue;
		const { id } = value as { id?: unknown };
		if (FILES.has(name) && typeof id === 'string' && files.find(id) === undefined) {
			throw metaRefusal(INVALID_PARAMETER, `Media ID ${id} is not known, or is another number's`);
		}
		checkFiles(value, files);
	}
}

const FILES = new Set(['audio', 'document', 'image', 'sticker', 'video']);

function checkPair(to: string, { settings, stats }: Dialog360Service, pairs: Map<string, Throttle>): void {
	const throttle = pairs.get(to) ?? new Throttle();
	pairs.set(to, throttle);
	if (throttle.admit(settings.pairThrottle) === 0) return;
	stats.throttle();
	throw metaRefusal(
		PAIR_LIMIT,
		'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.',
	);
}

function markAsRead(body: MessageBody, { state }: Dialog360Service) {
	const { message_id: id } = accepted(readContract(body));
	const message = state.message(id);
	if (message?.from !== 'customer') throw metaRefusal(INVALID_PARAMETER, `No message of a customer has the ID ${id}`);
	state.readUpTo(message);
	return { success: true };
}

function digitsOf(to: string): string {
	const digits = to.replace(/\D/g, '');
	if (digits.length < 5) throw metaRefusal(INVALID_VALUE, `to: ${to} is no phone number`);
	return digits;
}
