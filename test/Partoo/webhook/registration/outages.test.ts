import { BOTH, own, useWebhooks } from '../../webhooks';

const { api, asked, newTrigger, registered, theSandbox } = useWebhooks();

describe('when Partoo does not play along', () => {
	const refusal = { effect: 'status', status: 400, body: { errors: { json: { items: 'No more webhooks' } } } } as const;

	it('what was made before the second refusal is taken out again', async () => {
		await theSandbox().faults([{ method: 'POST', path: '^/webhooks$', after: 1, ...refusal }]);
		const trigger = await newTrigger(BOTH);
		await expect(trigger.activate()).rejects.toMatchObject({
			name: 'NodeApiError',
			message: 'Partoo refused the request (HTTP 400): items: No more webhooks',
		});
		expect(await registered()).toEqual([]);
	});

	it('what could not be taken out again is told, and used the next time', async () => {
		await theSandbox().faults([
			{ method: 'POST', path: '^/webhooks$', after: 1, ...refusal },
			{ method: 'DELETE', effect: 'status', status: 403, body: {} },
		]);
		const trigger = await newTrigger(BOTH);
		await expect(trigger.activate()).rejects.toThrow('No more webhooks');
		expect(trigger.logs).toContainEqual(
			expect.objectContaining({
				level: 'warn',
				message: expect.stringMatching(/could not delete webhook \d+ at Partoo/),
			}),
		);
		expect(await registered()).toEqual(own(trigger, 'message_created'));
		await trigger.activate();
		expect(await registered()).toEqual(own(trigger, 'message_created', 'message_updated'));
	});

	it('an answer that was lost does not lose the registration, nor make a second one', async () => {
		await theSandbox().faults([{ method: 'POST', path: '^/webhooks$', effect: 'lostAnswer' }]);
		const trigger = await newTrigger();
		await trigger.activate();
		expect(await registered()).toEqual(own(trigger, 'message_updated'));
		await trigger.deactivate();
		expect(await registered()).toEqual([]);
	});

	it('a rate limit costs a little time', async () => {
		await theSandbox().faults([
			{ method: 'POST', path: '^/webhooks$', effect: 'throttle', headers: { 'retry-after': '1' } },
		]);
		const trigger = await newTrigger();
		await trigger.activate();
		expect(await asked()).toEqual(['GET 200', 'GET 200', 'POST 429', 'POST 200']);
	});

	it('a longer rate limit is said instead of waited for', async () => {
		await theSandbox().faults([
			{ method: 'GET', path: '^/webhooks$', effect: 'throttle', headers: { 'retry-after': '60' } },
		]);
		await expect((await newTrigger()).activate()).rejects.toMatchObject({
			message: expect.stringContaining('HTTP 429'),
			description: expect.stringContaining('Wait a minute'),
		});
	});

	it('a workflow can be deactivated all the same', async () => {
		const trigger = await newTrigger(BOTH);
		await trigger.activate();
		await theSandbox().faults([{ method: 'DELETE', times: null, effect: 'status', status: 403, body: {} }]);
		await trigger.deactivate();
		expect(trigger.logs.filter(({ level, source }) => level === 'warn' && source === 'node')).toHaveLength(2);
	});

	it('a webhook that is gone already is no news', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		const { items } = await api('GET', '/webhooks');
		await api('DELETE', `/webhooks/${items[0]!.id}`);
		await trigger.deactivate();
		expect(trigger.logs.filter(({ source }) => source === 'node')).toEqual([]);
	});

	it("another environment's webhooks with the same IDs are left alone", async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		await asked();
		trigger.options.credentials!.partooApi!.baseUrl = theSandbox().partooUrl.replace('127.0.0.1', 'localhost');
		await trigger.deactivate();
		expect(await asked()).toEqual([]);
	});

	it('an n8n that starts while Partoo is down goes on with what it has', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		await theSandbox().faults([
			{ method: 'GET', path: '^/webhooks$', times: null, effect: 'status', status: 503, body: {} },
		]);
		await trigger.activate('init');
		expect(trigger.logs).toContainEqual(
			expect.objectContaining({ level: 'warn', message: expect.stringContaining('could not be asked') }),
		);
	});

	it('a person who activates is told that Partoo is down, and so is an n8n that has nothing to go on with', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		await theSandbox().faults([
			{ method: 'GET', path: '^/webhooks$', times: null, effect: 'throttle', headers: { 'retry-after': '60' } },
		]);
		await trigger.activate('init');
		await expect(trigger.activate('activate')).rejects.toThrow('HTTP 429');
		await expect((await newTrigger()).activate('init')).rejects.toThrow('HTTP 429');
	});

	it('a key that is not known is said', async () => {
		const trigger = await newTrigger({}, { credential: { apiKey: 'wrong' } });
		await expect(trigger.activate()).rejects.toMatchObject({
			message: 'Partoo refused the request (HTTP 401): authentication: User not authenticated',
			description: expect.stringContaining('Check the API key'),
		});
	});
});
