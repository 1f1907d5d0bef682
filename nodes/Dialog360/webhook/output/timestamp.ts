import { isoTimestamp } from '../../../shared/json';

/** WhatsApp's seconds since the epoch, a number or its digits, in milliseconds; undefined for anything else. */
export function millisecondsOf(timestamp: unknown): number | undefined {
	const seconds = typeof timestamp === 'string' && timestamp.trim() !== '' ? Number(timestamp) : timestamp;
	return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds * 1000 : undefined;
}

/** The same as ISO 8601 in UTC, or null. */
export function isoOf(timestamp: unknown): string | null {
	return isoTimestamp(millisecondsOf(timestamp));
}
