import type { FastifyInstance } from 'fastify';
import type { OutgoingHttpHeaders } from 'node:http';

import type { WebhookCall, WebhookCalls } from './calls';
import { mutated, type Mutation, MUTATIONS, type Prover } from './mutation';

const text = { type: 'string' };
const flag = { type: 'boolean' };

/** How a call that a test makes up differs from a usual one. */
export interface MadeUpCall {
	/** The whole body instead of the usual one. */
	raw?: string;
	/** The same for bytes that are no text. */
	rawBase64?: string;
	/** Beside or instead of the usual ones. */
	headers?: Record<string, string | string[]>;
	/** False leaves out what proves that the provider calls; default true. */
	sign?: boolean;
	/** What goes wrong with that proof or the body. */
	mutate?: Mutation;
	/** Instead of the registered one. */
	url?: string;
	/** Whether a call that is not taken is repeated; default true. */
	repeat?: boolean;
	/** Whether the answer waits until the call is taken or given up. */
	wait?: boolean;
}

/** JSON schema properties of {@link MadeUpCall}. */
export const madeUpCallSchema: Record<keyof MadeUpCall, object> = {
	raw: text,
	rawBase64: text,
	headers: { type: 'object', additionalProperties: { anyOf: [text, { type: 'array', items: text }] } },
	sign: flag,
	mutate: { enum: MUTATIONS },
	url: { type: 'string', format: 'uri' },
	repeat: flag,
	wait: flag,
};

/** What is usual for an event. */
export interface UsualCall {
	eventType: string;
	url: string;
	prover: Prover;
	body(): Buffer;
}

/** What was called, and what was answered. */
export function deliveryRoutes(app: FastifyInstance, calls: WebhookCalls): void {
	app.get('/deliveries', async () => ({ deliveries: calls.read() }));
	app.delete('/deliveries', async () => {
		calls.clear();
		return { deliveries: [] };
	});
}

/** Calls a webhook with an event that never happened. */
export async function makeUp(
	calls: WebhookCalls,
	wanted: MadeUpCall,
	{ eventType, url, prover, body }: UsualCall,
): Promise<WebhookCall> {
	const { bytes, headers } = mutated(
		bodyOf(wanted, body),
		prover,
		wanted.sign === false ? 'missing' : (wanted.mutate ?? 'none'),
	);
	const usual = { 'Content-Type': 'application/json', ...headers };
	const all = withHeaders(usual, wanted.headers ?? {});
	const { call, finished } = calls.send({
		eventType,
		url,
		bytes,
		headers: all,
		repeats: wanted.repeat === false ? 0 : undefined,
	});
	if (wanted.wait === true) await finished;
	return call;
}

export const controlRefusal = (statusCode: number, message: string): Error =>
	Object.assign(new Error(message), { statusCode });

function bodyOf({ raw, rawBase64 }: MadeUpCall, usual: () => Buffer): Buffer {
	if (rawBase64 !== undefined) return Buffer.from(rawBase64, 'base64');
	return raw === undefined ? usual() : Buffer.from(raw);
}

/** Names of headers are the same whatever their case. */
function withHeaders(usual: OutgoingHttpHeaders, wanted: OutgoingHttpHeaders): OutgoingHttpHeaders {
	const replaced = new Set(Object.keys(wanted).map((name) => name.toLowerCase()));
	return {
		...Object.fromEntries(Object.entries(usual).filter(([name]) => !replaced.has(name.toLowerCase()))),
		...wanted,
	};
}
