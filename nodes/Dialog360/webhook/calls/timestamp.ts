import { isoTimestamp } from '../../../shared/json';

/** More seconds than any date of WhatsApp has: so much are milliseconds, which some of its fields count in. */
const MILLISECONDS = 1e11;

/** WhatsApp's seconds since the epoch, a number or its digits, in milliseconds; undefined for anything else. */
export function millisecondsOf(timestamp: unknown): number | undefined {
	const seconds = typeof timestamp === 'string' && timestamp.trim() !== '' ? Number(timestamp) : timestamp;
	if (typeof seconds !== 'number' || !Number.isFinite(seconds)) return undefined;
	return seconds < MILLISECONDS ? seconds * 1000 : seconds;
}

/** The same as ISO 8601 in UTC, or null. */
export function isoOf(timestamp: unknown): string | null {
	return isoTimestamp(millisecondsOf(timestamp));
}
