import { Announcer, repeatRule } from '../../sandbox/dialog360/webhooks/announcer';
import type { WebhookService } from '../../sandbox/dialog360/webhooks/announcer';
import { webhookControl } from '../../sandbox/dialog360/webhooks/control';
import { Webhooks } from '../../sandbox/dialog360/webhooks/registry';
import { webhookRoutes } from '../../sandbox/dialog360/webhooks/routes';
import { dialog360WebhookSettingsSchema, WEBHOOK_DEFAULTS } from '../../sandbox/dialog360/webhooks/settings';
import { startSandbox } from '../../sandbox/server';
import { COMMON_DEFAULTS, Refusal } from '../../sandbox/shared/provider';
import type { CreateProvider } from '../../sandbox/shared/provider';
import { Timers } from '../../sandbox/shared/timers';
import { WebhookCalls } from '../../sandbox/shared/webhooks/calls';
import { Sandbox } from '../engine';

export const API_KEY = 'dialog360-key';

/** Nothing of 360dialog but its webhooks. */
const webhooksOnly: CreateProvider = () => {
	const settings = { ...COMMON_DEFAULTS, ...WEBHOOK_DEFAULTS };
	const service: WebhookService = { webhooks: new Webhooks(), calls: new WebhookCalls(settings, repeatRule), timers: new Timers(), settings };
	const announcer = new Announcer(service);
	return {
		name: 'dialog360',
		prefix: '/dialog360',
		secretHeaders: ['d360-api-key'],
		keptUploadBytes: 0,
		settings,
		settingsSchema: dialog360WebhookSettingsSchema,
		throttled: { status: 429, body: { error: 'Too many requests' } },
		inbox: { conversations: () => [], conversation: () => null, messages: () => [], message: () => null, write: () => null, decide: () => null },
		refusalBody: (_status, message) => ({ error: message }),
		admit: ({ headers }) => {
			if (headers['d360-api-key'] !== API_KEY) throw new Refusal(401, { error: 'Invalid API key' });
		},
		routes: (app) => {
			webhookRoutes(app, service);
			app.addHook('onClose', async () => service.calls.clear());
		},
		control: (app) => webhookControl(app, service, announcer),
		reset: () => {
			service.timers.clear();
			service.calls.clear();
			service.webhooks.clear();
			announcer.clear();
		},
	};
};

export async function startWebhookSandbox(): Promise<Sandbox> {
	const { url, close } = await startSandbox({ port: 0, providers: [webhooksOnly] });
	return new Sandbox(url, close);
}
