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
	private readonly usual = new Queue();
	private readonly low = new Queue();
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

	private headOf(queue: Queue): Waiting | undefined {
		while (queue.head && this.recipients.keep(queue.head)) queue.shift();
		return queue.head;
	}

	private queueOf({ isLow }: Waiting): Queue {
		return isLow ? this.low : this.usual;
	}
}

interface Link {
	value: Waiting;
	next?: Link;
}

/** Those who may start as soon as there is a place. Both of its ends cost the same however long it is. */
class Queue {
	private first?: Link;
	private last?: Link;
	private count = 0;

	get length(): number {
		return this.count;
	}

	get head(): Waiting | undefined {
		return this.first?.value;
	}

	push(value: Waiting): void {
		const link = { value };
		if (this.last) this.last.next = link;
		else this.first = link;
		this.last = link;
		this.count++;
		value.lookAhead?.joined();
	}

	unshift(value: Waiting): void {
		this.first = { value, next: this.first };
		this.last ??= this.first;
		this.count++;
		value.lookAhead?.joined();
	}

	shift(): Waiting | undefined {
		const link = this.first;
		if (!link) return undefined;
		this.first = link.next;
		if (!this.first) this.last = undefined;
		this.count--;
		link.value.lookAhead?.left();
		return link.value;
	}

	/** Takes out all that fit. */
	remove(fits: (value: Waiting) => boolean): Waiting[] {
		const removed: Waiting[] = [];
		for (let left = this.count; left > 0; left--) {
			const value = this.shift()!;
			if (fits(value)) removed.push(value);
			else this.push(value);
		}
		return removed;
	}
}
