import { useAccount } from './useAccount';

const here = useAccount();

describe('when Callbell does not play along', () => {
	const down = { times: null, effect: 'status', status: 503, body: { error: 'maintenance' } } as const;

	it('an n8n that starts meanwhile goes on with what it has, a person is told', async () => {
		const trigger = await here.newTrigger();
		await trigger.activate();
		await here.sandbox.faults([{ path: '^/webhooks', ...down }], 'callbell');
		await trigger.activate('init');
		expect(trigger.logs).toContainEqual(
			expect.objectContaining({ level: 'warn', message: expect.stringContaining('could not be asked') }),
		);
		await expect(trigger.activate('activate')).rejects.toThrow('HTTP 503');
		trigger.options.parameters = { events: ['contact_created'] };
		await expect(trigger.activate('init')).rejects.toThrow('HTTP 503');
		await expect(
			(await here.newTrigger({}, { credential: { apiKey: `${here.account}-other` } })).activate('init'),
		).rejects.toThrow('HTTP 503');
	}, 60_000);

	it('a workflow can be stopped, and it is said that calls go on', async () => {
		const trigger = await here.newTrigger();
		await trigger.activate();
		await here.sandbox.faults(
			[{ method: 'DELETE', path: '^/webhooks', times: null, effect: 'status', status: 500, body: {} }],
			'callbell',
		);
		await trigger.deactivate();
		expect(trigger.logs).toContainEqual(
			expect.objectContaining({ level: 'warn', message: expect.stringContaining('goes on calling') }),
		);
		expect(trigger.staticData).toEqual({ 'node:Callbell Trigger': {} });
	}, 60_000);

	it('a lost answer to the subscription is asked for again', async () => {
		await here.sandbox.faults(
			[{ method: 'POST', path: '^/webhooks/subscribe$', times: 1, effect: 'lostAnswer' }],
			'callbell',
		);
		const trigger = await here.newTrigger();
		await trigger.activate();
		expect(await here.registered()).toMatchObject({ url: trigger.url });
	});

	it('an answer without the webhook is no confirmation', async () => {
		await here.sandbox.faults(
			[
				{
					method: 'POST',
					path: '^/webhooks/subscribe$',
					times: null,
					effect: 'status',
					status: 200,
					body: { status: 'ok' },
				},
			],
			'callbell',
		);
		await expect((await here.newTrigger()).activate()).rejects.toThrow('without the webhook that was asked for');
	});

	it('an unknown token and an unknown event are said in its words', async () => {
		await expect((await here.newTrigger({}, { credential: { apiKey: 'wrong' } })).activate()).rejects.toThrow(
			'(HTTP 401): not authorized',
		);
		const odd = await here.newTrigger({}, {}, { events: ['other'], otherEvents: 'odd' });
		await expect(odd.activate()).rejects.toThrow(/subscriptions\.0/);
	});
});
