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
	/** Equal for messages that cannot be told apart at the provider. */
	fingerprint: string;
	/** All of the message, in which those may still differ. */
	whole: string;
	/** When its last request went out, in milliseconds by `performance.now()`. */
	leftAt: number;
}

/** What was sent, by item. */
type SentByItem = Record<string, Sent[]>;

/**
 * What the tries of one node execution have sent, by item. n8n's Retry On Fail runs the whole node again, and what
 * was sent must not be sent again.
 */
export class RunMemory {
	/** An item has several for the parts of a long text, in their order. */
	readonly sent: Map<number, Sent[]>;
	/** Nothing of an item is sent behind what is in doubt. */
	readonly doubts = new Map<number, Doubt>();
	/**
	 * How the answer was lost to a change that may be repeated, by item: it may have been made, as long as no repetition
	 * of it is taken. A send is in `doubts` instead.
	 */
	readonly unsettled = new Map<number, Failure>();
	private readonly firsts = new Map<string, number>();
	private readonly made = new Map<string, Promise<unknown>>();

	/**
	 * @param kept what was sent in each run of the node, where it outlives the process: see `memoryOf`
	 * @param run of the node, counted from 0: more than 0 in a loop
	 */
	constructor(
		private readonly kept: Record<string, SentByItem>,
		readonly run: number,
	) {
		const sent = Object.entries(kept[this.key] ?? {});
		this.sent = new Map(sent.map(([itemIndex, messages]) => [Number(itemIndex), messages]));
	}

	/** The next message of an item was sent. */
	remember(itemIndex: number, one: Sent): void {
		const all = [...(this.sent.get(itemIndex) ?? []), one];
		this.sent.set(itemIndex, all);
		(this.kept[this.key] ??= {})[itemIndex] = all;
	}

	/**
	 * A message that will never arrive is sent again when a person retries the execution; not when n8n tries the node
	 * again. One in parts is not, since others of them may have arrived.
	 */
	undelivered(itemIndex: number): void {
		if (this.kept[this.key]?.[itemIndex]?.length === 1) delete this.kept[this.key]![itemIndex];
	}

	/** The run has succeeded: nobody will retry it. */
	clearKept(): void {
		delete this.kept[this.key];
	}

	private get key(): string {
		return `sent in run ${this.run}`;
	}

	/** The first item of the run that came with a key; the one that asks, if none did before. */
	firstWith(key: string, itemIndex: number): number {
		const first = this.firsts.get(key) ?? itemIndex;
		this.firsts.set(key, first);
		return first;
	}

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
}
