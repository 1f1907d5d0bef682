import { repeatRule } from '../../sandbox/callbell/webhooks/announcer';
import type { WebhookService } from '../../sandbox/callbell/webhooks/announcer';
import { webhookControl } from '../../sandbox/callbell/webhooks/control';
import { Webhooks } from '../../sandbox/callbell/webhooks/registry';
import { webhookRoutes } from '../../sandbox/callbell/webhooks/routes';
import { callbellWebhookSettingsSchema, WEBHOOK_DEFAULTS } from '../../sandbox/callbell/webhooks/settings';
import { startSandbox } from '../../sandbox/server';
import { COMMON_DEFAULTS, Refusal } from '../../sandbox/shared/provider';
import type { CreateProvider } from '../../sandbox/shared/provider';
import { WebhookCalls } from '../../sandbox/shared/webhooks/calls';
import { Sandbox } from '../engine';

export const API_KEY = 'callbell-key';

/** Nothing of Callbell but its webhook. */
const webhooksOnly: CreateProvider = () => {
	const settings = { ...COMMON_DEFAULTS, ...WEBHOOK_DEFAULTS };
	const service: WebhookService = { webhooks: new Webhooks(), calls: new WebhookCalls(settings, repeatRule), settings };
	return {
		name: 'callbell',
		prefix: '/callbell/v1',
		secretHeaders: ['authorization'],
		keptUploadBytes: 0,
		settings,
		settingsSchema: callbellWebhookSettingsSchema,
		throttled: { status: 429, body: { error: 'Too many requests' } },
		inbox: { conversations: () => [], conversation: () => null, messages: () => [], message: () => null, write: () => null, decide: () => null },
		refusalBody: (_status, message) => ({ error: message }),
		admit: ({ headers }) => {
			if (!headers.authorization?.startsWith(`Bearer ${API_KEY}`)) throw new Refusal(401, { error: 'not authorized' });
		},
		routes: (app) => {
			webhookRoutes(app, service);
			app.addHook('onClose', async () => service.calls.clear());
		},
		control: (app) => webhookControl(app, service),
		reset: () => {
			service.calls.clear();
			service.webhooks.clear();
		},
	};
};

export async function startWebhookSandbox(): Promise<Sandbox> {
	const { url, close } = await startSandbox({ port: 0, providers: [webhooksOnly] });
	return new Sandbox(url, close);
}
