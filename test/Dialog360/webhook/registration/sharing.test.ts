import { randomUUID } from 'node:crypto';
import type { TriggerBench } from '../../../engine';
import { callBody } from '../../../../sandbox/dialog360/webhooks/envelope';
import { messageChange } from '../../../../sandbox/dialog360/webhooks/samples';
import { OneN8n } from '../../../shared/trigger/sharing/oneN8n';
import type { startTrigger } from '../../trigger';
import {
	ADDITIONAL,
	api,
	CRM,
	newTrigger,
	number,
	present,
	registerElsewhere,
	REPLACE,
	sandbox,
	secretIn,
	warnings,
} from './atSandbox';

let n8n: OneN8n;

beforeEach(async () => (n8n = await OneN8n.start()));
afterEach(async () => await n8n.stop());

/** A trigger of the n8n, with an ID as n8n draws it. */
const newOne = async (
	parameters: Parameters<typeof startTrigger>[0] = {},
	extras: Parameters<typeof newTrigger>[1] = {},
) => await newTrigger(parameters, { webhookId: randomUUID(), webhookOrigin: n8n.origin, ...extras });

async function active(count: number, parameters = {}): Promise<TriggerBench[]> {
	const triggers: TriggerBench[] = [];
	for (let index = 0; index < count; index++) {
		triggers.push(await newOne(parameters));
		await n8n.activate(triggers.at(-1)!);
	}
	return triggers;
}

/** 360dialog calls about one text, once. @returns what it was answered */
const event = async (kinds = ['text']): Promise<number | null> => {
	const wanted = { kinds, wait: true, repeat: false };
	const call = await sandbox.control<{ attempts: Array<{ status: number | null }> }>(
		'POST',
		'dialog360/events',
		wanted,
	);
	return call.attempts[0]!.status;
};

const address = async () => (await number())!.url.split('?')[0];
const list = async () => new URL((await number())!.url).searchParams.get('also');
const idOf = ({ webhookId }: TriggerBench) => webhookId;

const secretOf = ({ staticData }: TriggerBench) => (staticData['node:360dialog Trigger'] as { secret: string }).secret;
const runsOf = (...triggers: TriggerBench[]) => triggers.map(({ runs }) => runs.length);

describe('a second workflow on one number', () => {
	it('gets every call beside the first, once each', async () => {
		const [first, second] = await active(2);
		expect(await address()).toBe(first!.url);
		expect(await list()).toBe(idOf(second!));
		expect(secretIn(await number())).toBe(secretOf(first!));
		expect(await event()).toBe(200);
		expect(first!.runs).toHaveLength(1);
		expect(second!.runs).toEqual(first!.runs);
	});

	it('is served on when the first one goes, by a secret that only the two of them can know', async () => {
		const [first, second, third] = await active(3);
		await n8n.deactivate(first!);
		expect(await address()).toBe(second!.url);
		expect(await list()).toBe(idOf(third!));
		expect([secretOf(first!), secretOf(second!), secretOf(third!)]).not.toContain(secretIn(await number()));
		expect(await event()).toBe(200);
		expect(runsOf(first!, second!, third!)).toEqual([0, 1, 1]);
		await n8n.restart();
		expect(secretIn(await number())).toBe(secretOf(second!));
		expect(await event()).toBe(200);
		expect(runsOf(first!, second!, third!)).toEqual([0, 2, 2]);
	});

	it('leaves the first one as it was when it goes itself', async () => {
		const [first] = await active(1);
		const before = await number();
		const second = await newOne();
		await n8n.activate(second);
		await n8n.deactivate(second);
		expect(await number()).toEqual(before);
		expect(warnings(first!)).toEqual([]);
	});

	it.each([
		[0, 1],
		[1, 0],
	])('the last one (%i, then %i) puts back what was there before both', async (one, other) => {
		await registerElsewhere(CRM);
		const triggers = await active(2, REPLACE);
		await n8n.deactivate(triggers[one]!);
		expect(await address()).toBe(triggers[other]!.url);
		await n8n.deactivate(triggers[other]!);
		expect(await number()).toEqual(CRM);
	});

	it('takes the place of one that is gone, and the log says so', async () => {
		const [first, second, third] = await active(3);
		n8n.forget(first!);
		expect(await event()).toBe(404);
		const fourth = await newOne();
		await n8n.activate(fourth);
		expect(warnings(fourth)).toEqual([expect.stringContaining(`took ${first!.url} out`)]);
		expect(await event()).toBe(200);
		expect(runsOf(first!, second!, third!, fourth)).toEqual([0, 1, 1, 1]);
	});

	it('that n8n starts without knowing it joins whoever proves to be of this n8n, and takes nothing otherwise', async () => {
		const [first] = await active(1);
		const before = await number();
		n8n.forget(first!);
		const second = await newOne();
		await expect(n8n.activate(second, 'init')).rejects.toThrow('another trigger of this n8n');
		const other = await newOne({}, { webhookId: first!.webhookId, credential: { apiKey: 'of somebody else' } });
		n8n.serve(other);
		await expect(n8n.activate(second, 'init')).rejects.toThrow('another trigger of this n8n');
		expect(await number()).toEqual(before);
		n8n.serve(first!);
		await n8n.activate(second, 'init');
		expect(await list()).toBe(idOf(second));
	});

	it('is there again after a start of n8n, also where 360dialog has lost all that was registered', async () => {
		const triggers = await active(3);
		await sandbox.reset();
		await n8n.restart();
		expect(await address()).toBe(triggers[0]!.url);
		expect(await list()).toBe([idOf(triggers[1]!), idOf(triggers[2]!)].join());
		expect(await event()).toBe(200);
		expect(runsOf(...triggers)).toEqual([1, 1, 1]);
	});

	it('shares at the same moment as others: none is overwritten', async () => {
		const triggers = await Promise.all([1, 2, 3, 4, 5].map(async () => await newOne()));
		await Promise.all(triggers.map(async (trigger) => await n8n.activate(trigger)));
		expect(await event()).toBe(200);
		expect(runsOf(...triggers)).toEqual([1, 1, 1, 1, 1]);
		await Promise.all(triggers.slice(1).map(async (trigger) => await n8n.deactivate(trigger)));
		expect(await number()).toMatchObject({ url: triggers[0]!.url });
	});

	it('is told what is at the address when that is no trigger of this account, and nothing changes', async () => {
		const other = await newOne({}, { credential: { apiKey: 'the key of somebody else' } });
		n8n.serve(other);
		await registerElsewhere({ url: other.url, headers: {} });
		await expect(n8n.activate(await newOne())).rejects.toThrow('already go to another trigger of this n8n');
		expect(await number()).toEqual({ url: other.url, headers: {} });
	});

	it('is told that n8n cannot reach itself, and where to say how it can', async () => {
		const first = await newOne();
		await registerElsewhere({ url: first.url.replace(n8n.origin, 'http://127.0.0.1:9'), headers: {} });
		const second = await newOne({}, { webhookOrigin: 'http://127.0.0.1:9' });
		await expect(n8n.activate(second)).rejects.toMatchObject({
			message: expect.stringContaining('n8n could not reach it to share it'),
			description: expect.stringContaining('"Internal Address"'),
		});
	});

	it('reaches the others at the internal address, where n8n is behind a proxy', async () => {
		const parameters = { options: { internalAddress: n8n.origin } };
		const extras = { webhookOrigin: 'http://127.0.0.1:9/n8n' };
		const triggers = [await newOne(parameters, extras), await newOne(parameters, extras)];
		n8n.basePath = '/n8n';
		for (const trigger of triggers) await n8n.activate(trigger);
		expect(await list()).toBe(idOf(triggers[1]!));
		const call = { ...(await number())!.headers };
		const { search } = new URL((await number())!.url);
		expect((await triggers[0]!.call(callBody([messageChange('text')]), call, search)).status).toBe(200);
		expect(runsOf(...triggers)).toEqual([1, 1]);
	});

	it('reaches one that listens for a test event there, where the editor is at another path', async () => {
		const parameters = { options: { internalAddress: n8n.origin } };
		const extras = { webhookOrigin: 'http://127.0.0.1:9/hooks', editorOrigin: 'http://127.0.0.1:9/editor' };
		const first = await newOne(parameters, extras);
		const test = await newOne(parameters, { ...extras, isTest: true });
		n8n.basePath = '/hooks';
		await n8n.activate(first);
		n8n.basePath = '/editor';
		await n8n.activate(test);
		const { url, headers } = (await number())!;
		await first.call(callBody([messageChange('text')]), headers, new URL(url).search);
		expect(runsOf(first, test)).toEqual([1, 1]);
	});

	it('is refused where the URL would become too long', async () => {
		n8n.basePath = `/${'x'.repeat(805)}`;
		const extras = { webhookOrigin: `http://127.0.0.1:9${n8n.basePath}` };
		const parameters = { options: { internalAddress: n8n.origin } };
		for (let count = 0; count < 2; count++) await n8n.activate(await newOne(parameters, extras));
		const before = await number();
		await expect(n8n.activate(await newOne(parameters, extras))).rejects.toThrow('no room for one more');
		expect(await number()).toEqual(before);
	});

	it('goes on while the API key is exchanged, and after each is activated with the new one', async () => {
		const triggers = await active(3);
		for (const trigger of triggers) trigger.options.credentials!.dialog360Api!.apiKey = 'a new key';
		expect(await event()).toBe(200);
		expect(runsOf(...triggers)).toEqual([1, 1, 1]);
	});
});

describe('an additional destination', () => {
	const further = ['a', 'b'].map((name) => ({ name, url: `https://${name}.example.com/`, headers: {} }));

	it('is shared, so that more workflows than 360dialog has places get the calls beside the main webhook', async () => {
		await api('POST', '/multi_webhook', { enabled: true, destinations: further });
		const triggers = await active(3, ADDITIONAL);
		const { destinations } = await present();
		expect(destinations).toEqual([...further, expect.objectContaining({ name: `n8n-${idOf(triggers[0]!)}` })]);
		const { url, headers } = destinations[2]!;
		const call = callBody([messageChange('text')]);
		expect((await triggers[0]!.call(call, headers, new URL(url).search)).status).toBe(200);
		expect(runsOf(...triggers)).toEqual([1, 1, 1]);
		await n8n.deactivate(triggers[0]!);
		expect((await present()).destinations[2]!.url.split('?')[0]).toBe(triggers[1]!.url);
		await n8n.activate(triggers[0]!);
		await n8n.deactivate(triggers[1]!);
		await n8n.deactivate(triggers[2]!);
		expect((await present()).destinations[2]).toMatchObject({ url: triggers[0]!.url });
	});

	it('is told by which option n8n reaches itself, where it does not and there is no place beside it', async () => {
		await api('POST', '/multi_webhook', { enabled: true, destinations: further });
		const unreachable = { webhookOrigin: 'http://127.0.0.1:9' };
		await n8n.activate(await newOne(ADDITIONAL, unreachable));
		await expect(n8n.activate(await newOne(ADDITIONAL, unreachable))).rejects.toMatchObject({
			message: expect.stringContaining('n8n could not reach it to share it'),
			description: expect.stringContaining('Set "Internal Address" under Options of both triggers'),
		});
	});

	it('of a workflow that is gone is used again', async () => {
		await api('POST', '/multi_webhook', { enabled: true, destinations: further });
		const [first] = await active(1, ADDITIONAL);
		await n8n.deactivate(first!);
		const second = await newOne(ADDITIONAL);
		await n8n.activate(second);
		expect((await present()).destinations).toEqual([...further, expect.objectContaining({ url: second.url })]);
	});
});

describe('listening for a test event', () => {
	it('gets the calls beside the active workflow, for as long as it listens', async () => {
		const [first, second] = await active(2);
		const before = await number();
		const test = await newOne({}, { webhookId: first!.webhookId, isTest: true });
		await n8n.activate(test);
		expect(await event()).toBe(200);
		expect(runsOf(first!, second!, test)).toEqual([1, 1, 1]);
		await n8n.deactivate(test);
		expect(await number()).toEqual(before);
	});

	it('gets the calls beside another one', async () => {
		const [first] = await active(1);
		const tests = [await newOne({}, { isTest: true }), await newOne({}, { isTest: true })];
		for (const test of tests) await n8n.activate(test);
		expect(await event()).toBe(200);
		expect(runsOf(first!, ...tests)).toEqual([1, 1, 1]);
		for (const test of tests) await n8n.deactivate(test);
		expect(await list()).toBeNull();
	});

	it('works where the editor has another address than the webhooks', async () => {
		const editorOrigin = n8n.origin.replace('127.0.0.1', 'localhost');
		const at = { editorOrigin, webhookOrigin: n8n.origin };
		const first = await newOne({}, at);
		await n8n.activate(first);
		const before = await number();
		for (const webhookId of [first.webhookId, randomUUID()]) {
			const test = await newOne({}, { ...at, webhookId, isTest: true });
			await n8n.activate(test);
			expect(await address()).toBe(first.url);
			expect(await list()).toBe(test.url);
			expect(await event()).toBe(200);
			expect(runsOf(test)).toEqual([1]);
			await n8n.deactivate(test);
			expect(await number()).toEqual(before);
		}
		expect(runsOf(first)).toEqual([2]);
	});

	it('never holds up the active workflow, and is never called before it', async () => {
		const test = await newOne({}, { isTest: true });
		await n8n.activate(test);
		const [first] = await active(1);
		expect(await address()).toBe(first!.url);
		n8n.forget(test);
		expect(await event()).toBe(200);
		expect(runsOf(first!)).toEqual([1]);
		await n8n.activate(first!);
		expect(await number()).toMatchObject({ url: first!.url });
	});
});
