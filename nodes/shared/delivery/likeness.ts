import type { HttpAnswer } from '../transport/answer';

/** Machines of a provider differ a little in their clocks. */
const CLOCK_TOLERANCE_MS = 250;
const SECOND_MS = 1_000;
/** So far the clock of n8n may be before the provider's, beside the time that an answer takes. */
const CLOCKS_AGREE_MS = 2_000;

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
 * Tells by its date whether a message can have been written since ours went out. That is counted by the provider's
 * clock, the answer's `Date`. Where that is missing no message passes, nor where it is behind n8n's clock: it may be of
 * an old answer that a proxy has kept. No answer is kept that is still to come, so where it is ahead n8n's clock is
 * wrong. `Date` counts in whole seconds; where both agree n8n's clock gives the rest.
 *
 * @param answer what lists the message; it has come just now
 * @param leftAt when the message went out, in milliseconds by `performance.now()`
 */
export function writtenSince({ headers }: HttpAnswer, leftAt: number): (date: unknown) => boolean {
	const date = Date.parse(headers.date ?? '');
	const beyond = Date.now() - date;
	// Not so for a `Date` that is none.
	const isKnown = beyond <= SECOND_MS + CLOCKS_AGREE_MS && !(Number(headers.age) > 0);
	if (!isKnown) return () => false;
	const now = date + Math.min(Math.max(beyond, 0), SECOND_MS - 1);
	const since = now - (performance.now() - leftAt) - CLOCK_TOLERANCE_MS;
	return (written) => {
		const moment = new Date(String(written)).getTime();
		// Some dates of messages count in whole seconds as well.
		const isWhole = moment % SECOND_MS === 0;
		return moment >= (isWhole ? Math.floor(since / SECOND_MS) * SECOND_MS : since);
	};
}

/** Orders messages by a date of theirs, the oldest first. */
export function oldestFirst<T>(dateOf: (message: T) => unknown): (one: T, other: T) => number {
	const time = (message: T) => new Date(String(dateOf(message))).getTime();
	return (one, other) => time(one) - time(other);
}
