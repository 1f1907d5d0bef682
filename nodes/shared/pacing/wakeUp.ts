import type { Clock } from './clock';

/** Calls back at the earliest of the moments that it was set to; nothing is left ticking once it is off. */
export class WakeUp {
	private at = Infinity;
	private timer?: AbortController;

	constructor(
		private readonly clock: Clock,
		private readonly ring: () => void,
	) {}

	/** Sets it to a moment of the clock; a later one than it is set to changes nothing. */
	set(at: number): void {
		if (this.at <= at) return;
		this.off();
		const timer = new AbortController();
		this.at = at;
		this.timer = timer;
		this.clock.sleep(at - this.clock.now(), timer.signal).then(
			() => {
				this.at = Infinity;
				this.ring();
			},
			() => undefined,
		);
	}

	off(): void {
		this.timer?.abort();
		this.at = Infinity;
	}
}
