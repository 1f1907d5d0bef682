import type { Clock } from './clock';
import { Kinds } from './kinds';
import { LimitHolds } from './turn';
import type { Refusal, Ticket, Turn, Waiting } from './turn';
import { WakeUp } from './wakeUp';

/**
 * Gives out turns to the requests of one account. A refusal for the rate makes the requests of its kind wait, once; and
 * all of the account when another kind is refused meanwhile and nothing is taken. No kind gives up for the refusals of
 * another.
 */
export class Pacer {
	private inFlight = 0;
	private readonly kinds: Kinds;
	private readonly alarm: WakeUp;
	private readonly signals = new WeakSet<AbortSignal>();

	/** `random` answers numbers from 0 up to 1. */
	constructor(
		private readonly clock: Clock,
		random = Math.random,
	) {
		this.kinds = new Kinds(clock, random, () => this.dispatch());
		this.alarm = new WakeUp(clock, () => this.dispatch());
	}

	/**
	 * Waits for a turn.
	 *
	 * @throws LimitHolds when requests of its kind, or to its recipient, are refused for longer than the ticket allows
	 * @throws the signal's reason when it aborts
	 */
	async turn(ticket: Ticket): Promise<Turn> {
		const { kind, signal, isRepeat, maxWait } = ticket;
		signal?.throwIfAborted();
		const { gate, line } = this.kinds.of(kind);
		const now = this.clock.now();
		if (!isRepeat && line.length === 0) gate.startAfresh(now);
		if (gate.isHopeless(now, maxWait)) throw new LimitHolds();
		this.listen(signal);
		return await new Promise<Turn>((resolve, reject) => {
			line.join({ ...ticket, since: now, heldBefore: gate.heldBy(now), resolve, reject });
			this.dispatch();
		});
	}

	/** The provider took the request, or refused it for another reason than its rate. */
	taken(turn: Turn): void {
		this.kinds.taken(turn.startedAt);
		this.kinds.of(turn.kind).gate.taken(this.clock.now());
		this.ended(turn);
	}

	/** The request is over, and its end says nothing of the rate: no answer came. */
	ended(turn: Turn): void {
		this.kinds.of(turn.kind).line.recipients.passed(turn);
		this.leave(turn);
	}

	/**
	 * The provider refused the request for its rate. Answers how many milliseconds all of its kind have to wait now; 0
	 * when they knew it already, or when only one recipient has to.
	 */
	refused(turn: Turn, { retryAfter, isAboutRecipient }: Refusal): number {
		const kind = this.kinds.of(turn.kind);
		const { gate, line } = kind;
		const now = this.clock.now();
		let pause = 0;
		if (isAboutRecipient && turn.recipient !== undefined) {
			line.recipients.refused(turn.recipient, turn, retryAfter);
		} else {
			pause = gate.refused(turn, now, retryAfter);
			if (pause > 0) this.kinds.refused(kind, now, pause);
			const hopeless = line.remove(({ maxWait }) => gate.isHopeless(now, maxWait));
			for (const waiting of hopeless) waiting.reject(new LimitHolds());
		}
		this.leave(turn);
		return pause;
	}

	/** How many requests of a kind are in line. */
	waiting(kind: string): number {
		return this.kinds.of(kind).line.length;
	}

	private leave({ kind }: Turn): void {
		this.inFlight--;
		this.kinds.of(kind).gate.leave(this.clock.now());
		this.dispatch();
	}

	private dispatch(): void {
		for (;;) {
			const now = this.clock.now();
			const { next, wakeAt } = this.kinds.choose(now);
			if (next && this.inFlight < next.limit) this.start(next, now);
			else {
				if (!next && wakeAt < Infinity) this.alarm.set(wakeAt);
				else this.alarm.off();
				return;
			}
		}
	}

	private start(waiting: Waiting, now: number): void {
		const kind = this.kinds.of(waiting.kind);
		const { gate, line } = kind;
		this.kinds.pass(kind);
		line.take(waiting);
		gate.start(now);
		this.inFlight++;
		const { recipient, heldBefore } = waiting;
		waiting.resolve({ kind: kind.name, startedAt: now, recipient, heldFor: gate.heldBy(now) - heldBefore });
	}

	/** One listener for all items of an execution. */
	private listen(signal?: AbortSignal): void {
		if (!signal || this.signals.has(signal)) return;
		this.signals.add(signal);
		const drop = () => {
			for (const { line } of this.kinds.all) {
				for (const waiting of line.remove((one) => one.signal === signal)) waiting.reject(signal.reason as Error);
			}
			this.dispatch();
		};
		signal.addEventListener('abort', drop, { once: true });
	}
}
