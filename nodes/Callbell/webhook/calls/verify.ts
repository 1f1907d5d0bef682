import { createHmac } from 'crypto';
import { sameSecret } from '../../../shared/trigger/sameSecret';

/** https://docs.callbell.eu/api/reference/webhooks/signatures; Node hands header names out in lower case. */
export const SIGNATURE_HEADER = 'x-callbell-signature';

/** Seconds by which the time in a signature may differ from ours, before and after. */
const TOLERANCE = 300;

const TIME = /^\d{1,12}$/;
const HEX = /^[0-9a-f]{64}$/i;

/**
 * Whether Callbell signed these bytes just now: `t=<Unix seconds>,v1=<HMAC-SHA256 of "<t>.<body>" in hexadecimal>`.
 * Parts with other names, e.g. of a later version, are passed over; a part that comes twice, as in a doubled header,
 * which Node joins with a comma, spoils it.
 *
 * @param secret as Callbell shows it, with the `whsec_` at its beginning
 * @param now in milliseconds
 */
export function isSigned(raw: Buffer, header: unknown, secret: string, now = Date.now()): boolean {
	const { t, v1 } = partsOf(header);
	if (t === undefined || v1 === undefined || !TIME.test(t) || !HEX.test(v1)) return false;
	const isFresh = Math.abs(now / 1000 - Number(t)) <= TOLERANCE;
	const expected = createHmac('sha256', secret).update(`${t}.`).update(raw).digest('hex');
	return sameSecret(v1.toLowerCase(), expected) && isFresh;
}

function partsOf(header: unknown): { t?: string; v1?: string } {
	if (typeof header !== 'string') return {};
	const parts = header.split(',').map((part) => part.trim());
	const valuesOf = (name: string) =>
		parts.filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1));
	const [times, signatures] = [valuesOf('t'), valuesOf('v1')];
	return times.length === 1 && signatures.length === 1 ? { t: times[0], v1: signatures[0] } : {};
}
