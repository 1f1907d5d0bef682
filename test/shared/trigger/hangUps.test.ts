import { request } from 'node:http';
import type { ClientRequest } from 'node:http';
import type { TriggerBench } from '../../engine';
import { idsOf, triggerCases } from './triggerCases';
import type { TriggerCase } from './triggerCases';

/** When the caller hangs up. */
const HANG_UPS = ['never', 'before the call is judged', 'while the run is saved', 'after the answer'] as const;
/** How n8n's saving of the first call's run ends. */
const ENDS = ['fine', 'with 500', 'never'] as const;
/** When the provider calls again. */
const REPETITIONS = ['at the same moment', 'while the first is undecided', 'after it'] as const;

/** Longer than n8n is waited for. */
const SIX_MINUTES = 360_000;
const MOST_REPETITIONS = 5;

const cells = triggerCases
	.flatMap(
		(trigger) =>
			HANG_UPS.flatMap((hangUp) =>
				ENDS.flatMap((end) =>
					REPETITIONS.map((repetition) => ({ provider: trigger.provider, trigger, hangUp, end, repetition })),
				),
			),
		// Where there is no answer, nobody can hang up after it.
	)
	.filter(({ hangUp, end }) => !(hangUp === 'after the answer' && end === 'never'));

/** Something that is waited for until it is let go. */
class Gate {
	private open!: () => void;
	private readonly opened = new Promise<void>((resolve) => (this.open = resolve));
	private reach!: () => void;
	/** Somebody stands before it. */
	readonly reached = new Promise<void>((resolve) => (this.reach = resolve));

	readonly pass = async (): Promise<void> => {
		this.reach();
		await this.opened;
	};

	readonly letGo = () => this.open();
}

/** A call that can be hung up; `null` stands for no answer. */
class Call {
	private readonly sent: ClientRequest;
	readonly status: Promise<number | null>;

	constructor(trigger: TriggerBench, { prove }: TriggerCase, body: string) {
		this.sent = request(`${trigger.server.origin}${new URL(trigger.url).pathname}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', ...prove(body) },
			agent: false,
		});
		this.status = new Promise((resolve) => {
			this.sent.once('response', (answer) => {
				answer.resume();
				answer.once('end', () => resolve(answer.statusCode ?? null));
			});
			this.sent.once('error', () => resolve(null));
		});
		this.sent.end(body);
	}

	async hangUp(): Promise<void> {
		const closed = new Promise((resolve) => this.sent.once('close', resolve));
		this.sent.destroy();
		await closed;
		// The server hears of it a moment later.
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}

let trigger: TriggerBench;
afterEach(async () => {
	jest.restoreAllMocks();
	await trigger.stop();
});

/** Lets n8n stand before its database: the first calls wait at gates, those that come when they are gone do not. */
function pause(end: (typeof ENDS)[number]) {
	const [judging, saving] = [new Gate(), new Gate()];
	let saves = 0;
	trigger.prepare = judging.pass;
	trigger.save = async () => {
		if (++saves > 1) return;
		await saving.pass();
		if (end === 'never') await new Promise(() => undefined);
		if (end === 'with 500') throw new Error('The database is gone');
	};
	return { judging, saving };
}

describe.each(cells)(
	'$provider: the caller hangs up $hangUp, saving ends $end, the repetition comes $repetition',
	({ trigger: one, hangUp, end, repetition }) => {
		it('one run, and no confirmation before n8n has it', async () => {
			trigger = await one.start();
			const { judging, saving } = pause(end);
			const body = one.body('m1');
			const statuses: Array<number | null> = [];
			const call = () => new Call(trigger, one, body);
			/** An answer counts for a promise: what is confirmed must be saved. */
			const note = (status: number | null) => {
				expect([200, 500, 503, null]).toContain(status);
				statuses.push(status);
				if (status === 200) expect(trigger.runs).toHaveLength(1);
			};

			const first = call();
			const twin = repetition === 'at the same moment' ? call() : undefined;
			await judging.reached;
			if (hangUp === 'before the call is judged') await first.hangUp();
			judging.letGo();
			await saving.reached;
			if (hangUp === 'while the run is saved') await first.hangUp();
			// Of two at the same moment, the one that is not being saved has its answer first.
			if (twin && hangUp === 'never') note(await Promise.race([twin.status, first.status]));
			if (repetition === 'while the first is undecided') note(await call().status);
			saving.letGo();
			if (end === 'never') {
				if (repetition === 'after it') note(await call().status);
				const now = performance.now();
				jest.spyOn(performance, 'now').mockImplementation(() => now + SIX_MINUTES);
			} else {
				note(await first.status);
			}
			if (hangUp === 'after the answer') await first.hangUp();
			if (twin && end !== 'never') note(await twin.status);

			let confirmed = statuses.includes(200) && repetition !== 'after it';
			for (let tries = 0; !confirmed && tries < MOST_REPETITIONS; tries++) {
				const status = await call().status;
				note(status);
				confirmed = status === 200;
			}
			expect(confirmed).toBe(true);
			expect(idsOf(trigger)).toEqual(['m1']);
		});
	},
);

it('has a cell for each way in which that can happen', () => {
	expect(cells).toHaveLength(3 * (4 * 3 * 3 - 3));
});
