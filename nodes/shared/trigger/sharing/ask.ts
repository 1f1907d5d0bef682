import { randomBytes } from 'crypto';
import { UserError } from 'n8n-workflow';
import type { IHookFunctions, IHttpRequestMethods } from 'n8n-workflow';
import { settled } from '../../failures/settled';
import { objectSaid } from '../../json';
import { sameSecret } from '../secrets/sameSecret';
import type { Home } from './home';
import { reachable } from './home';
import { open } from './letter';
import { proofOf } from './shareKey';

/** Shows that a trigger of this n8n makes a call, and that one answers a question. */
export const PROOF_HEADER = 'x-n8n-shared-webhook';
/** The body of a question whether a trigger is there. */
export const QUESTION = 'n8nTriggerIsThere';
/** Milliseconds; somebody waits for the workflow to be activated. */
const TIMEOUT = 5_000;

/** What sends the question: a trigger, or a node that needs one. */
type Asking = { helpers: Pick<IHookFunctions['helpers'], 'httpRequest'> };

/** How a trigger of this n8n is reached. */
export interface Reach extends Home {
	key: string;
	/** Where this n8n reaches itself, if not under its public address. */
	internal?: string;
}

/**
 * What is at an address: a trigger that shares; nothing, since no active workflow has it; something else; or that
 * cannot be known now.
 */
export type Found = { is: 'trigger'; told: unknown } | { is: 'nothing' | 'something' } | { is: 'silent'; why: string };

/** Asks at an address of this n8n whether a trigger is there that has the key. */
async function ask(context: Asking, address: string, reach: Reach): Promise<Found> {
	const nonce = randomBytes(16).toString('base64url');
	const result = await settled(question(context, address, reach, nonce));
	if (result.status === 'rejected') return { is: 'silent', why: String((result.reason as Error).message) };
	const { statusCode, headers, body: said } = result.value;
	if (isNobodys(result.value)) return { is: 'nothing' };
	if (statusCode === 404 || statusCode >= 500) return { is: 'silent', why: `HTTP ${statusCode}` };
	const isTrigger = sameSecret(headers[PROOF_HEADER], proofOf(reach.key, 'here', address, nonce));
	if (!isTrigger) return { is: 'something' };
	return { is: 'trigger', told: open(reach.key, objectSaid(said).told) };
}

/** Asks with one key after the other until nobody is somebody else: one may have another API key by now. */
export async function askAll(
	context: Asking,
	addresses: string[],
	{ keys, ...reach }: Reach & { keys: string[] },
): Promise<{ found: Found[]; key: string }> {
	const asked: Array<{ found: Found[]; key: string }> = [];
	for (const key of keys) {
		const found = await Promise.all(addresses.map(async (one) => await ask(context, one, { ...reach, key })));
		asked.push({ found, key });
		if (!found.some(({ is }) => is === 'something')) return { found, key };
	}
	return asked[0]!;
}

/**
 * Whether no active workflow has an address.
 *
 * @param reach of whoever has the key, e.g. a node with the same credential
 */
export async function isDeserted(context: Asking, address: string, reach: Reach): Promise<boolean> {
	const result = await settled(question(context, address, reach, ''));
	return result.status === 'fulfilled' && isNobodys(result.value);
}

/** Whether n8n itself says that no active workflow has an address; a 404 of something before it says nothing. */
export function isNobodys({ statusCode, body }: Told): boolean {
	const { code, message } = statusCode === 404 ? objectSaid(body) : {};
	return code === 404 && typeof message === 'string';
}

async function question(context: Asking, address: string, reach: Reach, nonce: string): Promise<Told> {
	const body = Buffer.from(JSON.stringify({ [QUESTION]: nonce }));
	return await post(context, address, {
		reach,
		body,
		headers: { 'content-type': 'application/json' },
		timeout: TIMEOUT,
	});
}

/** An answer of this n8n. */
interface Told {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/**
 * Calls a trigger of this n8n in the name of another one.
 *
 * @throws when no answer comes in time, or none of a trigger
 */
export async function post(
	context: Asking,
	address: string,
	call: { reach: Reach; body: Buffer; headers: Record<string, string | string[]>; timeout: number },
): Promise<Told> {
	const { reach, body, headers, timeout } = call;
	const told = (await context.helpers.httpRequest({
		method: 'POST' satisfies IHttpRequestMethods,
		url: reachable(address, reach.internal),
		body,
		headers: { ...headers, [PROOF_HEADER]: proofOf(reach.key, 'call', address, body) },
		timeout,
		disableFollowRedirect: true,
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
	})) as Told;
	// Something before n8n, or n8n itself while it starts: a trigger answers with no text.
	if (told.statusCode < 300 && typeof told.body === 'string' && told.body !== '')
		throw new UserError(`HTTP ${told.statusCode} with a text, which no trigger answers with`);
	return told;
}
