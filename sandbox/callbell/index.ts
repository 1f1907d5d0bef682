import type { Provider, Services } from '../shared/provider';
import { Timers } from '../shared/timers';
import { WebhookCalls } from '../shared/webhooks/calls';
import { authenticate } from './access';
import { callbellControl } from './control';
import { Deliveries } from './deliveries';
import { createCallbellInbox } from './inbox';
import { authRoutes } from './routes/auth';
import { contactRoutes } from './routes/contacts';
import { conversationRoutes } from './routes/conversations';
import { directoryRoutes } from './routes/directory';
import { messageRoutes } from './routes/messages';
import type { CallbellService } from './service';
import { callbellSettingsSchema, createCallbellSettings } from './settings';
import { CallbellState } from './state';
import { repeatRule } from './webhooks/announcer';
import { webhookControl } from './webhooks/control';
import { announceState } from './webhooks/news';
import { Webhooks } from './webhooks/registry';
import { webhookRoutes } from './webhooks/routes';

/** Callbell's API, v1. https://docs.callbell.eu/api */
export function createCallbell(services: Services): Provider {
	const settings = createCallbellSettings();
	const state = new CallbellState();
	const timers = new Timers();
	const deliveries = new Deliveries(state, settings, timers);
	const webhooks = new Webhooks();
	const calls = new WebhookCalls(settings, repeatRule);
	const service: CallbellService = { ...services, settings, state, timers, deliveries, webhooks, calls };
	connectInbox(service);
	announceState(state, service);

	return {
		name: 'callbell',
		prefix: '/callbell/v1',
		secretHeaders: ['authorization'],
		keptUploadBytes: 0,
		settings,
		settingsSchema: callbellSettingsSchema,
		throttled: { status: 429, body: { error: 'Too many requests' } },
		inbox: createCallbellInbox(state, deliveries),
		refusalBody: (_status, message) => ({ error: message }),
		admit: authenticate,
		routes: (app) => {
			authRoutes(app);
			messageRoutes(app, service);
			contactRoutes(app, service);
			conversationRoutes(app, service);
			directoryRoutes(app, service);
			webhookRoutes(app, service);
			app.addHook('onClose', async () => calls.clear());
		},
		control: (app) => {
			callbellControl(app, service);
			webhookControl(app, service);
		},
		reset: () => {
			timers.clear();
			calls.clear();
			webhooks.clear();
			state.plant();
		},
	};
}

function connectInbox({ state, news }: CallbellService): void {
	state.events.on('message_created', ({ contact, uuid }) =>
		news.emit('news', { conversationId: contact.uuid, messageId: uuid }),
	);
	state.events.on('message_status_updated', ({ contact, uuid }) =>
		news.emit('news', { conversationId: contact.uuid, messageId: uuid }),
	);
	for (const event of ['contact_created', 'contact_updated', 'conversation_opened', 'conversation_closed'] as const) {
		state.events.on(event, ({ uuid }) => news.emit('news', { conversationId: uuid, messageId: null }));
	}
}
