import { createHmac, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { callBody } from '../../../sandbox/dialog360/webhooks/envelope';
import { messageChange } from '../../../sandbox/dialog360/webhooks/samples';
import type { TriggerBench } from '../../engine';
import { OneN8n } from '../../shared/trigger/sharing/oneN8n';
import { newTrigger, number } from './registration/atSandbox';

const ALTERED = 300;
const HEADER = 'x-n8n-shared-webhook';

let n8n: OneN8n;
let first: TriggerBench;
let second: TriggerBench;
let third: TriggerBench;
let headers: Record<string, string>;
let query: string;

const newOne = async (extras: Parameters<typeof newTrigger>[1] = {}, parameters = {}) =>
	await newTrigger(parameters, { webhookId: randomUUID(), webhookOrigin: n8n.origin, ...extras });
const someCall = () => callBody([messageChange('text')]);
const runs = () => [first, second, third].map((trigger) => trigger.runs.length);
const warnings = ({ logs }: TriggerBench) => logs.filter(({ level }) => level === 'warn').map(({ message }) => message);

beforeEach(async () => {
	n8n = await OneN8n.start();
	[first, second, third] = [await newOne(), await newOne(), await newOne()];
	for (const trigger of [first, second, third]) await n8n.activate(trigger);
	const config = (await number())!;
	headers = config.headers;
	query = new URL(config.url).search;
});
afterEach(async () => await n8n.stop());

describe('a call for several triggers', () => {
	it('that comes twice starts each of them once', async () => {
		const call = someCall();
		for (let count = 0; count < 2; count++) expect((await first.call(call, headers, query)).status).toBe(200);
		expect(runs()).toEqual([1, 1, 1]);
	});

	it('is handed on with the bytes and headers as they came, but for the secret that is not theirs', async () => {
		n8n.headersSeen.length = 0;
		await first.call(someCall(), { ...headers, 'x-twice': ['a', 'b'], 'X-360Dialog-Signature': 'abc' }, query);
		expect(n8n.headersSeen).toHaveLength(2);
		for (const seen of n8n.headersSeen) {
			expect(seen).toMatchObject({
				'x-360dialog-signature': ['abc'],
				'x-twice': ['a', 'b'],
				[HEADER]: [expect.any(String)],
			});
			expect(seen).not.toHaveProperty('x-webhook-secret');
		}
		expect(second.runs).toEqual(first.runs);
	});

	it('is refused with 503 when one cannot take it; the others run at once, and its repetition is news to that one only', async () => {
		second.server.canSave = false;
		const call = someCall();
		expect((await first.call(call, headers, query)).status).toBe(503);
		await settle();
		expect(runs()).toEqual([1, 0, 1]);
		second.server.canSave = true;
		expect((await first.call(call, headers, query)).status).toBe(200);
		expect(runs()).toEqual([1, 1, 1]);
		expect(warnings(first)).toEqual([expect.stringContaining(`${second.url} did not take a call`)]);
	});

	it('is answered within 5 seconds when one does not answer, and the others run', async () => {
		second.prepare = async () => await new Promise((resolve) => setTimeout(resolve, 6_000).unref());
		const from = performance.now();
		expect((await first.call(someCall(), headers, query)).status).toBe(503);
		expect(performance.now() - from).toBeLessThan(5_000);
		await settle();
		expect(runs()).toEqual([1, 0, 1]);
	}, 15_000);

	it('is taken where one refuses it for a reason of its own', async () => {
		const ofAnotherNumber = await newOne({ credential: { phoneNumberId: '1' } });
		await n8n.activate(ofAnotherNumber);
		const { search } = new URL((await number())!.url);
		expect((await first.call(someCall(), headers, search)).status).toBe(200);
		expect([...runs(), ofAnotherNumber.runs.length]).toEqual([1, 1, 1, 0]);
	});

	it('comes again while n8n has not activated one of them yet', async () => {
		n8n.forget(third);
		const call = someCall();
		expect((await first.call(call, headers, query)).status).toBe(503);
		n8n.serve(third);
		expect((await first.call(call, headers, query)).status).toBe(200);
		expect(runs()).toEqual([1, 1, 1]);
	});

	it('is never handed on a second time', async () => {
		n8n.calls.length = 0;
		await first.call(someCall(), headers, query);
		expect(n8n.calls.sort()).toEqual([second, third].map(({ url }) => `${new URL(url).pathname} 200`).sort());
		const own = await newOne();
		await n8n.activate(own);
		n8n.calls.length = 0;
		// Even with a list in its URL.
		const [proved] = n8n.headersSeen.slice(-1);
		expect((await second.call('{}', { [HEADER]: String(proved![HEADER]) }, query)).status).toBe(401);
		expect(n8n.calls).toEqual([]);
	});
});

describe('a list that nobody of this n8n wrote', () => {
	it(`is refused with 401, and nobody is called (${ALTERED} of them)`, async () => {
		const good = new URLSearchParams(query);
		const also = good.get('also')!;
		const seal = good.get('seal')!;
		const text = fc.string({ minLength: 1, maxLength: 60 });
		const altered = fc.oneof(
			text.map((more) => ({ also: `${also},${more}`, seal })),
			text.map((other) => ({ also: other, seal })),
			fc.webUrl().map((url) => ({ also: `${also},${url}`, seal })),
			fc.nat(also.length - 1).map((at) => ({ also: also.slice(0, at) + also.slice(at + 1), seal })),
			fc
				.nat(seal.length - 1)
				.map((at) => ({ also, seal: seal.slice(0, at) + (seal[at] === 'A' ? 'B' : 'A') + seal.slice(at + 1) })),
			text.map((key) => ({ also, seal: createHmac('sha256', key).update(also).digest('base64url') })),
			fc.constantFrom({ also, seal: '' }, { also: '', seal }, { also: also.split(',').reverse().join(','), seal }),
		);
		n8n.calls.length = 0;
		await fc.assert(
			fc.asyncProperty(
				altered.filter((one) => one.also !== also || one.seal !== seal),
				async (one) => {
					const { status } = await first.call(someCall(), headers, `?${new URLSearchParams(one).toString()}`);
					expect(status).toBe(401);
				},
			),
			{ numRuns: ALTERED },
		);
		expect(n8n.calls).toEqual([]);
		expect(runs()).toEqual([0, 0, 0]);
	});

	it('cannot come without the secret, nor twice, nor be that of another trigger', async () => {
		expect((await first.call(someCall(), {}, query)).status).toBe(401);
		expect((await first.call(someCall(), headers, `${query}&${query.slice(1)}`)).status).toBe(401);
		expect((await second.call(someCall(), { 'X-Webhook-Secret': 'x' }, query)).status).toBe(401);
		expect(runs()).toEqual([0, 0, 0]);
	});

	it('is no way past the secret for whoever says that a call was handed on', async () => {
		for (const proof of ['', 'x', [headers['X-Webhook-Secret']!, 'x']])
			expect((await second.call(someCall(), { [HEADER]: proof }, '')).status).toBe(401);
		expect(runs()).toEqual([0, 0, 0]);
	});
});

/** What goes on after an answer. */
async function settle(): Promise<void> {
	for (let left = 100; left > 0 && first.runs.length === 0; left--)
		await new Promise((resolve) => setTimeout(resolve, 20));
}
