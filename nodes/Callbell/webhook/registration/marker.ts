import { createHash } from 'crypto';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { CallResponse } from '../../../shared/trigger/incomingCall';
import { ownUrl } from '../../../shared/trigger/webhookUrl';

/**
 * Headers that tell a trigger's answers from those of others: Callbell keeps the answers to its calls, headers
 * included, in its delivery log, and has no call that tells whom it calls. The second tells a moved or copied n8n from
 * what it was.
 */
const MARKER_HEADER = 'X-N8n-Callbell-Trigger';
const ADDRESS_HEADER = 'X-N8n-Callbell-Address';

/** Headers in the log may be spelt and nested in any way, so they are read as one text. */
const MARKER_IN_LOG = /x[-_]n8n[-_]callbell[-_]trigger\W+([0-9a-f]{16})\b/i;
const ADDRESS_IN_LOG = /x[-_]n8n[-_]callbell[-_]address\W+([0-9a-f]{16})\b/i;

/** Who answered a call. */
export interface Markers {
	/** The trigger; null for any other system. */
	by: string | null;
	/** The address of its n8n; null where that is not told, as by older versions of the node. */
	at: string | null;
}

export function markersIn(headers: unknown): Markers {
	const text = JSON.stringify(headers) ?? '';
	const find = (pattern: RegExp) => pattern.exec(text)?.[1]?.toLowerCase() ?? null;
	return { by: find(MARKER_IN_LOG), at: find(ADDRESS_IN_LOG) };
}

/** The markers of a trigger: the same for its production URL and its test URL, and others in another n8n. */
export function markersOf(context: IHookFunctions | IWebhookFunctions): { by: string; at: string } {
	const { origin, tail } = ownUrl(context, String(context.getNodeWebhookUrl('default')));
	return { by: digest(`${context.getInstanceId()}/${tail}`), at: digest(origin) };
}

/** Marks the answer to a call, whatever it will be. */
export function markAnswer(context: IWebhookFunctions): void {
	const response = context.getResponseObject() as CallResponse;
	const { by, at } = markersOf(context);
	response.setHeader(MARKER_HEADER, by);
	response.setHeader(ADDRESS_HEADER, at);
}

function digest(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
