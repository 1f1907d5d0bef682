import type { FastifyInstance } from 'fastify';

import { bodyContract } from '../../shared/contract';
import { demand } from '../../shared/controlBody';
import { isLoopback } from '../../shared/loopback';
import {
	controlRefusal,
	deliveryRoutes,
	type MadeUpCall,
	madeUpCallSchema,
	makeUp,
} from '../../shared/webhooks/control';
import { announce, eventBody, type WebhookService } from './announcer';
import { samplePayload } from './payloads';
import { EVENTS } from './registry';
import { proverWith } from './signature';

const text = { type: 'string' };
const object = (properties: object, required: string[] = []) => ({
	type: 'object',
	additionalProperties: false,
	required,
	properties,
});

const webhookContract = bodyContract<{ url: string; subscriptions?: string[] }>(
	object({ url: text, subscriptions: { type: 'array', items: text } }, ['url']),
);

/** An event that a test makes up. */
export interface WantedEvent extends MadeUpCall {
	/** Default `message_created`. */
	event?: string;
	/** A sample of the event when absent. */
	payload?: unknown;
	/** Seconds by which the signature is older than now. */
	age?: number;
	/** Told like real news, to who is subscribed to it, instead of at once. */
	asNews?: boolean;
	/** News with the same subject come in order. */
	subject?: string;
}

const eventContract = bodyContract<WantedEvent>(
	object({
		event: text,
		payload: {},
		age: { type: 'integer' },
		asNews: { type: 'boolean' },
		subject: text,
		...madeUpCallSchema,
	}),
);

const CHECKS = { get: undefined, empty: '', unknown: '{"event":"connection_check"}' };

const checkContract = bodyContract<{ kind?: keyof typeof CHECKS; url?: string }>(
	object({ kind: { enum: Object.keys(CHECKS) }, url: text }),
);

/** Beneath `/control/callbell`: who is subscribed, what was called, and events that never happened. */
export function webhookControl(app: FastifyInstance, service: WebhookService): void {
	const { webhooks, calls, settings } = service;
	const read = () => ({ webhook: webhooks.current });

	app.get('/webhooks', async () => read());
	app.post('/webhooks', async (request) => {
		const { url, subscriptions = [...EVENTS] } = demand(webhookContract(request.body));
		webhooks.subscribe(url, subscriptions);
		return read();
	});
	app.delete('/webhooks', async () => {
		webhooks.clear();
		return read();
	});

	deliveryRoutes(app, calls);

	app.post('/events', async (request) => {
		const { event = 'message_created', age, ...wanted } = demand(eventContract(request.body));
		const payload = wanted.payload ?? samplePayload(event) ?? {};
		if (wanted.asNews === true) {
			announce(service, event, payload, wanted.subject);
			return { told: event };
		}
		const body = () => eventBody(event, payload, settings);
		return await makeUp(calls, wanted, {
			eventType: event,
			url: target(wanted.url),
			prover: proverWith(settings.signingSecret, age),
			body,
		});
	});

	/** Callbell checks the connection now and then; how is not documented. https://docs.callbell.eu/api/reference/webhooks/introduction */
	app.post('/checks', async (request) => {
		const { kind = 'empty', url } = demand(checkContract(request.body));
		const address = target(url);
		if (!isLoopback(address)) throw controlRefusal(400, 'The sandbox calls nobody but this machine');
		const method = kind === 'get' ? 'GET' : 'POST';
		const answer = await fetch(address, {
			method,
			body: CHECKS[kind],
			headers: { 'content-type': 'application/json' },
		});
		return { status: answer.status, body: await answer.text() };
	});

	function target(url = webhooks.current?.url): string {
		if (url === undefined) throw controlRefusal(404, 'Nobody is subscribed');
		return url;
	}
}
