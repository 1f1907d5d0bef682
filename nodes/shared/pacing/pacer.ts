import { WakeUp } from './wakeUp';
import { LearnedPace } from './learnedPace';
import { jitter } from './pause';
import type { Clock } from './clock';
import { LearnedQuota } from './learnedQuota';
import { LimitHolds } from './turn';
import type { Refusal, Ticket, Turn } from './turn';

/** A status request that waited so long goes in line with the sends. */
const LOW_PRIORITY_MS = 10_000;
/** A smaller window is not a window. */
const SMALLEST_WINDOW = 1;
/** An account that was not used for so long has an allowance again. */
const IDLE_MS = 2_000;
/** Where the provider does not say how long a recipient has to wait. */
const RECIPIENT_PAUSE_MS = 2_000;

interface Waiting extends Ticket {
	since: number;
	/** What {@link Pacer.held} was when it joined, without the rest of a pause that went on. */
	heldBefore: number;
	resolve(turn: Turn): void;
	reject(error: Error): void;
}

/**
 * Gives out turns to the requests of one account: a bounded number in flight, at the pace that the account bears, and
 * none while it wants us to wait. One refusal makes all of them wait, once.
 */
export class Pacer {
	private line: Waiting[] = [];
	private inFlight = 0;
	/** How many may be in flight; shrinks at a refusal and grows while requests are taken. */
	private window = Infinity;
	private pausedAt = 0;
	private pausedUntil = 0;
	/** Milliseconds of all pauses together. */
	private held = 0;
	private readonly heldRecipients = new Map<string, number>();
	private readonly pace: LearnedPace;
	private readonly alarm: WakeUp;
	private readonly signals = new WeakSet<AbortSignal>();
	/** When the first of the requests started that were refused since the last one was taken. */
	private refusedSince?: number;
	private readonly quota = new LearnedQuota();
	private usedAt = 0;

	/** `random` answers numbers from 0 up to 1. */
	constructor(
		private readonly clock: Clock,
		private readonly random = Math.random,
	) {
		this.pace = new LearnedPace(random);
		this.alarm = new WakeUp(clock, () => this.dispatch());
	}

	/**
	 * Waits for a turn.
	 *
	 * @throws LimitHolds when the account refuses for longer than the ticket allows
	 * @throws the signal's reason when it aborts
	 */
	async turn(ticket: Ticket): Promise<Turn> {
		ticket.signal?.throwIfAborted();
		this.startAfresh(ticket);
		if (this.isHopeless(ticket)) throw new LimitHolds();
		this.listen(ticket.signal);
		return await new Promise<Turn>((resolve, reject) => {
			const since = this.clock.now();
			const heldBefore = this.held - Math.max(this.pausedUntil - since, 0);
			const waiting = { ...ticket, since, heldBefore, resolve, reject };
			if (ticket.isRepeat) this.line.unshift(waiting);
			else this.line.push(waiting);
			this.dispatch();
		});
	}

	/** The provider took the request, or refused it for another reason than its rate. */
	taken(): void {
		this.refusedSince = undefined;
		this.window += 1 / this.window;
		this.quota.taken();
		this.pace.taken(this.clock.now());
		this.leave();
	}

	/** The request is over, and its end says nothing of the rate: no answer came. */
	ended(): void {
		this.leave();
	}

	/**
	 * The provider refused the request for its rate. Answers how many milliseconds all have to wait now; 0 when they
	 * knew it already, or when only one recipient has to.
	 */
	refused(turn: Turn, { retryAfter, isAboutRecipient }: Refusal): number {
		const now = this.clock.now();
		this.refusedSince ??= turn.startedAt;
		let pause = 0;
		if (isAboutRecipient && turn.recipient !== undefined) {
			this.heldRecipients.set(turn.recipient, now + jitter(retryAfter ?? RECIPIENT_PAUSE_MS, this.random));
		} else if (turn.startedAt >= this.pausedAt) {
			// Those in flight beside the first refused one only say the same once more.
			pause = this.pause(now, retryAfter);
			this.rejectHopeless();
		}
		this.leave();
		return pause;
	}

	get waiting(): number {
		return this.line.length;
	}

	/** An account that nobody used for a while is tried anew, and what was measured of it is old. */
	private startAfresh({ isRepeat }: Ticket): void {
		if (isRepeat || this.inFlight > 0 || this.line.length > 0) return;
		this.refusedSince = undefined;
		if (this.clock.now() - this.usedAt > IDLE_MS) this.pace.forget();
	}

	private pause(now: number, retryAfter?: number): number {
		const pause = retryAfter ?? this.pace.refused(now);
		this.pausedAt = now;
		this.pausedUntil = now + pause;
		this.held += pause;
		if (retryAfter === undefined) {
			this.window = Math.max(SMALLEST_WINDOW, Math.floor(Math.min(this.window, this.inFlight) / 4));
		} else {
			// The provider says when it goes on: there is no pace to measure, but a number to count.
			this.pace.forget();
			this.quota.usedUp();
		}
		return pause;
	}

	private isHopeless({ maxWait }: Ticket): boolean {
		const now = this.clock.now();
		return Math.max(this.pausedUntil, now) - (this.refusedSince ?? now) > maxWait;
	}

	private rejectHopeless(): void {
		const hopeless = this.line.filter((waiting) => this.isHopeless(waiting));
		this.line = this.line.filter((waiting) => !hopeless.includes(waiting));
		for (const waiting of hopeless) waiting.reject(new LimitHolds());
	}

	private leave(): void {
		this.inFlight--;
		this.usedAt = this.clock.now();
		this.dispatch();
	}

	private dispatch(): void {
		for (;;) {
			const now = this.clock.now();
			const at = Math.max(this.pausedUntil, this.pace.next);
			if (this.line.length === 0) return this.alarm.off();
			if (at > now) return this.alarm.set(at);
			const places = this.quota.allows(this.inFlight) ? this.window : 1;
			const next = this.inFlight < places ? this.choose(now) : undefined;
			if (!next) return;
			this.line.splice(this.line.indexOf(next), 1);
			this.inFlight++;
			this.pace.start(now);
			next.resolve({ startedAt: now, recipient: next.recipient, heldFor: this.held - next.heldBefore });
		}
	}

	/** The first in line that may start; status requests only when nobody else can. */
	private choose(now: number): Waiting | undefined {
		const isUrgent = (waiting: Waiting) => !waiting.isLow || now - waiting.since > LOW_PRIORITY_MS;
		let low: Waiting | undefined;
		for (const waiting of this.line) {
			if (this.inFlight >= waiting.limit || this.isHeld(waiting, now)) {
				if (waiting.recipient === undefined) break;
				continue;
			}
			if (isUrgent(waiting)) return waiting;
			low ??= waiting;
		}
		return low;
	}

	private isHeld({ recipient }: Waiting, now: number): boolean {
		const until = recipient === undefined ? undefined : this.heldRecipients.get(recipient);
		if (until === undefined) return false;
		if (until > now) {
			this.alarm.set(until);
			return true;
		}
		this.heldRecipients.delete(recipient as string);
		return false;
	}

	/** One listener for all items of an execution. */
	private listen(signal?: AbortSignal): void {
		if (!signal || this.signals.has(signal)) return;
		this.signals.add(signal);
		signal.addEventListener('abort', () => this.drop(signal), { once: true });
	}

	private drop(signal: AbortSignal): void {
		const dropped = this.line.filter((waiting) => waiting.signal === signal);
		this.line = this.line.filter((waiting) => waiting.signal !== signal);
		for (const waiting of dropped) waiting.reject(signal.reason as Error);
		this.dispatch();
	}
}
