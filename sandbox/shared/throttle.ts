export type ThrottleSetting =
	{ kind: 'window'; limit: number; windowMs: number } | { kind: 'bucket'; capacity: number; perSecond: number };

/** Without a throttle that could say when it admits again, a forced 429 asks for this much patience. */
const DEFAULT_WAIT_MS = 1000;

/** A fixed window that starts at its first request, or a bucket that is refilled continuously. */
export class Throttle {
	private setting: ThrottleSetting | null = null;
	private since = 0;
	private left = 0;

	/** @returns 0 when the request is admitted, otherwise the milliseconds until one will be. */
	admit(setting: ThrottleSetting | null, now = performance.now()): number {
		if (setting === null) return 0;
		if (setting !== this.setting) this.start(setting, now);
		if (setting.kind === 'window') {
			if (now - this.since >= setting.windowMs) this.start(setting, now);
		} else {
			this.left = Math.min(setting.capacity, this.left + ((now - this.since) / 1000) * setting.perSecond);
			this.since = now;
		}
		if (this.left >= 1) {
			this.left -= 1;
			return 0;
		}
		if (setting.kind === 'window') return this.since + setting.windowMs - now;
		return ((1 - this.left) / setting.perSecond) * 1000;
	}

	private start(setting: ThrottleSetting, now: number): void {
		this.setting = setting;
		this.since = now;
		this.left = setting.kind === 'window' ? setting.limit : setting.capacity;
	}
}

/** Value of the Retry-After header for a wait, or undefined when the setting wants none. */
export function retryAfterHeader(setting: string, waitMs = DEFAULT_WAIT_MS): string | undefined {
	if (setting === 'none') return undefined;
	// A provider's rule that is run ten times faster needs its seconds ten times finer.
	if (setting === 'tenths') return String(Math.max(0.1, Math.ceil(waitMs / 100) / 10));
	if (setting === 'seconds') return String(Math.max(1, Math.ceil(waitMs / 1000)));
	// HTTP dates have whole seconds: round up, or a client that obeys comes too early.
	if (setting === 'date') return new Date(Math.ceil((Date.now() + waitMs) / 1000) * 1000).toUTCString();
	return setting;
}
