import type { FastifyInstance } from 'fastify';
import type { OutgoingHttpHeaders } from 'node:http';

import { bodyContract } from '../../shared/contract';
import { demand } from '../../shared/controlBody';
import { publicHalf } from '../../shared/signingKey';
import { ORG_ID } from '../seed/people';
import type { PartooService } from '../service';
import { eventBody } from './announcer';
import { samplePayload } from './payloads';
import { mutated, type Mutation, MUTATIONS } from './signature';

const text = { type: 'string' };
const flag = { type: 'boolean' };

const webhookContract = bodyContract<{ url: string; eventType: string; orgId?: number }>({
	type: 'object',
	additionalProperties: false,
	required: ['url', 'eventType'],
	properties: { url: { type: 'string', format: 'uri' }, eventType: text, orgId: { type: 'integer' } },
});

/** An event that a test makes up. */
export interface WantedEvent {
	/** Says which webhook is called, too; default `message_updated`. */
	type?: string;
	/** A sample of the type when absent. */
	payload?: unknown;
	/** The whole body instead of type and payload. */
	raw?: string;
	/** The same for bytes that are no text. */
	rawBase64?: string;
	/** Beside or instead of the usual ones. */
	headers?: Record<string, string | string[]>;
	/** False leaves the signature out; default true. */
	sign?: boolean;
	/** What goes wrong with the signature or the body. */
	mutate?: Mutation;
	/** Instead of the registered one. */
	url?: string;
	/** Whether a 5xx or a missing answer is repeated; default true. */
	repeat?: boolean;
	/** Whether the answer waits until the call is answered or given up. */
	wait?: boolean;
}

const eventContract = bodyContract<WantedEvent>({
	type: 'object',
	additionalProperties: false,
	properties: {
		type: text,
		payload: {},
		raw: text,
		rawBase64: text,
		headers: { type: 'object', additionalProperties: { anyOf: [text, { type: 'array', items: text }] } },
		sign: flag,
		mutate: { enum: MUTATIONS },
		url: { type: 'string', format: 'uri' },
		repeat: flag,
		wait: flag,
	},
});

/** Beneath `/control/partoo`: who is registered, what was called, and events that never happened. */
export function webhookControl(app: FastifyInstance, { webhooks, calls, signingKey, state }: PartooService): void {
	app.get('/webhook-key', async () => ({ publicKey: publicHalf(signingKey) }));

	app.get('/webhooks', async () => ({ webhooks: webhooks.list() }));
	app.post('/webhooks', async (request) => {
		const { eventType, url, orgId = ORG_ID } = demand(webhookContract(request.body));
		const present = webhooks.of(eventType, orgId);
		if (present !== undefined && present.url !== url) throw refusal(409, `${eventType} already goes to ${present.url}`);
		return webhooks.add(eventType, url, orgId);
	});
	app.delete('/webhooks', async () => {
		webhooks.clear();
		return { webhooks: [] };
	});

	app.get('/deliveries', async () => ({ deliveries: calls.read() }));
	app.delete('/deliveries', async () => {
		calls.clear();
		return { deliveries: [] };
	});

	app.post('/events', async (request) => {
		const wanted = demand(eventContract(request.body));
		const eventType = wanted.type ?? 'message_updated';
		const url = wanted.url ?? webhooks.of(eventType, ORG_ID)?.url;
		if (url === undefined) throw refusal(404, `Nobody is registered for ${eventType}`);
		const body = bodyOf(wanted, () => eventBody(eventType, wanted.payload ?? samplePayload(eventType, state)));
		const { bytes, headers } = mutated(body, signingKey, wanted.sign === false ? 'missing' : (wanted.mutate ?? 'none'));
		const all = withHeaders(headers, wanted.headers ?? {});
		const { call, finished } = calls.send({ eventType, url, bytes, headers: all, repeats: wanted.repeat === false ? 0 : undefined });
		if (wanted.wait === true) await finished;
		return call;
	});
}

function bodyOf({ raw, rawBase64 }: WantedEvent, usual: () => Buffer): Buffer {
	if (rawBase64 !== undefined) return Buffer.from(rawBase64, 'base64');
	return raw === undefined ? usual() : Buffer.from(raw);
}

/** Names of headers are the same whatever their case. */
function withHeaders(usual: OutgoingHttpHeaders, wanted: OutgoingHttpHeaders): OutgoingHttpHeaders {
	const replaced = new Set(Object.keys(wanted).map((name) => name.toLowerCase()));
	return { ...Object.fromEntries(Object.entries(usual).filter(([name]) => !replaced.has(name.toLowerCase()))), ...wanted };
}

const refusal = (statusCode: number, message: string): Error => Object.assign(new Error(message), { statusCode });
