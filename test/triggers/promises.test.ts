import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { TriggerBench } from '../engine';
import { TRIGGERS } from './providers';

/** More digits than a number of JavaScript holds. */
const LONG_ID = '24046389435050573';
const DESCRIPTION_MAX = 20_000;

describe.each(TRIGGERS.map((one) => [one.id, one] as const))('the trigger of %s', (_, provider) => {
	let trigger: TriggerBench | undefined;
	afterEach(async () => {
		await trigger?.stop();
		trigger = undefined;
	});

	const start = async (parameters: INodeParameters = {}, isTest = false): Promise<TriggerBench> => {
		trigger = await provider.start({ events: [provider.messages], ...parameters }, isTest);
		return trigger;
	};
	const send = async (body: string | IDataObject): Promise<number> => {
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		return (await trigger!.call(text, provider.prove(text))).status;
	};

	it('puts a message out flat, in the same words as the others, and then all that was sent', async () => {
		const { runs } = await start();
		const body = provider.message('m-1', 'Are you open?');
		expect(await send(body)).toBe(200);
		expect(runs).toHaveLength(1);
		const [item] = runs as [IDataObject];
		expect(item).toMatchObject({
			event: provider.messages,
			provider: provider.id,
			messageId: 'm-1',
			conversationId: expect.stringMatching(/./),
			timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
			contentType: expect.stringMatching(/^text$/i),
			text: 'Are you open?',
		});
		expect(Object.keys(item).at(-1)).toBe('raw');
		expect(JSON.stringify(item.raw)).toContain('Are you open?');
		for (const [name, value] of Object.entries(item)) {
			if (/id$/i.test(name)) expect([name, value === null || typeof value === 'string']).toEqual([name, true]);
		}
	});

	it('begins a status with the delivery status that all share', async () => {
		const { runs } = await start({ events: [provider.statuses], filters: provider.allStatuses as INodeParameters });
		await send(provider.delivered('m-1'));
		expect(runs).toMatchObject([{ messageId: 'm-1', status: 'delivered', isFinal: true, provider: provider.id }]);
		expect(Object.keys(runs[0]!).slice(0, 10)).toEqual([
			'messageId',
			'conversationId',
			'recipient',
			'status',
			'isFinal',
			'errorCode',
			'errorMessage',
			'provider',
			'providerStatus',
			'timestamp',
		]);
	});

	it('puts out what was sent and nothing else with Raw Only', async () => {
		const { runs } = await start({ options: { rawOnly: true } });
		await send(provider.message('m-1', 'Hello'));
		expect(runs).toHaveLength(1);
		expect(runs[0]).not.toHaveProperty('messageId');
		expect(JSON.stringify(runs[0])).toContain('"Hello"');
	});

	it('keeps the digits of an ID that comes as a number, in raw too', async () => {
		const { runs } = await start();
		const body = JSON.stringify(provider.message('LONG', 'Hello')).replaceAll('"LONG"', LONG_ID);
		expect(await send(body)).toBe(200);
		expect(runs[0]).toMatchObject({ messageId: LONG_ID });
		expect(JSON.stringify(runs[0]!.raw)).toContain(`"${LONG_ID}"`);
	});

	it('takes an empty text for an absent one, and never makes a word of what is missing', async () => {
		const { runs } = await start();
		expect(await send(provider.anonymous('m-1'))).toBe(200);
		for (const field of provider.customer) expect([field, runs[0]![field]]).toEqual([field, null]);
		const { raw, ...flat } = runs[0]!;
		expect(raw).toBeDefined();
		expect(JSON.stringify(flat)).not.toMatch(/"(undefined|null|NaN|\[object Object\])"/);
	});

	it('never puts out what n8n would take for a failed item', async () => {
		const { runs } = await start();
		await send({ ...provider.message('m-1', 'Hello', { error: 'x' }), error: 'x' });
		expect(runs).toHaveLength(1);
		expect(runs[0]).not.toHaveProperty('error');
	});

	it('starts nothing for an event that nobody chose, and says that it was taken', async () => {
		const { runs } = await start();
		expect(await send(provider.unknown('brand_new'))).toBe(200);
		expect(runs).toEqual([]);
	});

	it('starts for an event that nobody knew when this was written, by its name', async () => {
		const { runs } = await start({ events: ['other'], otherEvents: 'brand_new, another' });
		expect(await send(provider.unknown('brand_new'))).toBe(200);
		expect(runs).toMatchObject([{ event: 'brand_new', provider: provider.id }]);
		expect(JSON.stringify(runs[0]!.raw)).toContain('new_thing');
	});

	it('starts one run for a call that is repeated, and one for each message', async () => {
		const { runs } = await start();
		for (const id of ['m-1', 'm-2', 'm-1', 'm-2']) expect(await send(provider.message(id, 'Hello'))).toBe(200);
		expect(runs.map(({ messageId }) => messageId)).toEqual(['m-1', 'm-2']);
	});

	it('starts for a repetition of what n8n could not save', async () => {
		const { runs, server } = await start();
		server.canSave = false;
		expect(await send(provider.message('m-1', 'Hello'))).toBe(500);
		server.canSave = true;
		expect(await send(provider.message('m-1', 'Hello'))).toBe(200);
		expect(runs).toHaveLength(1);
	});

	it('shows somebody who listens for a test event the same call as often as it comes', async () => {
		const { runs } = await start({}, true);
		for (let times = 0; times < 2; times++) await send(provider.message('m-1', 'Hello'));
		expect(runs).toHaveLength(2);
	});

	it('refuses a call that nothing vouches for', async () => {
		const { runs } = await start();
		expect((await trigger!.call(JSON.stringify(provider.message('m-1', 'Hello')))).status).toBe(401);
		expect(runs).toEqual([]);
	});

	it('is described in less than 20 kB, which the editor loads for every node', () => {
		expect(JSON.stringify(provider.description).length).toBeLessThan(DESCRIPTION_MAX);
	});
});
