import { pause } from '../pacing/clock';
import { sameKindOfStream } from './multipart';

/**
 * One timer looks after all deadlines, at least so often (milliseconds): to make one for each request, and to end it,
 * would be a tenth of what the request costs.
 */
const LOOK_MS = 1_000;
const running = new Set<Deadline>();
/** By `performance.now()`. */
let nextLook = Infinity;

function lookAt(moment: number): void {
	const now = performance.now();
	const look = Math.min(moment, now + LOOK_MS);
	if (look >= nextLook) return;
	nextLook = look;
	void pause(Math.max(0, look - now)).then(() => {
		// An earlier one took its place.
		if (nextLook !== look) return;
		nextLook = Infinity;
		for (const deadline of running) deadline.look();
	});
}

/**
 * Ends what takes too long, by aborting a signal. n8n's own timeout counts from the last byte, so an answer that comes
 * drop by drop escapes it.
 */
export class Deadline {
	private readonly controller = new AbortController();
	/** By `performance.now()`. */
	private due = 0;
	/** Whether the time ran out; false when the execution was stopped instead. */
	isOver = false;

	/**
	 * @param ms how long it may take
	 * @param stopped aborts when the execution is stopped
	 */
	constructor(
		private readonly ms: number,
		private readonly stopped?: AbortSignal,
	) {
		if (stopped?.aborted) this.stop();
		else stopped?.addEventListener('abort', this.stop, { once: true });
		this.restart();
	}

	get signal(): AbortSignal {
		return this.controller.signal;
	}

	/** The time begins anew. */
	restart(): void {
		this.due = performance.now() + this.ms;
		running.add(this);
		lookAt(this.due);
	}

	/** Ends what takes too long by now. */
	look(): void {
		if (performance.now() < this.due) return lookAt(this.due);
		running.delete(this);
		this.isOver = true;
		this.controller.abort();
	}

	/** No time passes until it is restarted. */
	pause(): void {
		running.delete(this);
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
