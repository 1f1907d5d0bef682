import type { FastifyRequest } from 'fastify';

import { receivedBody } from '../shared/body';
import type { Provider, Services } from '../shared/provider';
import { Timers } from '../shared/timers';
import { WebhookCalls } from '../shared/webhooks/calls';
import { authenticate } from './access';
import { IMAGE_MAX_BYTES } from './contracts/uploadImage';
import { partooControl } from './control';
import { Cursors } from './cursors';
import { Deliveries } from './deliveries';
import { badRequest, notFound, unsupportedMediaType } from './errors';
import { createPartooInbox } from './inbox';
import { conversationRoutes } from './routes/conversations';
import { customChannelRoutes } from './routes/customChannels';
import { directoryRoutes } from './routes/directory';
import { messageRoutes } from './routes/messages';
import { sendMessageRoute } from './routes/sendMessage';
import { webhookRoutes } from './routes/webhooks';
import { plant } from './seed/plant';
import type { PartooService } from './service';
import { createPartooSettings, partooSettingsSchema } from './settings';
import { PartooState } from './state';
import { announceMessages, repeatRule } from './webhooks/announcer';
import { webhookControl } from './webhooks/control';
import { Webhooks } from './webhooks/registry';

/** Partoo's messaging API, v2. https://developers.partoo.co */
export function createPartoo(services: Services): Provider {
	const settings = createPartooSettings();
	const state = new PartooState();
	const timers = new Timers();
	const cursors = new Cursors();
	const deliveries = new Deliveries(state, settings, timers);
	const webhooks = new Webhooks();
	const calls = new WebhookCalls(settings, repeatRule);
	const service: PartooService = { ...services, settings, state, timers, cursors, deliveries, webhooks, calls };
	connectInbox(service);
	announceMessages(service);

	return {
		name: 'partoo',
		prefix: '/partoo/v2',
		secretHeaders: ['x-apikey'],
		keptUploadBytes: IMAGE_MAX_BYTES,
		settings,
		settingsSchema: partooSettingsSchema,
		throttled: { status: 429, body: { errors: { rate_limit: 'Too many requests' } } },
		inbox: createPartooInbox(service),
		refusalBody,
		admit: authenticate,
		routes: (app) => {
			app.decorateRequest('partooUser', null);
			app.addHook('preHandler', async (request) => checkContentType(request));
			sendMessageRoute(app, service);
			messageRoutes(app, service);
			conversationRoutes(app, service);
			customChannelRoutes(app, service);
			directoryRoutes(app);
			webhookRoutes(app, service);
			app.addHook('onClose', async () => calls.clear());
		},
		control: (app) => {
			partooControl(app, service);
			webhookControl(app, service);
		},
		reset: () => {
			timers.clear();
			calls.clear();
			webhooks.clear();
			cursors.clear();
			state.clear();
			plant(state, services.media);
			state.planted();
		},
	};
}

function connectInbox({ state, news }: PartooService): void {
	const tell = (conversationId: number, messageId: number | null) =>
		news.emit('news', {
			conversationId: String(conversationId),
			messageId: messageId === null ? null : String(messageId),
		});
	state.events.on('message_created', (message) => tell(message.conversation_id, message.id));
	state.events.on('message_updated', (message) => tell(message.conversation_id, message.id));
	state.events.on('conversation_updated', (conversation) => tell(conversation.id, null));
}

/** POST, PUT and PATCH take application/json; only POST /messages knows a form as well. */
function checkContentType(request: FastifyRequest): void {
	if (!['POST', 'PUT', 'PATCH'].includes(request.method)) return;
	const contentType = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
	const takesForm = request.routeOptions.url?.endsWith('/v2/messages') ?? false;
	if (contentType !== 'application/json' && !(takesForm && contentType === 'multipart/form-data')) {
		throw unsupportedMediaType();
	}
	const body = receivedBody(request);
	if (body.kind === 'unreadable') throw badRequest('The body could not be read');
}

function refusalBody(status: number, message: string): unknown {
	if (status === 404) return notFound().body;
	if (status === 415) return unsupportedMediaType().body;
	return { error: { json: message } };
}
