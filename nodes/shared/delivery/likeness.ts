import type { HttpAnswer } from '../transport/answer';

/** Machines of a provider differ a little in their clocks. */
const CLOCK_TOLERANCE_MS = 250;

/**
 * A text as it is compared with one that a provider lists: without what providers are known to change, spaces around
 * it, line ends, and the way in which letters are composed.
 */
export function comparable(text: unknown): string {
	return String(text ?? '')
		.normalize('NFC')
		.replace(/\r\n?/g, '\n')
		.trim();
}

/**
 * The moment at which a message can have been written at the earliest, by the provider's clock, in milliseconds since
 * 1970. The `Date` header and some dates of messages count in whole seconds, so it is one as well.
 *
 * @param answer what lists the message; it has come just now
 * @param leftAt when the message went out, in milliseconds by `performance.now()`
 */
export function writtenSince({ headers }: HttpAnswer, leftAt: number): number {
	const date = Date.parse(headers.date ?? '');
	const now = Number.isNaN(date) ? Date.now() : date;
	return Math.floor((now - (performance.now() - leftAt) - CLOCK_TOLERANCE_MS) / 1000) * 1000;
}

/** Orders messages by a date of theirs, the oldest first. */
export function oldestFirst<T>(dateOf: (message: T) => unknown): (one: T, other: T) => number {
	const time = (message: T) => new Date(String(dateOf(message))).getTime();
	return (one, other) => time(one) - time(other);
}
