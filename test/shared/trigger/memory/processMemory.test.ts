import { ProcessMemory } from '../../../../nodes/shared/trigger/memory/processMemory';
import type { MemoryLimits } from '../../../../nodes/shared/trigger/memory/processMemory';
import { memoryOf } from '../../../../nodes/shared/trigger/repeats';

const HOUR = 3_600_000;
const MINUTE = 60_000;

let time: number;
let memory: ProcessMemory;
const start = (limits: MemoryLimits = {}) => (memory = new ProcessMemory({ now: () => time, ...limits }));
beforeEach(() => {
	time = 0;
	start();
});

/** A call that says this of subjects, e.g. `a1`: of `a` that it is `1`. */
function call(...said: string[]) {
	return memory.claim(said.map((text) => ({ subject: text.slice(0, -1), state: text.slice(-1) })));
}

/** One that is saved, and whose caller hears of it or not. */
function saved(said: string, isHeard = true): string {
	const claim = call(said);
	claim.settle(true);
	if (isHeard) claim.heard();
	return claim.verdicts[0]!;
}

/** What becomes of a call, without anything becoming of it. */
function look(said: string): string {
	const claim = call(said);
	claim.settle(false);
	return claim.verdicts[0]!;
}

describe('a repetition', () => {
	it('is none until the first call was saved, and news when it was not', () => {
		const first = call('a1');
		expect(first.verdicts).toEqual(['news']);
		expect(look('a1')).toBe('undecided');
		first.settle(false);
		expect(saved('a1')).toBe('news');
		expect(look('a1')).toBe('repeat');
	});

	it('is waited for no longer than n8n may take to save the first call', () => {
		start({ giveUpAfter: 5 * MINUTE });
		const first = call('a1');
		time = 5 * MINUTE - 1;
		expect(look('a1')).toBe('undecided');
		time = 5 * MINUTE;
		const second = call('a1');
		expect(second.verdicts).toEqual(['news']);
		first.settle(true);
		expect(look('a1')).toBe('undecided');
		second.settle(true);
		expect(look('a1')).toBe('repeat');
	});

	it('is known by its last state, so that a change and the change back are news', () => {
		expect(['a1', 'a1', 'a2', 'a2', 'a1'].map((said) => saved(said))).toEqual([
			'news',
			'repeat',
			'news',
			'repeat',
			'news',
		]);
	});

	it('of a caller who has no answer is known whatever was said meanwhile, once it is heard no longer', () => {
		saved('a1', false);
		saved('a2');
		expect(saved('a1', false)).toBe('repeat');
		expect(saved('a1')).toBe('repeat');
		expect(saved('a1')).toBe('news');
	});

	it('of two that say different things of one subject at the same time are told apart', () => {
		const [first, second] = [call('a1'), call('a2')];
		expect([look('a1'), look('a2')]).toEqual(['undecided', 'undecided']);
		first.settle(false);
		second.settle(true);
		expect([look('a2'), look('a1')]).toEqual(['repeat', 'news']);
	});

	it('of what was known before a call that failed is still one', () => {
		saved('a1');
		call('a2').settle(false);
		expect(look('a1')).toBe('repeat');
	});

	it('of what failed before a call that failed is news', () => {
		const [first, second] = [call('a1'), call('a2')];
		first.settle(false);
		second.settle(false);
		expect([look('a1'), look('a2')]).toEqual(['news', 'news']);
	});

	it('in the same call is one at once', () => {
		expect(call('a1', 'b1', 'a1').verdicts).toEqual(['news', 'news', 'repeat']);
	});

	it('of a part of a call leaves the rest news', () => {
		saved('a1');
		const open = call('b1');
		const batch = call('a1', 'b1', 'c1');
		expect(batch.verdicts).toEqual(['repeat', 'undecided', 'news']);
		batch.settle(false);
		open.settle(true);
		expect(call('a1', 'b1', 'c1').verdicts).toEqual(['repeat', 'repeat', 'news']);
	});

	it('of one subject is not mistaken for one of another', () => {
		memory.claim([{ subject: 'a', state: '1' }]).settle(true);
		expect(memory.claim([{ subject: 'a","1', state: '' }]).verdicts).toEqual(['news']);
	});
});

describe('the memory', () => {
	it('forgets what was seen longest ago when it is full', () => {
		start({ maxKeys: 3 });
		for (const said of ['a1', 'b1', 'c1', 'a1', 'd1']) saved(said);
		expect(look('a1')).toBe('repeat');
		expect(look('c1')).toBe('repeat');
		expect(look('b1')).toBe('news');
	});

	it('forgets after 24 hours', () => {
		expect(saved('a1')).toBe('news');
		time = 23 * HOUR;
		expect(saved('a1')).toBe('repeat');
		time = 24 * HOUR;
		expect(saved('b1')).toBe('news');
		time = 47 * HOUR;
		expect(saved('a1')).toBe('news');
	});

	it('holds 10 000 messages and stays fast beyond', () => {
		for (let id = 0; id < 30_000; id++) saved(`${id}x`);
		expect([look('29999x'), look('20000x'), look('19000x')]).toEqual(['repeat', 'repeat', 'news']);
	});

	it('counts from the moment at which a call was confirmed, however many came since it was claimed', () => {
		start({ maxKeys: 3 });
		const slow = call('a1');
		for (const said of ['b1', 'c1', 'd1', 'e1']) saved(said);
		slow.settle(true);
		slow.heard();
		for (const said of ['f1', 'g1']) saved(said);
		expect(look('a1')).toBe('repeat');
	});

	it('holds as many whose callers have no answer, and takes what it forgets of them for news', () => {
		start({ maxKeys: 3 });
		for (const said of ['a1', 'b1', 'c1', 'd1']) saved(said, false);
		for (const said of ['e1', 'f1', 'g1', 'h1']) call(said);
		expect(['d1', 'e1', 'h1'].map(look)).toEqual(['news', 'news', 'undecided']);
	});

	it('is kept for a bounded number of triggers', () => {
		const first = memoryOf('w', '0');
		for (let node = 1; node <= 1_000; node++) memoryOf('w', String(node));
		expect(memoryOf('w', '0')).not.toBe(first);
		expect(memoryOf('w', '1000')).toBe(memoryOf('w', '1000'));
	});
});
