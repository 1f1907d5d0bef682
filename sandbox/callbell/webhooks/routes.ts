import type { FastifyInstance } from 'fastify';

import { receivedBody } from '../../shared/body';
import { bodyContract, type Checked, queryContract } from '../../shared/contract';
import { parsedUrl } from '../../shared/parsedUrl';
import { Refusal } from '../../shared/provider';
import type { WebhookService } from './announcer';
import { deliveryLog, type LogQuery } from './log';
import { EVENTS } from './registry';

const text = { type: 'string' };
const USUAL_ITEMS = 20;

const subscribeBody = bodyContract<{ url: string; subscriptions: string[] }>({
	type: 'object',
	additionalProperties: false,
	required: ['url', 'subscriptions'],
	properties: { url: text, subscriptions: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: EVENTS } } },
});

const eventsQuery = queryContract<LogQuery & { page?: number; items?: number }>({
	type: 'object',
	additionalProperties: false,
	properties: {
		status: { enum: ['success', 'failed'] },
		subscriptions: text,
		page: { type: 'integer', minimum: 1 },
		items: { type: 'integer', minimum: 1 },
	},
});

/** The account's one webhook, which no call reads. https://docs.callbell.eu/api/reference/webhooks_api/introduction */
export function webhookRoutes(app: FastifyInstance, { webhooks, calls, settings }: WebhookService): void {
	app.post('/webhooks/subscribe', async (request) => {
		const body = receivedBody(request);
		const { url, subscriptions } = accepted(subscribeBody(body.kind === 'json' ? body.value : undefined));
		checkUrl(url);
		return { webhook: webhooks.subscribe(url, subscriptions) };
	});

	// What is answered where there is none stands on no page.
	app.delete('/webhooks/unsubscribe', async () => {
		if (webhooks.current === null) throw new Refusal(404, { error: 'webhook not found' });
		webhooks.clear();
		return { status: 'webhook was destroyed' };
	});

	app.get('/webhooks/events', async (request) => {
		const { page = 1, items = USUAL_ITEMS, ...wanted } = accepted(eventsQuery(request.query));
		const entries = deliveryLog(calls.read(), wanted);
		if (settings.webhookLogOrder === 'oldestFirst') entries.reverse();
		const pages = Math.max(1, Math.ceil(entries.length / items));
		return { webhook_events: entries.slice((page - 1) * items, page * items), meta: { page, pages } };
	});
}

/** The address must have its protocol. The real one refuses `localhost`; the sandbox can reach a server beside it. */
function checkUrl(url: string): void {
	const isWeb = /^https?:$/.test(parsedUrl(url)?.protocol ?? '');
	if (!isWeb) throw new Refusal(422, { error: { url: ['is invalid'] } });
}

function accepted<T>(checked: Checked<T>): T {
	if (checked.ok) return checked.value;
	throw new Refusal(422, { error: checked.findings });
}
