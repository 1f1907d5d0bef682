import { callBody } from '../../../../sandbox/dialog360/webhooks/envelope';
import { sampleChange } from '../../../../sandbox/dialog360/webhooks/samples';
import { asked, HERE, newTrigger, number, own, REPLACE, sandbox, secretIn, warnings } from './atSandbox';

describe('a workflow that is activated', () => {
	it('sets its URL with a random secret, by which it knows calls', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		const config = await number();
		expect(config).toEqual(own(trigger));
		expect(await asked()).toContain('POST /v1/configs/webhook 200');
		const body = callBody([sampleChange('text')!]);
		expect((await trigger.call(body, config!.headers)).status).toBe(200);
		expect((await trigger.call(body)).status).toBe(401);
		expect(trigger.runs).toHaveLength(1);
		const other = await newTrigger(REPLACE);
		await other.activate();
		expect(secretIn(await number())).not.toBe(secretIn(config));
	});

	it('uses again what it registered before n8n was restarted', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		const before = await number();
		await asked();
		await trigger.activate('init');
		expect(await asked()).toEqual(['GET /v1/configs/webhook 200']);
		expect(await number()).toEqual(before);
	});

	it('sets its URL anew when secret and memory were lost', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		const before = await number();
		trigger.staticData = {};
		await trigger.activate('init');
		expect(await number()).toEqual(own(trigger));
		expect(secretIn(await number())).not.toBe(secretIn(before));
	});

	it('keeps its secret for good: what 360dialog repeats for days may carry the old headers', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		const before = secretIn(await number());
		await trigger.deactivate();
		await trigger.activate();
		expect(secretIn(await number())).toBe(before);
	});

	it('says that calls go on arriving when it is deactivated and nothing can be put back', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		await trigger.deactivate();
		expect(warnings(trigger)).toEqual([expect.stringContaining('go on arriving')]);
		expect(await number()).toEqual(own(trigger));
	});

	it('moves its URL when n8n has another address', async () => {
		const trigger = await newTrigger({}, { webhookOrigin: 'https://n8n.example.com' });
		await trigger.activate();
		trigger.options.webhookOrigin = 'https://moved.example.com';
		await trigger.activate();
		expect((await number())?.url).toBe(trigger.url);
		expect(trigger.url).toContain('moved.example.com');
	});

	it('takes the place of its own test URL that n8n could not give back', async () => {
		await (await newTrigger({}, { ...HERE, isTest: true })).activate();
		const active = await newTrigger({}, HERE);
		await active.activate();
		expect(await number()).toEqual(own(active));
	});

	it('asks 360dialog for nothing with manual registration', async () => {
		const trigger = await newTrigger(
			{ options: { registration: 'manual', webhookSecret: 'x' } },
			{ webhookOrigin: 'http://localhost:5678' },
		);
		await trigger.activate();
		await trigger.deactivate();
		expect(await asked()).toEqual([]);
	});
});

describe('when 360dialog does not play along', () => {
	it('an answer that was lost does not lose the registration', async () => {
		await sandbox.faults([{ method: 'POST', path: '^/v1/configs/webhook$', effect: 'lostAnswer' }], 'dialog360');
		const trigger = await newTrigger();
		await trigger.activate();
		expect(await number()).toEqual(own(trigger));
	});

	it('a refusal is said', async () => {
		await sandbox.faults(
			[
				{
					method: 'POST',
					path: '^/v1/configs/webhook$',
					effect: 'status',
					status: 400,
					body: { error: 'Invalid webhook url' },
				},
			],
			'dialog360',
		);
		await expect((await newTrigger()).activate()).rejects.toThrow(
			'360dialog refused the request (HTTP 400): Invalid webhook url',
		);
	});

	it('a webhook that is not set may be answered in several ways', async () => {
		for (const body of [{}, { url: '', headers: {} }, { url: null }]) {
			await sandbox.reset();
			await sandbox.faults([{ method: 'GET', times: null, effect: 'status', status: 200, body }], 'dialog360');
			const trigger = await newTrigger();
			await trigger.activate();
			expect(await number()).toEqual(own(trigger));
		}
	});

	it('an n8n that starts while 360dialog is down goes on with what it has', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		await sandbox.faults([{ method: 'GET', times: null, effect: 'status', status: 503, body: {} }], 'dialog360');
		await trigger.activate('init');
		expect(warnings(trigger)).toEqual([expect.stringContaining('could not be asked')]);
		await expect(trigger.activate('activate')).rejects.toThrow('HTTP 503');
	});

	it('a workflow can be deactivated all the same', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		trigger.options.credentials = {};
		await trigger.deactivate();
		expect(warnings(trigger)).toHaveLength(1);
	});

	it('a key that is not known is said', async () => {
		const trigger = await newTrigger({}, { credential: { apiKey: 'wrong' } });
		await expect(trigger.activate()).rejects.toMatchObject({
			message: '360dialog refused the request (HTTP 401): Invalid API key',
			description: expect.stringContaining('API key'),
		});
	});
});
