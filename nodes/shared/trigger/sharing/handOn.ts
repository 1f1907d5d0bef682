import type { IWebhookFunctions } from 'n8n-workflow';
import { settled } from '../../failures/settled';
import { isNobodys, PROOF_HEADER, post } from './ask';
import { isTestUrl } from './home';
import type { Sharing } from './incoming';

/** Milliseconds from the call on in which all have to answer: 360dialog waits for 5 seconds. */
const IN_TIME_MS = 4_300;
/** So long n8n may need, after a start, until it has activated a workflow. */
const STARTING_MS = 600_000;
/** What a trigger answers to what it will never take; anything else comes from something before n8n. */
const REFUSALS = [400, 401];
/** Headers of one connection, which say nothing to the next (RFC 9110 7.6.1), and what n8n has undone already. */
const OF_CONNECTION =
	/^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|host|content-length|content-encoding|expect)$/;

/** Since when n8n says that nobody has an address, by address. */
const missingSince = new Map<string, number>();

/** A call that was verified, to be handed on as it came. */
export interface Call {
	raw: Buffer;
	/** By `performance.now()`. */
	receivedAt: number;
	/** A header that only the trigger which was called knows by; the others do not get it. */
	ownHeader?: string;
}

/**
 * Hands a call on to the other triggers, to all of them at once.
 *
 * @returns whether each of them took it or refused it for a reason of its own
 */
export async function handOn(context: IWebhookFunctions, sharing: Sharing, call: Call): Promise<boolean> {
	const took = await Promise.all(sharing.others.map(async (other) => await handOver(context, other, sharing, call)));
	return took.every(Boolean);
}

/** The same for one trigger. */
export async function handOver(
	context: IWebhookFunctions,
	address: string,
	{ reach }: Sharing,
	{ raw, receivedAt, ownHeader }: Call,
): Promise<boolean> {
	const timeout = Math.max(1, IN_TIME_MS - (performance.now() - receivedAt));
	const headers = headersOf(context, ownHeader);
	const result = await settled(post(context, address, { reach, body: raw, headers, timeout }));
	const status = result.status === 'fulfilled' ? result.value.statusCode : 0;
	// Nobody waits for a tester but the tester.
	if (isTestUrl(address, reach)) return true;
	if (result.status === 'fulfilled' && isNobodys(result.value)) return isGone(context, address);
	missingSince.delete(address);
	if ((status >= 200 && status < 300) || REFUSALS.includes(status)) {
		if (status >= 300) warn(context, `${address} refused a call that was handed on to it (HTTP ${status})`);
		return true;
	}
	const why = result.status === 'rejected' ? String((result.reason as Error).message) : `HTTP ${status}`;
	warn(
		context,
		`${address} did not take a call that was handed on to it (${why}); the call is refused, so that it is sent again. If n8n does not reach itself at its public address, set "Internal Address" under Options`,
	);
	return false;
}

/**
 * Whether nobody is at an address any more. A workflow that is active has none for a moment, too, while n8n starts or
 * the workflow is being saved.
 */
function isGone(context: IWebhookFunctions, address: string): boolean {
	const now = performance.now();
	const since = missingSince.get(address) ?? now;
	missingSince.set(address, since);
	const isGone = now - since > STARTING_MS;
	warn(
		context,
		isGone
			? `no active workflow has ${address}, which is still to get calls. Unpublish and publish any workflow with this webhook (n8n 1.x: deactivate and activate it): that removes it`
			: `no active workflow has ${address} at the moment; the call is refused, so that it is sent again`,
	);
	return isGone;
}

/** The headers as they came, names that came several times with all their values. */
function headersOf(context: IWebhookFunctions, ownHeader = ''): Record<string, string[]> {
	const { rawHeaders } = context.getRequestObject() as { rawHeaders: string[] };
	const left = [PROOF_HEADER, ownHeader.toLowerCase()];
	const headers: Record<string, string[]> = {};
	for (let index = 0; index < rawHeaders.length; index += 2) {
		const name = rawHeaders[index]!.toLowerCase();
		if (!OF_CONNECTION.test(name) && !left.includes(name)) (headers[name] ??= []).push(rawHeaders[index + 1]!);
	}
	return headers;
}

function warn(context: IWebhookFunctions, what: string): void {
	context.logger.warn(`${context.getNode().name} shares its webhook: ${what}`);
}
