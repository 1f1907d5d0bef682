import type { FastifyInstance, FastifyRequest } from 'fastify';

import { receivedBody } from '../../shared/body';
import { bodyContract, type Contract } from '../../shared/contract';
import { isLoopback } from '../../shared/loopback';
import { parsedUrl } from '../../shared/parsedUrl';
import { Refusal } from '../../shared/provider';
import type { WebhookService } from './announcer';
import { type Destination, MAX_DESTINATIONS, type WebhookConfig, type Webhooks } from './registry';

const text = { type: 'string' };
const headers = { type: 'object', additionalProperties: text };
const config = { url: text, headers };
const destinations = {
	type: 'array',
	items: {
		type: 'object',
		additionalProperties: false,
		required: ['name', 'url'],
		properties: { name: { ...text, minLength: 1 }, ...config },
	},
};

type WantedConfig = Pick<WebhookConfig, 'url'> & Partial<WebhookConfig>;
type WantedDestination = Pick<Destination, 'name' | 'url'> & Partial<Destination>;

const object = (required: string[], properties: object) => ({
	type: 'object',
	additionalProperties: false,
	required,
	properties,
});

const numberContract = bodyContract<WantedConfig>(object(['url'], config));
const accountContract = bodyContract<WantedConfig & { override_all?: boolean }>(
	object(['url'], { ...config, override_all: { type: 'boolean' } }),
);
const switchContract = bodyContract<{ enabled: boolean; destinations?: WantedDestination[] }>(
	object(['enabled'], { enabled: { type: 'boolean' }, destinations }),
);
const listContract = bodyContract<{ destinations: WantedDestination[] }>(object(['destinations'], { destinations }));

/** Who is called. https://docs.360dialog.com/docs/messaging-api/api-reference/webhooks */
export function webhookRoutes(app: FastifyInstance, { webhooks }: Pick<WebhookService, 'webhooks'>): void {
	app.get('/v1/configs/webhook', async () => found(webhooks.number));
	app.post('/v1/configs/webhook', async (request) => (webhooks.number = withHeaders(read(request, numberContract))));

	app.get('/waba_webhook', async () => found(webhooks.account));
	// The real one takes effect after 15 to 20 seconds.
	app.post('/waba_webhook', async (request) => {
		const { override_all: overrideAll = false, ...wanted } = read(request, accountContract);
		webhooks.account = withHeaders(wanted);
		if (overrideAll) webhooks.number = null;
		return webhooks.account;
	});

	app.get('/multi_webhook', async () => ({ enabled: webhooks.enabled, destinations: webhooks.destinations }));
	app.post('/multi_webhook', async (request) => {
		const { enabled, destinations: wanted = [] } = read(request, switchContract);
		append(webhooks, wanted);
		webhooks.enabled = enabled;
		return { message: 'Multi webhook configuration saved' };
	});
	app.put('/multi_webhook', async (request) => {
		append(webhooks, read(request, listContract).destinations);
		return { message: 'Destinations added' };
	});
	app.patch('/multi_webhook', async (request) => {
		for (const wanted of read(request, listContract).destinations.map(withHeaders)) {
			const present = webhooks.destinations.find(({ name }) => name === wanted.name);
			if (present === undefined) throw new Refusal(409, { message: `No destination is named ${wanted.name}` });
			Object.assign(present, wanted);
		}
		return { message: 'Destinations updated' };
	});
}

/** What is answered where none is set stands on no page; clients take 404 for it. */
function found(webhook: WebhookConfig | null): WebhookConfig {
	if (webhook === null) throw new Refusal(404, { error: 'Webhook is not set' });
	return webhook;
}

function append(webhooks: Webhooks, wanted: WantedDestination[]): void {
	const names = new Set([...webhooks.destinations, ...wanted].map(({ name }) => name));
	const count = webhooks.destinations.length + wanted.length;
	if (count > MAX_DESTINATIONS)
		throw new Refusal(409, { message: `At most ${MAX_DESTINATIONS} destinations are allowed` });
	if (names.size < count) throw new Refusal(409, { message: 'A destination with this name exists' });
	webhooks.destinations.push(...wanted.map(withHeaders));
}

function withHeaders<T extends WantedConfig>(wanted: T): T & WebhookConfig {
	checkUrl(wanted.url);
	return { ...wanted, headers: wanted.headers ?? {} };
}

/** HTTPS, and neither port nor underscore in the host; a sandbox on this machine may be told of a server beside it. */
function checkUrl(url: string): void {
	const parsed = parsedUrl(url);
	if (!parsed) throw new Refusal(400, { error: 'Invalid webhook url' });
	if (isLoopback(url)) return;
	const { protocol, port, hostname } = parsed;
	if (protocol !== 'https:') throw new Refusal(400, { error: 'Webhook url must use https' });
	if (port !== '' || hostname.includes('_'))
		throw new Refusal(400, { error: 'Webhook host must not contain a port or an underscore' });
}

function read<T>(request: FastifyRequest, contract: Contract<T>): T {
	const body = receivedBody(request);
	const checked = contract(body.kind === 'json' ? body.value : undefined);
	if (checked.ok) return checked.value;
	throw new Refusal(400, { error: JSON.stringify(checked.findings) });
}
