/** Timers that never keep the process alive and end with a reset. */
export class Timers {
	private readonly running = new Map<string, NodeJS.Timeout>();

	/** A second timer with the same key replaces the first. */
	start(key: string, ms: number, run: () => void): void {
		this.stop(key);
		const timer = setTimeout(() => {
			this.running.delete(key);
			run();
		}, ms);
		this.running.set(key, timer.unref());
	}

	stop(key: string): void {
		clearTimeout(this.running.get(key));
		this.running.delete(key);
	}

	clear(): void {
		for (const timer of this.running.values()) clearTimeout(timer);
		this.running.clear();
	}
}
