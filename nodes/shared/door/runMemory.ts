import type { IDataObject } from 'n8n-workflow';
import { settled } from '../failures/settled';
import type { Failure } from '../failures/failure';

/** A send that the provider took. */
export interface Sent {
	answer: IDataObject;
	/** Whether its answer was lost and the message was found at the provider afterwards. */
	wasLost: boolean;
}

/** A send of which nobody knows whether the provider took it. */
export interface Doubt {
	failure: Failure;
	/** When the request began, in milliseconds since the epoch. */
	since: number;
}

/**
 * What the tries of one node execution have sent, by item. n8n's Retry On Fail runs the whole node again, and what
 * was sent must not be sent again.
 */
export class RunMemory {
	readonly sent = new Map<number, Sent>();
	readonly doubts = new Map<number, Doubt>();
	private readonly made = new Map<string, Promise<unknown>>();
	private readonly underWay = new Map<string, Set<Promise<unknown>>>();

	/** What `make` answers for the key, made once for all items and tries; what could not be made is tried again. */
	async once<T>(key: string, make: () => Promise<T>): Promise<T> {
		const known = this.made.get(key) as Promise<T> | undefined;
		if (known) return await known;
		const making = make();
		this.made.set(key, making);
		const result = await settled(making);
		if (result.status === 'fulfilled') return result.value;
		this.made.delete(key);
		throw result.reason;
	}

	/** Runs a send; until it ends, {@link quiet} waits for it. Equal messages have equal fingerprints. */
	async during<T>(fingerprint: string, send: Promise<T>): Promise<T> {
		const sends = this.underWay.get(fingerprint) ?? new Set();
		this.underWay.set(fingerprint, sends.add(send));
		try {
			return await send;
		} finally {
			sends.delete(send);
			if (sends.size === 0) this.underWay.delete(fingerprint);
		}
	}

	/** Waits until no equal message is on its way: one that is would look like a lost one. */
	async quiet(fingerprint: string): Promise<void> {
		await Promise.allSettled([...(this.underWay.get(fingerprint) ?? [])]);
	}
}
