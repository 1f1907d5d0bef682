import { createHmac } from 'crypto';
import type { IWebhookFunctions } from 'n8n-workflow';
import { CachedSecrets } from '../../../shared/trigger/secrets/cachedSecret';
import { onlyHeader } from '../../../shared/trigger/incomingCall';
import { sameSecret } from '../../../shared/trigger/secrets/sameSecret';
import { callbell } from '../../provider/provider';

/** https://docs.callbell.eu/api/reference/webhooks/signatures */
const SIGNATURE_HEADER = 'x-callbell-signature';

/** Seconds by which the time in a signature may differ from ours, before and after. */
const TOLERANCE = 300;

const TIME = /^\d{1,12}$/;
const HEX = /^[0-9a-f]{64}$/i;
const PART = /^(t|v\d+)=([^=\s]*)$/;

const secrets = new CachedSecrets<string>();

/** Whether Callbell signed a call. Without a secret in the credential nothing tells its calls from others. */
export async function isFromCallbell(context: IWebhookFunctions, raw: Buffer): Promise<boolean> {
	const signature = onlyHeader(context, SIGNATURE_HEADER);
	const secret = await secrets.accepting(
		context.getNode().credentials?.[callbell.credential]?.id,
		async () => String((await context.getCredentials(callbell.credential)).webhookSecret ?? '').trim(),
		(known) => known === '' || isSigned(raw, signature, known),
	);
	return secret !== undefined;
}

/** Whether a call pretends to be signed. Callbell's connection checks, whose shape is not documented, need not. */
export function hasSignature(context: IWebhookFunctions): boolean {
	return SIGNATURE_HEADER in context.getHeaderData();
}

/**
 * Whether Callbell signed these bytes just now: `t=<Unix seconds>,v1=<HMAC-SHA256 of "<t>.<body>" in hexadecimal>`.
 * Parts of a later version (`v2=…`) are passed over; a part that comes twice, and anything else, spoils it.
 *
 * @param secret as Callbell shows it, with the `whsec_` at its beginning
 * @param now in milliseconds
 */
function isSigned(raw: Buffer, header: string | undefined, secret: string, now = Date.now()): boolean {
	const { t, v1 } = partsOf(header);
	if (t === undefined || v1 === undefined || !TIME.test(t) || !HEX.test(v1)) return false;
	const isFresh = Math.abs(now / 1000 - Number(t)) <= TOLERANCE;
	const expected = createHmac('sha256', secret).update(`${t}.`).update(raw).digest('hex');
	return sameSecret(v1.toLowerCase(), expected) && isFresh;
}

function partsOf(header = ''): { t?: string; v1?: string } {
	const parts = header.split(',').map((part) => PART.exec(part.trim()));
	const entries = parts.map((part) => [part?.[1] ?? '', part?.[2] ?? ''] as const);
	const names = entries.map(([name]) => name);
	return names.includes('') || new Set(names).size < names.length ? {} : Object.fromEntries(entries);
}
