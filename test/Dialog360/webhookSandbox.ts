import { randomUUID } from 'node:crypto';
import { Announcer, repeatRule } from '../../sandbox/dialog360/webhooks/announcer';
import type { WebhookService } from '../../sandbox/dialog360/webhooks/announcer';
import { choiceContent, choicesOf, incoming, pictureContent, textContent } from '../../sandbox/dialog360/webhooks/answers';
import type { Content, SentBody } from '../../sandbox/dialog360/webhooks/answers';
import { webhookControl } from '../../sandbox/dialog360/webhooks/control';
import { Webhooks } from '../../sandbox/dialog360/webhooks/registry';
import { webhookRoutes } from '../../sandbox/dialog360/webhooks/routes';
import { dialog360WebhookSettingsSchema, WEBHOOK_DEFAULTS } from '../../sandbox/dialog360/webhooks/settings';
import { STATUS_DEFAULTS, Statuses, statusSettingsSchema } from '../../sandbox/dialog360/webhooks/statuses';
import type { SentMessage } from '../../sandbox/dialog360/webhooks/statuses';
import { startSandbox } from '../../sandbox/server';
import { receivedBody } from '../../sandbox/shared/body';
import type { Inbox, InboxMessage } from '../../sandbox/shared/inbox';
import { COMMON_DEFAULTS, Refusal } from '../../sandbox/shared/provider';
import type { CreateProvider } from '../../sandbox/shared/provider';
import { Timers } from '../../sandbox/shared/timers';
import { WebhookCalls } from '../../sandbox/shared/webhooks/calls';
import { Sandbox } from '../engine';

export const API_KEY = 'dialog360-key';
/** The one customer, whose ID is the conversation's too. */
export const CUSTOMER = '16505551234';

type Body = SentBody & { to: string; text?: { body: string }; biz_opaque_callback_data?: string };

/** Nothing of 360dialog but its webhooks, and messages that are always taken. */
const webhooksOnly: CreateProvider = () => {
	const settings = { ...COMMON_DEFAULTS, ...WEBHOOK_DEFAULTS, ...STATUS_DEFAULTS };
	const service: WebhookService = { webhooks: new Webhooks(), calls: new WebhookCalls(settings, repeatRule), timers: new Timers(), settings };
	const announcer = new Announcer(service);
	const sent = new Map<string, { message: SentMessage; body: Body; shown: InboxMessage }>();
	const statuses = new Statuses(settings, service.timers, announcer, ({ id }, word) => {
		const known = sent.get(id);
		if (known) known.shown.state = word === 'played' ? 'read' : word;
	});
	return {
		name: 'dialog360',
		prefix: '/dialog360',
		secretHeaders: ['d360-api-key'],
		keptUploadBytes: 0,
		settings,
		settingsSchema: { ...dialog360WebhookSettingsSchema, ...statusSettingsSchema },
		throttled: { status: 429, body: { error: 'Too many requests' } },
		inbox: inboxOf(sent, statuses, announcer),
		refusalBody: (_status, message) => ({ error: message }),
		admit: ({ headers }) => {
			if (headers['d360-api-key'] !== API_KEY) throw new Refusal(401, { error: 'Invalid API key' });
		},
		routes: (app) => {
			webhookRoutes(app, service);
			app.post('/messages', async (request) => {
				const received = receivedBody(request);
				const body = (received.kind === 'json' ? received.value : {}) as Body;
				const message = { id: `wamid.${randomUUID()}`, recipient: { recipient_id: body.to }, text: body.text?.body ?? '', trackingText: body.biz_opaque_callback_data ?? null, category: 'service' };
				const shown: InboxMessage = { id: message.id, from: 'business', sender: null, kind: 'text', text: message.text, url: null, state: 'sending', choices: choicesOf(body), at: '' };
				sent.set(message.id, { message, body, shown });
				statuses.start(message);
				return { messaging_product: 'whatsapp', contacts: [{ input: body.to, wa_id: body.to }], messages: [{ id: message.id }] };
			});
			app.addHook('onClose', async () => service.calls.clear());
		},
		control: (app) => webhookControl(app, service, announcer),
		reset: () => {
			service.timers.clear();
			service.calls.clear();
			service.webhooks.clear();
			announcer.clear();
			sent.clear();
		},
	};
};

function inboxOf(sent: Map<string, { message: SentMessage; body: Body; shown: InboxMessage }>, statuses: Statuses, announcer: Announcer): Inbox {
	const write = (content: Content | undefined): InboxMessage | null => {
		if (content === undefined) return null;
		const { id, change } = incoming({ name: 'Sheena Nelson', waId: CUSTOMER, userId: null }, content);
		announcer.tell(change);
		return { id, from: 'consumer', sender: null, kind: 'text', text: '', url: null, state: null, at: '' };
	};
	return {
		conversations: () => [],
		conversation: () => null,
		messages: () => [...sent.values()].map(({ shown }) => shown),
		message: (id) => sent.get(id)?.shown ?? null,
		write: (conversationId, text) => (conversationId === CUSTOMER ? write(textContent(text)) : null),
		sendPicture: (conversationId) => (conversationId === CUSTOMER ? write(pictureContent('1003383421387256', 'x1')) : null),
		choose: (id, choice) => write(choiceContent(sent.get(id)?.body ?? {}, id, choice)),
		decide: (id, state) => {
			const known = sent.get(id);
			if (known) statuses.decide(known.message, state);
			return known?.shown ?? null;
		},
	};
}

export async function startWebhookSandbox(port = 0, more: CreateProvider[] = []): Promise<Sandbox> {
	const { url, close } = await startSandbox({ port, providers: [webhooksOnly, ...more] });
	return new Sandbox(url, close);
}
