import type { FastifyRequest } from 'fastify';

import { type Provider, type Services } from '../shared/provider';
import { Timers } from '../shared/timers';
import { WebhookCalls } from '../shared/webhooks/calls';
import { dialog360Control } from './control';
import { Deliveries } from './deliveries';
import { gatewayRefusal } from './errors';
import { createDialog360Inbox } from './inbox';
import { MediaFiles } from './mediaStore';
import { accountRoutes } from './routes/account';
import { mediaRoutes } from './routes/media';
import { messageRoutes } from './routes/messages';
import { templateRoutes } from './routes/templates';
import { SampleUploads, uploadRoutes } from './routes/uploads';
import { plant } from './seed/plant';
import type { Dialog360Service } from './service';
import { createDialog360Settings, dialog360SettingsSchema } from './settings';
import { Dialog360State } from './state';
import { Templates } from './templates/store';
import { Announcer, repeatRule } from './webhooks/announcer';
import { webhookControl } from './webhooks/control';
import { announceMessages } from './webhooks/news';
import { Webhooks } from './webhooks/registry';
import { webhookRoutes } from './webhooks/routes';

/** A file up to this size can be downloaded again and is shown in the inbox. */
const KEPT_UPLOAD_BYTES = 20 * 1024 * 1024;

/** 360dialog's Messaging API for one WhatsApp number. https://docs.360dialog.com/docs/messaging-api/api-reference */
export function createDialog360(services: Services): Provider {
	const settings = createDialog360Settings();
	const state = new Dialog360State();
	const timers = new Timers();
	const webhooks = new Webhooks();
	const calls = new WebhookCalls(settings, repeatRule);
	const announcer = new Announcer({ webhooks, calls, timers, settings });
	const files = new MediaFiles(services.media);
	const templates = new Templates();
	const samples = new SampleUploads();
	const deliveries = new Deliveries(state, settings, timers, templates);
	const service: Dialog360Service = {
		...services,
		settings,
		state,
		timers,
		webhooks,
		calls,
		announcer,
		files,
		templates,
		samples,
		deliveries,
	};
	connectInbox(service);
	announceMessages(state, announcer);

	return {
		name: 'dialog360',
		prefix: '/dialog360',
		secretHeaders: ['d360-api-key'],
		keptUploadBytes: KEPT_UPLOAD_BYTES,
		settings,
		settingsSchema: dialog360SettingsSchema,
		throttled: { status: 429, body: { error: 'You have exceeded the endpoint rate limit.' } },
		inbox: createDialog360Inbox(service),
		refusalBody: (_status, message) => ({ error: message }),
		admit,
		routes: (app) => {
			messageRoutes(app, service);
			mediaRoutes(app, service);
			templateRoutes(app, service);
			uploadRoutes(app, service);
			accountRoutes(app, service);
			webhookRoutes(app, service);
			app.addHook('onClose', async () => calls.clear());
		},
		control: (app) => {
			dialog360Control(app, service);
			webhookControl(app, service, announcer);
		},
		reset: () => {
			timers.clear();
			calls.clear();
			webhooks.clear();
			announcer.clear();
			files.clear();
			templates.clear();
			samples.clear();
			state.clear();
			plant(service);
		},
	};
}

/** `dialog360-key#2` is another key: to a client it is an account of its own. */
function admit({ headers }: FastifyRequest): void {
	const key = headers['d360-api-key'];
	if (typeof key !== 'string' || key.replace(/#.*$/, '') !== 'dialog360-key')
		throw gatewayRefusal(401, 'Invalid API key');
}

function connectInbox({ state, news }: Dialog360Service): void {
	const tell = ({ id, chatId }: { id: string; chatId: string }) =>
		news.emit('news', { conversationId: chatId, messageId: id });
	state.events.on('message_created', tell);
	state.events.on('message_updated', tell);
	state.events.on('chat_updated', tell);
}
