/** An account that takes so many more than the last time has another allowance by now. */
const BEYOND = 1.1;

/**
 * How many requests an account takes between two pauses that it asks for, as in "300 a minute". Counted, not told:
 * once the number is known, its end is found with a single request instead of all that are in flight.
 */
export class LearnedQuota {
	private size = Infinity;
	private used = 0;

	taken(): void {
		if (++this.used > this.size * BEYOND) this.size = Infinity;
	}

	/** The provider refused a request and said how long to wait. */
	usedUp(): void {
		this.size = Math.max(this.used, 1);
		this.used = 0;
	}

	/** Whether there is still room beside those in flight. */
	allows(inFlight: number): boolean {
		return this.used + inFlight < this.size;
	}
}
