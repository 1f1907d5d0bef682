/** Milliseconds that one `Retry-After` counts at most: servers have been seen to ask for days. */
export const LONGEST_RETRY_AFTER = 120_000;

/**
 * How long a `Retry-After` header asks to wait, in milliseconds (RFC 9110, section 10.2.3: seconds, or a date).
 * Undefined where there is none that makes sense: missing, negative, in the past, no number and no date.
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
	const text = header?.trim();
	if (!text) return undefined;
	const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
	return ms > 0 ? Math.min(ms, LONGEST_RETRY_AFTER) : undefined;
}
