import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import type { CallbellTrigger } from '../../../../nodes/Callbell/CallbellTrigger.node';
import type { TriggerBench } from '../../../engine';
import { useReceiver } from '../../../sandbox/useReceiver';
import { OneN8n } from '../../../shared/trigger/sharing/oneN8n';
import { created, signed } from '../../trigger';
import type { Extras } from '../../trigger';
import { ELSEWHERE, SUBSCRIBE, useAccount } from './useAccount';

const MESSAGES = { events: ['message_created'] };
const CONTACTS = { events: ['contact_created'] };
const NODE = '../../../../nodes/Callbell/CallbellTrigger.node';
const SEQUENCES = Number(process.env.SHARING_SEQUENCES ?? 15);
/** Milliseconds for one sequence on a slow machine: each restart loads the node anew. */
const SLOW = 8_000;

const here = useAccount();
const receiver = useReceiver();
let n8n: OneN8n;

beforeEach(async () => (n8n = await OneN8n.start()));
afterEach(async () => await n8n.stop());

const newOne = async (parameters: INodeParameters = MESSAGES, extras: Extras = {}) =>
	await here.newTrigger({}, { webhookId: randomUUID(), webhookOrigin: n8n.origin, ...extras }, parameters);

async function active(...parameters: INodeParameters[]): Promise<TriggerBench[]> {
	const triggers: TriggerBench[] = [];
	for (const one of parameters) {
		triggers.push(await newOne(one));
		await n8n.activate(triggers.at(-1)!);
	}
	return triggers;
}

/** Callbell calls the URL that it has, once. @returns what it was answered */
async function event(type = 'message_created'): Promise<number | null> {
	const payload = { ...(created().payload as object), uuid: randomUUID() };
	const call = await here.callTaken((await here.registered())!.url, { event: type, payload });
	return call.attempts[0]!.status;
}

/** n8n is started again: the process knows nothing of before, and workflows are activated in any order. */
async function restart(triggers: TriggerBench[], order = triggers): Promise<void> {
	let node: CallbellTrigger;
	jest.isolateModules(() => {
		const fresh = jest.requireActual<{ CallbellTrigger: typeof CallbellTrigger }>(NODE);
		node = new fresh.CallbellTrigger();
	});
	for (const trigger of triggers) {
		trigger.options.node = node!;
		n8n.forget(trigger);
	}
	for (const trigger of order) await n8n.activate(trigger, 'init');
}

const address = async () => (await here.registered())!.url.split('?')[0];
const idsListed = async () => {
	const { pathname, searchParams } = new URL((await here.registered())!.url);
	return [pathname.split('/').at(-2)!, ...(searchParams.get('also') ?? '').split(',').filter(Boolean)].sort();
};
const idsOf = (triggers: TriggerBench[]) => triggers.map(({ webhookId }) => webhookId).sort();
const runsOf = (...triggers: TriggerBench[]) => triggers.map(({ runs }) => runs.length);
const warnings = ({ logs }: TriggerBench) => logs.filter(({ level }) => level === 'warn').map(({ message }) => message);

describe('a second workflow on one Callbell account', () => {
	it('gets every call beside the first, and each starts for its own events', async () => {
		const [first, second, third] = await active(MESSAGES, CONTACTS, MESSAGES);
		expect(await address()).toBe(first!.url);
		expect(await here.registered()).toMatchObject({ subscriptions: ['message_created', 'contact_created'] });
		expect(await event()).toBe(200);
		expect(await event('contact_created')).toBe(200);
		expect(runsOf(first!, second!, third!)).toEqual([1, 1, 1]);
		expect(third!.runs).toEqual(first!.runs);
		expect(second!.runs).toMatchObject([{ event: 'contact_created' }]);
	});

	it('is served on with its own events when the first one goes, and takes the webhook out when it goes last', async () => {
		const [first, second] = await active(MESSAGES, CONTACTS);
		await event();
		await n8n.deactivate(first!);
		expect(await here.registered()).toMatchObject({ url: second!.url, subscriptions: ['contact_created'] });
		expect(await event('contact_created')).toBe(200);
		expect(runsOf(first!, second!)).toEqual([1, 1]);
		await n8n.deactivate(second!);
		expect(await here.registered()).toBeNull();
	});

	it('takes the place of one that is gone, and the log says so', async () => {
		const [first, second] = await active(MESSAGES, MESSAGES);
		n8n.forget(first!);
		const third = await newOne();
		await n8n.activate(third);
		expect(warnings(third)).toEqual([expect.stringContaining(`took ${first!.url} out`)]);
		expect(await idsListed()).toEqual(idsOf([second!, third]));
	});

	it('shares at the same moment as others: none is overwritten', async () => {
		const triggers = await Promise.all([1, 2, 3, 4].map(async () => await newOne()));
		await Promise.all(triggers.map(async (trigger) => await n8n.activate(trigger)));
		expect(await event()).toBe(200);
		expect(runsOf(...triggers)).toEqual([1, 1, 1, 1]);
	});

	it('does not join one that a person registered at Callbell, with events that nobody can read', async () => {
		const byHand = await here.newTrigger(
			{ registration: 'manual' },
			{ webhookOrigin: n8n.origin, webhookId: randomUUID() },
		);
		await n8n.activate(byHand);
		await here.registerElsewhere(byHand.url);
		await event();
		await expect(n8n.activate(await newOne())).rejects.toThrow('already go to another Callbell Trigger');
		expect(await address()).toBe(byHand.url);
	});

	it('is told of another system that took the last call, and changes nothing there', async () => {
		const [first] = await active(MESSAGES);
		await event();
		await here.registerElsewhere();
		await here.callTaken(receiver.url());
		await expect(n8n.activate(await newOne())).rejects.toThrow('already go to another');
		await n8n.deactivate(first!);
		expect(await here.registered()).toMatchObject({ url: ELSEWHERE });
	});

	it('is told by which option n8n reaches itself, where it does not', async () => {
		const unreachable = { webhookOrigin: 'http://127.0.0.1:9' };
		await n8n.activate(await newOne(MESSAGES, unreachable));
		await expect(n8n.activate(await newOne(MESSAGES, unreachable))).rejects.toMatchObject({
			message: expect.stringContaining('already go to another trigger of this n8n'),
			description: expect.stringMatching(
				/^The workflow "Trigger" has them\. n8n could not reach it.*"Internal Address"/,
			),
		});
	});

	it('stops where its options say so, and in nodes from before', async () => {
		await active(MESSAGES);
		const stopping = await newOne({ ...MESSAGES, options: { whenTaken: 'stop' } });
		await expect(n8n.activate(stopping)).rejects.toMatchObject({
			message: expect.stringContaining('another trigger of this n8n'),
			description: expect.stringContaining('set "When Another Trigger Has the Webhook" under Options to "Share It"'),
		});
		const old = await newOne(MESSAGES, { typeVersion: 1.1 });
		await expect(n8n.activate(old)).rejects.toThrow('another trigger of this n8n');
	});

	it('refuses a list that was altered, and a call that is not signed, with 401, and answers others as one trigger does', async () => {
		const credential = { webhookSecret: 'whsec_x' };
		const first = await newOne(MESSAGES, { credential });
		const second = await newOne(MESSAGES, { credential });
		for (const one of [first, second]) await n8n.activate(one);
		const { search } = new URL((await here.registered())!.url);
		n8n.calls.length = 0;
		const body = JSON.stringify({ event: 'message_created', payload: { uuid: 'a', status: 'received' } });
		expect((await first.call(body, {}, search)).status).toBe(401);
		expect((await first.call(body, {}, search.replace('also=', 'also=x'))).status).toBe(401);
		expect(n8n.calls).toEqual([]);
		expect(runsOf(first, second)).toEqual([0, 0]);
		const headers = signed(body, credential.webhookSecret);
		expect(await first.call(body, headers, search)).toEqual({ status: 200, body: { status: 'ok' } });
		expect(runsOf(first, second)).toEqual([1, 1]);
	});
});

describe('after a restart of n8n', () => {
	it.each([
		['in the same order', [0, 1]],
		['in the other order', [1, 0]],
	])('both go on, %s, and no call is lost meanwhile', async (_, order) => {
		const triggers = await active(MESSAGES, CONTACTS);
		await event();
		const before = await here.registered();
		await here.asked();
		await restart(triggers, [triggers[order[0]!]!]);
		expect(await here.registered()).toEqual(before);
		await n8n.activate(triggers[order[1]!]!, 'init');
		expect(await idsListed()).toEqual(idsOf(triggers));
		expect((await here.registered())!.subscriptions.sort()).toEqual(['contact_created', 'message_created']);
		expect((await here.asked()).filter((one) => one === SUBSCRIBE)).toHaveLength(1);
	});

	it('both are there again, even if no call came since they shared', async () => {
		const triggers = await active(MESSAGES, CONTACTS);
		await restart(triggers);
		expect(await idsListed()).toEqual(idsOf(triggers));
	});

	it('a third one finds them by the last call that was taken', async () => {
		const triggers = await active(MESSAGES, CONTACTS);
		await event();
		const third = await newOne();
		await restart([...triggers, third], []);
		for (const one of triggers) n8n.serve(one);
		await n8n.activate(third);
		expect(await idsListed()).toEqual(idsOf([...triggers, third]));
	});
});

describe('listening for a test event', () => {
	it('gets the calls beside the active workflow, for as long as it listens', async () => {
		const [first, second] = await active(MESSAGES, MESSAGES);
		const before = await here.registered();
		const test = await newOne(MESSAGES, { webhookId: first!.webhookId, isTest: true });
		await n8n.activate(test);
		expect(await event()).toBe(200);
		expect(runsOf(first!, second!, test)).toEqual([1, 1, 1]);
		await n8n.deactivate(test);
		expect(await here.registered()).toMatchObject({ url: before!.url, subscriptions: before!.subscriptions });
	});
});

const TRIGGERS = 3;
const step = fc.record({
	what: fc.constantFrom('activate', 'activate', 'deactivate', 'call', 'call', 'restart', 'test', 'atOnce'),
	who: fc.nat(TRIGGERS - 1),
});

it(
	`in any order of what happens, the URL names exactly the active workflows (${SEQUENCES} sequences)`,
	async () => {
		const kinds = [MESSAGES, CONTACTS, { events: ['message_created', 'conversation_closed'] }];
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 9 }), async (steps) => {
				await here.sandbox.reset();
				here.account = `callbell-key#${randomUUID()}`;
				const triggers = await Promise.all(kinds.map(async (one) => await newOne(one)));
				const tests: TriggerBench[] = [];
				for (const { webhookId } of triggers) tests.push(await newOne(MESSAGES, { webhookId, isTest: true }));
				const on = new Set<TriggerBench>();
				const toggle = async (one: TriggerBench) => {
					if (on.delete(one)) return await n8n.deactivate(one);
					await n8n.activate(one);
					on.add(one);
				};
				for (const { what, who } of steps) {
					const one = triggers[who]!;
					if ((what === 'activate' && !on.has(one)) || (what === 'deactivate' && on.has(one))) await toggle(one);
					if (what === 'call' && on.size > 0) expect(await event()).toBe(200);
					if (what === 'restart') await restart([...triggers, ...tests], [...on].reverse());
					if (what === 'atOnce') await Promise.all(triggers.slice(0, 2).map(toggle));
					if (what === 'test') {
						await n8n.activate(tests[who]!);
						await n8n.deactivate(tests[who]!);
					}
				}
				if (on.size === 0) return expect(await here.registered()).toBeNull();
				expect(await idsListed()).toEqual(idsOf([...on]));
				const wanted = [...on].flatMap(({ options }) => options.parameters!.events as string[]);
				expect((await here.registered())!.subscriptions.sort()).toEqual([...new Set(wanted)].sort());
				for (const { runs } of triggers) runs.length = 0;
				expect(await event()).toBe(200);
				const wantIt = (one: TriggerBench) => on.has(one) && one !== triggers[1];
				expect(runsOf(...triggers)).toEqual(triggers.map((one) => (wantIt(one) ? 1 : 0)));
			}),
			{ numRuns: SEQUENCES },
		);
	},
	SEQUENCES * SLOW,
);
