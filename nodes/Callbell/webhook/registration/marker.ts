import { createHash } from 'crypto';
import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { CallResponse } from '../../../shared/trigger/incomingCall';
import { listIn } from '../../../shared/trigger/sharing/place';
import { ownUrl } from '../../../shared/trigger/webhookUrl';

/**
 * Headers that tell a trigger's answers from those of others: Callbell keeps the answers to its calls, headers
 * included, in its delivery log, and has no call that tells whom it calls. The second tells a moved or copied n8n from
 * what it was; the third is the URL that was called, which names the triggers that share it.
 */
const MARKER_HEADER = 'X-N8n-Callbell-Trigger';
const ADDRESS_HEADER = 'X-N8n-Callbell-Address';
const PLACE_HEADER = 'X-N8n-Callbell-Place';

/** Headers in the log may be spelt and nested in any way, so they are read as one text. */
const MARKER_IN_LOG = /x[-_]n8n[-_]callbell[-_]trigger\W+([0-9a-f]{16})\b/i;
const ADDRESSES_IN_LOG = /x[-_]n8n[-_]callbell[-_]address\W+([0-9a-f]{16}(?:-[0-9a-f]{16})*)\b/i;
const PLACE_IN_LOG = /x[-_]n8n[-_]callbell[-_]place\W+(https?:\/\/[^\s"'\\,]+)/i;

/** Who answered a call. */
export interface Markers {
	/** The trigger; null for any other system. */
	by: string | null;
	/** Addresses of its n8n; none where that is not told, as by older versions of the node. */
	addresses: string[];
	/** The URL that was called; null where that is not told. */
	place: string | null;
}

export function markersIn(headers: unknown): Markers {
	const text = JSON.stringify(headers) ?? '';
	const find = (pattern: RegExp) => pattern.exec(text)?.[1] ?? null;
	return {
		by: find(MARKER_IN_LOG)?.toLowerCase() ?? null,
		addresses: find(ADDRESSES_IN_LOG)?.toLowerCase().split('-') ?? [],
		place: find(PLACE_IN_LOG),
	};
}

/**
 * The markers of a trigger. The first is the same for its production URL and its test URL, and another in another n8n.
 * The second may differ: n8n takes test events where its editor is.
 */
export function markersOf(context: IHookFunctions | IWebhookFunctions): { by: string; address: string } {
	const { origin, tail } = ownUrl(context, String(context.getNodeWebhookUrl('default')));
	return { by: markerOf(context, tail), address: digest(origin) };
}

/** The first marker of the trigger with this end of its path. */
export function markerOf(context: IHookFunctions | IWebhookFunctions, tail: string): string {
	return digest(`${context.getInstanceId()}/${tail}`);
}

/** Marks the answer to a call, whatever it will be. While it answers, n8n tells its production URL even of a test. */
export function markAnswer(context: IWebhookFunctions): void {
	const response = context.getResponseObject() as CallResponse;
	const own = ownUrl(context, String(context.getNodeWebhookUrl('default')));
	const { by, address } = markersOf(context);
	const addresses = new Set([address, ...(own.editor ? [digest(own.editor.origin)] : [])]);
	response.setHeader(MARKER_HEADER, by);
	response.setHeader(ADDRESS_HEADER, [...addresses].join('-'));
	if (context.getMode() === 'manual') return;
	const list = listIn(context.getQueryData() as Record<string, unknown>);
	response.setHeader(
		PLACE_HEADER,
		list ? `${own.address}?${new URLSearchParams({ ...list }).toString()}` : own.address,
	);
}

function digest(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
