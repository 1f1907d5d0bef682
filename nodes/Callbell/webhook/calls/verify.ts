import { createHmac } from 'crypto';
import type { IWebhookFunctions } from 'n8n-workflow';
import { CachedSecrets } from '../../../shared/trigger/secrets/cachedSecret';
import { onlyHeader } from '../../../shared/trigger/incomingCall';
import { sameSecret } from '../../../shared/trigger/secrets/sameSecret';
import { sharingOf } from '../../../shared/trigger/sharing/incoming';
import type { Sharing } from '../../../shared/trigger/sharing/incoming';
import { shareKey } from '../../../shared/trigger/sharing/shareKey';
import { callbell } from '../../provider/provider';
import type { TriggerOptions } from '../form/settings';
import { notedKeys } from '../registration/staticData';

/** https://docs.callbell.eu/api/reference/webhooks/signatures */
const SIGNATURE_HEADER = 'x-callbell-signature';

/** Seconds by which the time in a signature may differ from ours, before and after. */
const TOLERANCE = 300;

const TIME = /^\d{1,12}$/;
const HEX = /^[0-9a-f]{64}$/i;
const PART = /^(t|v\d+)=([^=\s]*)$/;

/** What a credential tells of the calls that are let in. */
interface Admission {
	/** Empty where there is none. */
	secret: string;
	/** What the triggers of the account have in common. */
	key: string;
}

const known = new CachedSecrets<Admission>();

/**
 * Whether Callbell signed a call, and how it came. Without a secret in the credential nothing tells its calls from
 * others.
 *
 * @returns no sharing where what the call says of other triggers is not proved
 */
export async function verifyCall(
	context: IWebhookFunctions,
	raw: Buffer,
	{ internalAddress }: TriggerOptions,
): Promise<{ isGenuine: boolean; sharing?: Sharing }> {
	const signature = onlyHeader(context, SIGNATURE_HEADER);
	let sharing: Sharing | undefined;
	const admission = await known.accepting(
		context.getNode().credentials?.[callbell.credential]?.id,
		async () => await readAdmission(context),
		({ secret, key }) => {
			const said = sharingOf(context, raw, [key, ...notedKeys(context)], internalAddress);
			sharing = 'objection' in said ? undefined : said;
			return sharing !== undefined && (secret === '' || isSigned(raw, signature, secret));
		},
	);
	return { isGenuine: admission !== undefined, sharing };
}

async function readAdmission(context: IWebhookFunctions): Promise<Admission> {
	const { apiKey, webhookSecret = '' } = await context.getCredentials(callbell.credential);
	return { secret: String(webhookSecret).trim(), key: shareKey(context, apiKey) };
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
