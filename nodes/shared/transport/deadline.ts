import { pause } from '../pacing/clock';
import { sameKindOfStream } from './multipart';

/** Nobody reads why a timer was switched off; Node would make an error, with its stack, of each time. */
const PAUSED = 'paused';
/** A timer that is set to more rings at once. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Ends what takes too long, by aborting a signal. n8n's own timeout counts from the last byte, so an answer that comes
 * drop by drop escapes it.
 */
export class Deadline {
	private readonly ms: number;
	private readonly controller = new AbortController();
	private timer?: AbortController;
	/** Whether the time ran out; false when the execution was stopped instead. */
	isOver = false;

	/**
	 * @param ms how long it may take
	 * @param stopped aborts when the execution is stopped
	 */
	constructor(
		ms: number,
		private readonly stopped?: AbortSignal,
	) {
		this.ms = Math.min(ms, LONGEST_MS);
		if (stopped?.aborted) this.stop();
		else stopped?.addEventListener('abort', this.stop, { once: true });
		this.restart();
	}

	get signal(): AbortSignal {
		return this.controller.signal;
	}

	/** The time begins anew. */
	restart(): void {
		this.pause();
		const timer = new AbortController();
		this.timer = timer;
		pause(this.ms, timer.signal).then(
			() => {
				this.isOver = true;
				this.controller.abort();
			},
			() => undefined,
		);
	}

	/** No time passes until it is restarted. */
	pause(): void {
		this.timer?.abort(PAUSED);
	}

	/** What it was for has ended. */
	end(): void {
		this.pause();
		this.stopped?.removeEventListener('abort', this.stop);
	}

	private readonly stop = () => this.controller.abort(this.stopped?.reason);
}

/** The stream, ended with an error when no part of it comes for as long as the deadline allows. */
export function watched(stream: AsyncIterable<Uint8Array>, deadline: Deadline): AsyncIterable<Uint8Array> {
	const { destroy } = stream as { destroy?: (error: Error) => void };
	const late = Object.assign(new Error('The file stopped coming'), { code: 'ECONNABORTED' });
	deadline.signal.addEventListener('abort', () => destroy?.call(stream, late), { once: true });
	async function* parts() {
		try {
			deadline.restart();
			for await (const part of stream) {
				deadline.pause();
				yield part;
				deadline.restart();
			}
		} finally {
			deadline.end();
		}
	}
	return sameKindOfStream(stream, parts());
}
