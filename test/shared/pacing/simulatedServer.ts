import type { Refusal } from '../../../nodes/shared/pacing/turn';

/** What a server says to a request at a moment: nothing when it takes it. */
export type Limit = (now: number, request: { recipient?: string; kind?: string }) => Refusal | undefined;

/** A bucket that is refilled all the time, as WhatsApp's 80 a second; it says nothing of how long to wait. */
export function bucket(perSecond: number | ((now: number) => number), burst: number): Limit {
	let left = burst;
	let since = 0;
	return (now) => {
		const rate = typeof perSecond === 'number' ? perSecond : perSecond(now);
		left = Math.min(burst, left + ((now - since) / 1000) * rate);
		since = now;
		if (left < 1) return {};
		left--;
		return undefined;
	};
}

/** So many in each window, which begins with its first request; `Retry-After` says when the next one does. */
export function fixedWindow(limit: number, windowMs: number): Limit {
	let since = -Infinity;
	let taken = 0;
	return (now) => {
		if (now - since >= windowMs) [since, taken] = [now, 0];
		return ++taken <= limit ? undefined : { retryAfter: since + windowMs - now };
	};
}

/** So many milliseconds between two messages to the same recipient. */
export function onePerRecipient(everyMs: number): Limit {
	const taken = new Map<string, number>();
	return (now, { recipient = '' }) => {
		if (now - (taken.get(recipient) ?? -Infinity) < everyMs) return { isAboutRecipient: true };
		taken.set(recipient, now);
		return undefined;
	};
}

/** Refuses what has no room in one of several limits. */
export function all(...limits: Limit[]): Limit {
	return (now, request) => {
		for (const limit of limits) {
			const refusal = limit(now, request);
			if (refusal) return refusal;
		}
		return undefined;
	};
}

/** Refuses some requests whatever the rate, as a server does that is out of breath. */
export function sometimes(probability: number, random: () => number): Limit {
	return () => (random() < probability ? {} : undefined);
}
