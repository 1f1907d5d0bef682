import { Pacer } from '../../../nodes/shared/pacing/pacer';
import type { Refusal, Ticket, Turn } from '../../../nodes/shared/pacing/turn';
import { SimulatedClock } from './simulatedClock';

export const SEND = 'POST /messages';

/** A pacer whose pauses are as long as they say, and the turns that came so far, by name. */
export function runner() {
	const clock = new SimulatedClock();
	const pacer = new Pacer(clock, () => 0);
	const order: string[] = [];
	const inFlight: Turn[] = [];
	const ask = async (name: string, more: Partial<Ticket> = {}) => {
		const turn = await pacer.turn({ kind: SEND, limit: 2, maxWait: 300_000, ...more });
		order.push(name);
		inFlight.push(turn);
		return turn;
	};
	const askMany = async (names: string[], more?: Partial<Ticket>) =>
		await Promise.all(names.map(async (name) => await ask(name, more)));
	/** The request is over; without one, the one that started first. */
	const over = (turn = inFlight[0]!) => inFlight.splice(inFlight.indexOf(turn), 1)[0]!;
	return {
		clock,
		order,
		ask,
		askMany,
		taken: (turn?: Turn) => pacer.taken(over(turn)),
		ended: (turn?: Turn) => pacer.ended(over(turn)),
		refused: (turn: Turn, refusal: Refusal) => pacer.refused(over(turn), refusal),
		waiting: (kind = SEND) => pacer.waiting(kind),
	};
}
