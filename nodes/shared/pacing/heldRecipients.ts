import type { Clock } from './clock';
import { jitter } from './clock';
import { LimitHolds } from './turn';
import type { Turn, Waiting } from './turn';
import { WakeUp } from './wakeUp';

/** Where the provider does not say how long a recipient has to wait. */
const RECIPIENT_PAUSE_MS = 2_000;
/** A refusal so long after the last one begins a new time of waiting: who waited then was stopped. */
const FORGOTTEN_MS = 60_000;

/** A recipient for whom the provider takes no more for now. */
interface Hold {
	/** When the first of the requests started that were refused since one was taken. */
	since: number;
	refusedAt: number;
	until: number;
	waiting: Waiting[];
	readonly alarm: WakeUp;
}

/** The recipients for whom the provider takes no more for now, and what waits for each of them. */
export class HeldRecipients {
	private readonly holds = new Map<string, Hold>();
	/** How many requests wait. */
	length = 0;

	constructor(
		private readonly clock: Clock,
		private readonly random: () => number,
		/** Is handed what may go on, in the order in which it came. */
		private readonly release: (waiting: Waiting[]) => void,
	) {}

	/** The provider refused a request because of its recipient. */
	refused(recipient: string, { startedAt }: Turn, retryAfter = RECIPIENT_PAUSE_MS): void {
		const refusedAt = this.clock.now();
		const until = refusedAt + jitter(retryAfter, this.random);
		const known = this.holds.get(recipient);
		known?.alarm.off();
		const alarm = new WakeUp(this.clock, () => this.end(recipient));
		const since = known && startedAt < known.until + FORGOTTEN_MS ? known.since : startedAt;
		this.holds.set(recipient, { since, refusedAt, until, waiting: known?.waiting ?? [], alarm });
		alarm.set(until);
	}

	/** A request came back without such a refusal. */
	passed({ recipient, startedAt }: Turn): void {
		if (recipient === undefined) return;
		const hold = this.holds.get(recipient);
		if (!hold || startedAt <= hold.refusedAt) return;
		hold.alarm.off();
		this.holds.delete(recipient);
		this.letGo(hold);
	}

	/** Keeps a request whose recipient is held, or makes it give up; answers whether it did one of them. */
	keep(waiting: Waiting): boolean {
		if (waiting.recipient === undefined) return false;
		const hold = this.holds.get(waiting.recipient);
		if (!hold || hold.until <= this.clock.now()) return false;
		if (hold.until - hold.since > waiting.maxWait) waiting.reject(new LimitHolds());
		else {
			if (waiting.isRepeat) hold.waiting.unshift(waiting);
			else hold.waiting.push(waiting);
			this.length++;
		}
		return true;
	}

	remove(fits: (waiting: Waiting) => boolean): Waiting[] {
		return [...this.holds].flatMap(([recipient, hold]) => {
			const removed = hold.waiting.filter(fits);
			if (removed.length === 0) return [];
			hold.waiting = hold.waiting.filter((waiting) => !fits(waiting));
			this.length -= removed.length;
			if (hold.waiting.length === 0) {
				hold.alarm.off();
				this.holds.delete(recipient);
			}
			return removed;
		});
	}

	private end(recipient: string): void {
		const hold = this.holds.get(recipient)!;
		// Where nobody waits it does not matter any more for how long the recipient was refused.
		if (hold.waiting.length === 0) this.holds.delete(recipient);
		this.letGo(hold);
	}

	private letGo(hold: Hold): void {
		const released = hold.waiting;
		hold.waiting = [];
		this.length -= released.length;
		this.release(released);
	}
}
