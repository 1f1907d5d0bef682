import { useReceiver } from '../../../sandbox/useReceiver';
import { addressOf } from '../../trigger';
import { ELSEWHERE, LOOK, PUBLIC, useAccount } from './useAccount';

const here = useAccount();
const receiver = useReceiver();

describe('another system that took the last call', () => {
	it('stops the activation, with what is known and the ways out', async () => {
		await here.callTaken(receiver.url());
		await here.registerElsewhere();
		const trigger = await here.newTrigger();
		await expect(trigger.activate()).rejects.toMatchObject({
			name: 'NodeApiError',
			message: expect.stringMatching(
				/^The events of this Callbell account already go to another system, which took a call at \d{4}-\d\d-\d\dT/,
			),
			description: expect.stringMatching(/"Replace".*"Manual"/s),
		});
		expect(await here.asked()).toEqual([LOOK]);
		expect(await here.registered()).toMatchObject({ url: ELSEWHERE });
	});

	it('is found in a log that begins with its oldest entries', async () => {
		await here.sandbox.settings({ webhookLogOrder: 'oldestFirst' } as never, 'callbell');
		const trigger = await here.newTrigger();
		for (let index = 0; index < 51; index++) await here.callTaken(addressOf(trigger), { raw: '{}' });
		await here.callTaken(receiver.url());
		await expect(trigger.activate()).rejects.toThrow('another system');
		await here.callTaken(addressOf(trigger));
		await trigger.activate();
	});

	it('is replaced when the user says so, and then stays replaced', async () => {
		await here.callTaken(receiver.url());
		await here.registerElsewhere();
		const trigger = await here.newTrigger({ registration: 'replace' });
		await trigger.activate();
		expect(await here.registered()).toMatchObject({ url: trigger.url });
		trigger.options.parameters = {};
		await trigger.activate('init');
		await trigger.deactivate();
		expect(await here.registered()).toBeNull();
	});

	it('is replaced even when the log cannot be read', async () => {
		await here.sandbox.faults(
			[
				{
					method: 'GET',
					path: '^/webhooks/events$',
					times: null,
					effect: 'status',
					status: 403,
					body: { error: 'not in your plan' },
				},
			],
			'callbell',
		);
		await expect((await here.newTrigger()).activate()).rejects.toThrow('HTTP 403');
		const trigger = await here.newTrigger({ registration: 'replace' });
		await trigger.activate();
		expect(await here.registered()).toMatchObject({ url: trigger.url });
	});

	it('keeps the webhook when it came after the trigger, which is deactivated', async () => {
		const trigger = await here.newTrigger();
		await trigger.activate();
		await here.callTaken(addressOf(trigger));
		await here.registerElsewhere();
		await here.callTaken(receiver.url());
		await trigger.deactivate();
		expect(await here.registered()).toMatchObject({ url: ELSEWHERE });
		expect(trigger.logs).toContainEqual(
			expect.objectContaining({ level: 'warn', message: expect.stringContaining('left Callbell') }),
		);
	});

	it('is nobody when the call was not taken: a proxy answered while n8n was down', async () => {
		receiver.always(502);
		await here.callTaken(receiver.url());
		await here.callTaken('http://127.0.0.1:9/');
		const trigger = await here.newTrigger();
		await trigger.activate();
		expect(await here.registered()).toMatchObject({ url: trigger.url });
	});
});

describe('two triggers of one n8n', () => {
	const at = { webhookOrigin: PUBLIC };

	it('on one account: the second is told whose webhook it is, before any call came', async () => {
		const first = await here.newTrigger({}, at);
		await first.activate();
		const second = await here.newTrigger({}, at);
		await expect(second.activate()).rejects.toMatchObject({
			message: expect.stringContaining(
				`The events of this Callbell account already go to another trigger of this n8n: ${first.url}`,
			),
			description: expect.stringMatching(/Switch and Execute Sub-workflow/),
		});
		expect(await here.registered()).toMatchObject({ url: first.url });
		await first.deactivate();
		await second.activate();
		expect(await here.registered()).toMatchObject({ url: second.url });
	});

	it('one after the other: the calls that the first took tell nothing any more', async () => {
		const first = await here.newTrigger({}, at);
		await first.activate();
		await here.callTaken(addressOf(first));
		await first.deactivate();
		const second = await here.newTrigger({}, at);
		await second.activate();
		expect(await here.registered()).toMatchObject({ url: second.url });
	});

	it('the first does not take out the webhook of the one that replaced it', async () => {
		const first = await here.newTrigger({}, at);
		await first.activate();
		const second = await here.newTrigger({ registration: 'replace' }, at);
		await second.activate();
		await first.deactivate();
		expect(await here.registered()).toMatchObject({ url: second.url });
	});

	it('of two n8n are told apart by the log', async () => {
		const other = await here.newTrigger({}, at);
		await here.callTaken(addressOf(other));
		await expect((await here.newTrigger({}, at)).activate()).rejects.toThrow(
			'already go to another Callbell Trigger, which took a call at',
		);
	});

	it('on two accounts have nothing to do with each other', async () => {
		await (await here.newTrigger({}, at)).activate();
		await (await here.newTrigger({}, { ...at, credential: { apiKey: `${here.account}-other` } })).activate();
	});
});
