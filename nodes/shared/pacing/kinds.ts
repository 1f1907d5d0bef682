import type { Clock } from './clock';
import { Gate } from './gate';
import { isUrgent, Line } from './line';
import type { Waiting } from './turn';

/** More kinds of requests than an API has; where a path holds a name, those that are not used are forgotten. */
const MANY_KINDS = 50;

/** One kind of request of an account. */
export interface Kind {
	readonly name: string;
	readonly gate: Gate;
	readonly line: Line;
}

/** Who may start now, or else when somebody may. */
export interface Choice {
	next?: Waiting;
	/** Infinity while that depends on those in flight. */
	wakeAt: number;
}

/** The kinds of requests of one account: each waits for its own refusals, and all of them for those of the account. */
export class Kinds {
	/** The one whose turn it is comes first. */
	private readonly byName = new Map<string, Kind>();
	/** Until when all of them wait. */
	private heldUntil = -Infinity;
	/** When the last of those requests started that the provider took. */
	private takenStart = -Infinity;

	constructor(
		private readonly clock: Clock,
		private readonly random: () => number,
		/** Is called when some in a line may go on. */
		private readonly onRelease: () => void,
	) {}

	get all(): Kind[] {
		return [...this.byName.values()];
	}

	of(name: string): Kind {
		return this.byName.get(name) ?? this.add(name);
	}

	/** The provider took a request that started then. */
	taken(startedAt: number): void {
		this.takenStart = Math.max(startedAt, this.takenStart);
	}

	/** A kind has to wait: all have to when another one is refused, too, and nothing was taken since. */
	refused(refused: Kind, now: number, pause: number): void {
		const isRefused = ({ gate }: Kind) => gate !== refused.gate && gate.isRefusedSince(this.takenStart, now);
		if (!this.all.some(isRefused)) return;
		this.heldUntil = now + pause;
		for (const { gate } of this.all) gate.hold(now, this.heldUntil);
	}

	/** Kinds take turns; status requests give way to all that are not held by a refusal. */
	choose(now: number): Choice {
		let low: Waiting | undefined;
		let wakeAt = Infinity;
		let isAnyoneUrgent = false;
		for (const { gate, line } of this.byName.values()) {
			const waiting = line.next(now);
			if (!waiting) continue;
			const { opensAt } = gate;
			if (isUrgent(waiting, now)) {
				if (opensAt <= now) return { next: waiting, wakeAt };
				isAnyoneUrgent ||= !gate.isHeld(now);
			} else if (opensAt <= now) low ??= waiting;
			if (opensAt > now) wakeAt = Math.min(wakeAt, opensAt);
		}
		return { next: isAnyoneUrgent ? undefined : low, wakeAt };
	}

	/** The next turn is another kind's. */
	pass(kind: Kind): void {
		this.byName.delete(kind.name);
		this.byName.set(kind.name, kind);
	}

	private add(name: string): Kind {
		const now = this.clock.now();
		if (this.byName.size >= MANY_KINDS) {
			const unused = this.all.filter(({ gate, line }) => line.length === 0 && gate.isIdle(now));
			for (const kind of unused) this.byName.delete(kind.name);
		}
		const kind = { name, gate: new Gate(this.random), line: new Line(this.clock, this.random, this.onRelease) };
		kind.gate.hold(now, this.heldUntil);
		this.byName.set(name, kind);
		return kind;
	}
}
