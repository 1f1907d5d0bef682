/** So many requests stand ready to leave before no more are prepared. */
const READY_AT_ONCE = 100;

/**
 * How many requests of one run of a node may leave as soon as there is a place, so that no more are prepared than will
 * soon be needed. Ten thousand prepared ones would be memory that is searched for garbage again and again; and an
 * execution that comes later would have to wait behind them all.
 */
export class LookAhead {
	private ready = 0;
	private proceed?: () => void;

	joined(): void {
		this.ready++;
	}

	/** One has left, or cannot leave for now. */
	left(): void {
		this.ready--;
		if (this.ready < READY_AT_ONCE) this.proceed?.();
	}

	/** Waits until there is room for more; only one may wait. */
	async room(): Promise<void> {
		if (this.ready < READY_AT_ONCE) return;
		await new Promise<void>((resolve) => (this.proceed = resolve));
	}
}
