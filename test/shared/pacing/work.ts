import type { Pacer } from '../../../nodes/shared/pacing/pacer';
import { LimitHolds } from '../../../nodes/shared/pacing/turn';
import type { Ticket } from '../../../nodes/shared/pacing/turn';
import type { SimulatedClock } from './simulatedClock';
import type { Limit } from './simulatedServer';

/** Milliseconds that a request and its answer take together, give or take a quarter. */
const LATENCY_MS = 20;

/** What became of a worker's messages. */
export interface Report {
	/** Until the last one was taken. */
	seconds: number;
	requests: number;
	/** Per cent of the requests. */
	refused: number;
	/** Messages that gave up. */
	failed: number;
	/** When each was taken. */
	takenAt: number[];
	peakInFlight: number;
	/** Milliseconds that each waited because all had to. */
	heldFor: number[];
}

export type Message = Partial<Ticket>;

/** As many messages, all at once, as `of` makes. */
export function messages(count: number, of: (n: number) => Message = () => ({})): Message[] {
	return Array.from({ length: count }, (_, n) => of(n));
}

/** Sends the messages through a pacer, as the door does: each again until it is taken or gives up. */
export async function work(
	clock: SimulatedClock,
	pacer: Pacer,
	server: Limit,
	some: Message[],
	random: () => number,
): Promise<Report> {
	const report: Report = { seconds: 0, requests: 0, refused: 0, failed: 0, takenAt: [], peakInFlight: 0, heldFor: [] };
	const began = clock.now();
	let inFlight = 0;
	let refused = 0;

	const travel = async () => await clock.sleep((LATENCY_MS / 2) * (0.75 + random() / 2));

	async function send(message: Message): Promise<void> {
		let heldFor = 0;
		for (let isRepeat = false; ; isRepeat = true) {
			const turn = await pacer.turn({ limit: 10, maxWait: 300_000, ...message, isRepeat });
			heldFor += turn.heldFor;
			report.requests++;
			report.peakInFlight = Math.max(report.peakInFlight, ++inFlight);
			await travel();
			const refusal = server(clock.now(), message);
			await travel();
			inFlight--;
			if (!refusal) {
				pacer.taken();
				report.takenAt.push(clock.now());
				report.heldFor.push(heldFor);
				return;
			}
			refused++;
			pacer.refused(turn, refusal);
		}
	}

	for (const { status, reason } of (await Promise.allSettled(some.map(send))) as PromiseRejectedResult[]) {
		if (status === 'rejected' && !(reason instanceof LimitHolds)) throw reason;
		if (status === 'rejected') report.failed++;
	}
	report.seconds = (Math.max(...report.takenAt) - began) / 1000;
	report.refused = (100 * refused) / report.requests;
	return report;
}
