import { LearnedPace } from './learnedPace';
import { LearnedQuota } from './learnedQuota';
import type { Turn } from './turn';

/** A smaller window is not a window. */
const SMALLEST_WINDOW = 1;
/** A kind that was not used for so long has an allowance again. */
const IDLE_MS = 2_000;

/**
 * When a request of one kind may start: a bounded number in flight, at the pace that the provider bears, and none while
 * it wants us to wait. One refusal makes all of the kind wait, once.
 */
export class Gate {
	private inFlight = 0;
	/** How many may be in flight; shrinks at a refusal and grows while requests are taken. */
	private window = Infinity;
	private readonly pace: LearnedPace;
	private readonly quota = new LearnedQuota();
	private refusedAt = -Infinity;
	/** Until when a refusal makes the kind wait. */
	private refusedUntil = -Infinity;
	/** When the first of the requests started that were refused since the last one was taken. */
	private refusedSince?: number;
	/** Until when it waits, be it for a refusal of another kind. */
	private heldUntil = -Infinity;
	/** Milliseconds of all waits together. */
	private held = 0;
	private usedAt = -Infinity;

	constructor(random: () => number) {
		this.pace = new LearnedPace(random);
	}

	/** The moment at which the next may start; never, before one that is in flight is over. */
	get opensAt(): number {
		const places = this.quota.allows(this.inFlight) ? this.window : SMALLEST_WINDOW;
		return this.inFlight < places ? Math.max(this.heldUntil, this.pace.next) : Infinity;
	}

	isHeld(now: number): boolean {
		return this.heldUntil > now;
	}

	/** Whether it waits for a refusal of its own that came after the moment. */
	isRefusedSince(moment: number, now: number): boolean {
		return this.refusedUntil > now && this.refusedAt > moment;
	}

	isIdle(now: number): boolean {
		return this.inFlight === 0 && this.opensAt <= now && now - this.usedAt > IDLE_MS;
	}

	/** How many milliseconds it has been held until now, all waits together. */
	heldBy(now: number): number {
		return this.held - Math.max(this.heldUntil - now, 0);
	}

	/** Somebody comes where nobody waits: the kind is tried anew, and what was measured a while ago is old. */
	startAfresh(now: number): void {
		if (this.inFlight > 0) return;
		this.refusedSince = undefined;
		if (now - this.usedAt > IDLE_MS) this.pace.forget();
	}

	start(now: number): void {
		this.inFlight++;
		this.pace.start(now);
	}

	/** A request is over. */
	leave(now: number): void {
		this.inFlight--;
		this.usedAt = now;
	}

	/** The provider took a request, or refused it for another reason than its rate. */
	taken(now: number): void {
		this.refusedSince = undefined;
		this.window += 1 / this.window;
		this.quota.taken();
		this.pace.taken(now);
	}

	/**
	 * The provider refused a request for its rate. Answers how many milliseconds all of the kind have to wait now; 0 when
	 * they knew it already: those in flight beside the first refused one only say the same once more.
	 */
	refused({ startedAt }: Turn, now: number, retryAfter?: number): number {
		this.refusedSince ??= startedAt;
		if (startedAt < this.refusedAt) return 0;
		const pause = retryAfter ?? this.pace.refused(now);
		this.refusedAt = now;
		this.refusedUntil = now + pause;
		this.hold(now, this.refusedUntil);
		if (retryAfter === undefined) {
			this.window = Math.max(SMALLEST_WINDOW, Math.floor(Math.min(this.window, this.inFlight) / 4));
		} else {
			// The provider says when it goes on: there is no pace to measure, but a number to count.
			this.pace.forget();
			this.quota.usedUp();
		}
		return pause;
	}

	/** Makes it wait. */
	hold(now: number, until: number): void {
		this.held += Math.max(until - Math.max(now, this.heldUntil), 0);
		this.heldUntil = Math.max(until, this.heldUntil);
	}

	/** Whether refusals of this very kind go on for longer than so many milliseconds. */
	isHopeless(now: number, maxWait: number): boolean {
		return Math.max(this.refusedUntil, now) - (this.refusedSince ?? now) > maxWait;
	}
}
