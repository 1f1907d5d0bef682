import type { Clock } from './clock';
import { HeldRecipients } from './heldRecipients';
import type { Waiting } from './turn';

/** A status request that waited so long goes in line with the others. */
const LOW_PRIORITY_MS = 10_000;

/** Whether it gives way to nobody who came later. */
export function isUrgent({ isLow, since }: Waiting, now: number): boolean {
	return !isLow || now - since > LOW_PRIORITY_MS;
}

/**
 * The requests of one kind that wait for their turn. What is asked of it for each request costs the same however long
 * it is, so that ten thousand items cost ten times what a thousand do.
 */
export class Line {
	private readonly usual = new Queue<Waiting>();
	private readonly low = new Queue<Waiting>();
	readonly recipients: HeldRecipients;

	/** `onRelease` is called when some that were held for their recipients may go on. */
	constructor(clock: Clock, random: () => number, onRelease: () => void) {
		this.recipients = new HeldRecipients(clock, random, (released) => {
			for (const waiting of released.reverse()) this.queueOf(waiting).unshift(waiting);
			onRelease();
		});
	}

	get length(): number {
		return this.usual.length + this.low.length + this.recipients.length;
	}

	join(waiting: Waiting): void {
		const queue = this.queueOf(waiting);
		if (waiting.isRepeat) queue.unshift(waiting);
		else queue.push(waiting);
	}

	/** Who is to start next; status requests only when nobody else can, or when they have waited for long. */
	next(now: number): Waiting | undefined {
		const usual = this.headOf(this.usual);
		const low = this.headOf(this.low);
		if (!usual || !low) return usual ?? low;
		return isUrgent(low, now) && low.since <= usual.since ? low : usual;
	}

	/** Takes out who {@link next} answered. */
	take(waiting: Waiting): void {
		this.queueOf(waiting).shift();
	}

	remove(fits: (waiting: Waiting) => boolean): Waiting[] {
		return [this.usual, this.low, this.recipients].flatMap((some) => some.remove(fits));
	}

	private headOf(queue: Queue<Waiting>): Waiting | undefined {
		while (queue.head && this.recipients.keep(queue.head)) queue.shift();
		return queue.head;
	}

	private queueOf({ isLow }: Waiting): Queue<Waiting> {
		return isLow ? this.low : this.usual;
	}
}

interface Link<T> {
	value: T;
	next?: Link<T>;
}

/** A queue both of whose ends cost the same however long it is. */
class Queue<T> {
	private first?: Link<T>;
	private last?: Link<T>;
	private count = 0;

	get length(): number {
		return this.count;
	}

	get head(): T | undefined {
		return this.first?.value;
	}

	push(value: T): void {
		const link = { value };
		if (this.last) this.last.next = link;
		else this.first = link;
		this.last = link;
		this.count++;
	}

	unshift(value: T): void {
		this.first = { value, next: this.first };
		this.last ??= this.first;
		this.count++;
	}

	shift(): T | undefined {
		const link = this.first;
		if (!link) return undefined;
		this.first = link.next;
		if (!this.first) this.last = undefined;
		this.count--;
		return link.value;
	}

	/** Takes out all that fit. */
	remove(fits: (value: T) => boolean): T[] {
		const removed: T[] = [];
		for (let left = this.count; left > 0; left--) {
			const value = this.shift()!;
			if (fits(value)) removed.push(value);
			else this.push(value);
		}
		return removed;
	}
}
