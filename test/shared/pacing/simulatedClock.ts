import type { Clock } from '../../../nodes/shared/pacing/clock';

interface Timer {
	at: number;
	ring(): void;
}

/** A clock that stands still while anything can be done, and then jumps to what is waited for next. */
export class SimulatedClock implements Clock {
	private time = 0;
	/** The next one first. */
	private timers: Timer[] = [];

	now(): number {
		return this.time;
	}

	async sleep(ms: number, signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		await new Promise<void>((resolve, reject) => {
			const stop = () => {
				this.timers = this.timers.filter((other) => other !== timer);
				reject(signal?.reason as Error);
			};
			const ring = () => {
				signal?.removeEventListener('abort', stop);
				resolve();
			};
			const timer = { at: this.time + Math.max(ms, 0), ring };
			const place = this.timers.findLastIndex(({ at }) => at <= timer.at) + 1;
			this.timers.splice(place, 0, timer);
			signal?.addEventListener('abort', stop, { once: true });
		});
	}

	/** How much is waited for at this moment. */
	get waits(): number {
		return this.timers.length;
	}

	/**
	 * Lets time pass until the task is over.
	 *
	 * @throws what the task throws, or when it waits for something that no time brings
	 */
	async run<T>(task: Promise<T>): Promise<T> {
		let isOver = false;
		const end = () => (isOver = true);
		task.then(end, end);
		for (;;) {
			await new Promise(setImmediate);
			if (isOver) return await task;
			const timer = this.timers.shift();
			if (!timer) throw new Error('It waits for ever');
			this.time = timer.at;
			timer.ring();
		}
	}

	/** Lets so much time pass. */
	async pass(ms: number): Promise<void> {
		await this.run(this.sleep(ms));
	}
}
