import { jitter } from './clock';

/** A provider's answer that says "too many requests", without words on how long to wait. */
const MEASURING_PAUSE_MS = 500;
/** So many requests make a measurement; fewer are chance. */
const ENOUGH_REQUESTS = 8;
/**
 * A measured pace is kept so far below the limit: the probing upward starts from there, and what an allowance does not
 * give out in the meantime it keeps.
 */
const BELOW_LIMIT = 0.85;
/** Of the pace that is left after one refusal. */
const LARGEST_DECREASE = 0.8;
/**
 * What is added in the first step, in square roots of the pace: less than in proportion to it, so that of several
 * workers that share an account the slow ones catch up.
 */
const FIRST_STEP = 0.5;
/** Added in one step at most, as a share of the pace. */
const LARGEST_STEP = 0.5;
const STEP_MS = 600;
const SLOWEST_PER_SECOND = 0.2;
const LONGEST_PAUSE_MS = 15_000;
/** A pace is caught up after a late timer, but not more than this. */
const CATCH_UP_MS = 50;

/**
 * How many requests a second an account takes, found from its refusals alone. There is no pace until the first
 * refusal. At a refusal the account's allowance is used up; what was taken from one such moment to the next is its
 * rate. The pace is set just below, and raised step by step, in growing steps, until the next refusal: so it follows
 * a rate that changes, and shares it with other workers that know nothing of this one.
 */
export class LearnedPace {
	/** Requests per second. */
	private rate = Infinity;
	private nextAt = 0;
	private usedUpAt?: number;
	private takenSince = 0;
	private step = FIRST_STEP;
	private stepAt = 0;
	private takenInStep = 0;
	private refusalsInARow = 0;

	constructor(private readonly random = Math.random) {}

	/** The moment at which the next request may start, by the clock that the other moments are of. */
	get next(): number {
		return this.nextAt;
	}

	/** A request starts. */
	start(now: number): void {
		this.nextAt = Math.max(this.nextAt, now - CATCH_UP_MS) + 1000 / this.rate;
	}

	/** The provider took a request. */
	taken(now: number): void {
		this.takenSince++;
		this.refusalsInARow = 0;
		if (++this.takenInStep < ENOUGH_REQUESTS || now - this.stepAt < STEP_MS) return;
		this.rate += Math.min(this.step * Math.sqrt(this.rate), LARGEST_STEP * this.rate);
		this.step *= 2;
		this.beginStep(now);
	}

	/** The provider refused a request. Answers how many milliseconds to send nothing. */
	refused(now: number): number {
		if (this.usedUpAt !== undefined) this.slowDown((this.takenSince * 1000) / (now - this.usedUpAt));
		// Until there is a pace it is measured from the first refusal on: a slow account takes few requests between two.
		if (this.rate !== Infinity || this.usedUpAt === undefined) {
			this.usedUpAt = now;
			this.takenSince = 0;
		}
		this.step = FIRST_STEP;
		this.beginStep(now);
		const growing = Math.min(MEASURING_PAUSE_MS * 2 ** this.refusalsInARow++, LONGEST_PAUSE_MS);
		return jitter(this.rate === Infinity || this.refusalsInARow > 1 ? growing : 2000 / this.rate, this.random);
	}

	/** Forgets what was measured: after a pause the allowance is no longer used up. */
	forget(): void {
		this.rate = Infinity;
		this.nextAt = 0;
		this.usedUpAt = undefined;
	}

	private slowDown(measured: number): void {
		// Some servers refuse now and then whatever the pace: one refusal must not bring it down further than this.
		const floor = this.rate === Infinity ? 0 : this.rate * LARGEST_DECREASE;
		if (this.takenSince >= ENOUGH_REQUESTS) this.rate = Math.max(measured * BELOW_LIMIT, floor);
		else if (floor > 0) this.rate = Math.max(floor, SLOWEST_PER_SECOND);
	}

	private beginStep(now: number): void {
		this.stepAt = now;
		this.takenInStep = 0;
	}
}
