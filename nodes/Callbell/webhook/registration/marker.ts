import { createHash } from 'crypto';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { CallResponse } from '../../../shared/trigger/incomingCall';
import { ownUrl } from '../../../shared/trigger/webhookUrl';

/**
 * The header that tells a trigger's answers from those of others: Callbell keeps the answers to its calls, headers
 * included, in its delivery log, and has no request that tells whom it calls.
 */
const MARKER_HEADER = 'X-N8n-Callbell-Trigger';

/** Headers in the log may be spelt and nested in any way, so they are read as one text. */
const IN_LOG = /x[-_]n8n[-_]callbell[-_]trigger\W+([0-9a-f]{16})\b/i;

/** Who answered a call: the marker of a trigger, or null for any other system. */
export function markerIn(headers: unknown): string | null {
	return IN_LOG.exec(JSON.stringify(headers) ?? '')?.[1]?.toLowerCase() ?? null;
}

/** The marker of a trigger: the same for its production URL and its test URL, and another in another n8n. */
export function markerOf(context: IHookFunctions | IWebhookFunctions): string {
	const { tail } = ownUrl(context, String(context.getNodeWebhookUrl('default')));
	return createHash('sha256').update(`${context.getInstanceId()}/${tail}`).digest('hex').slice(0, 16);
}

/** Marks the answer to a call, whatever it will be. */
export function markAnswer(context: IWebhookFunctions): void {
	(context.getResponseObject() as CallResponse).setHeader(MARKER_HEADER, markerOf(context));
}
