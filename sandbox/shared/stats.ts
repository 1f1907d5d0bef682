/** Counts of one provider since the last reset. */
export class Stats {
	private requests = 0;
	private accepted = 0;
	private refused = 0;
	private throttled = 0;
	private duplicates = 0;
	private inFlight = 0;
	private peakInFlight = 0;
	private readonly taken = new Set<string>();

	begin(): void {
		this.requests += 1;
		this.inFlight += 1;
		this.peakInFlight = Math.max(this.peakInFlight, this.inFlight);
	}

	end(status: number | null): void {
		this.inFlight -= 1;
		if (status !== null && status >= 400) this.refused += 1;
	}

	throttle(): void {
		this.throttled += 1;
	}

	/** A message was taken; the same content in the same conversation once more is what a consumer would read twice. */
	accept(conversation: string, content: string): void {
		this.accepted += 1;
		const key = JSON.stringify([conversation, content]);
		if (this.taken.has(key)) this.duplicates += 1;
		this.taken.add(key);
	}

	read() {
		const { requests, accepted, refused, throttled, duplicates, peakInFlight } = this;
		return { requests, accepted, refused, throttled, duplicates, peakInFlight };
	}

	zero(): void {
		this.requests = this.accepted = this.refused = this.throttled = this.duplicates = 0;
		this.peakInFlight = this.inFlight;
		this.taken.clear();
	}
}
