import { signed } from '../../trigger';
import { BOTH, own, useWebhooks } from '../../webhooks';

const { asked, newTrigger, registered, theSandbox } = useWebhooks();

const MOVED = 'https://moved.example.com';

describe('a URL that changed', () => {
	it('is moved, so that no event is lost between a deletion and a creation', async () => {
		const trigger = await newTrigger(BOTH);
		await trigger.activate();
		trigger.options.webhookOrigin = MOVED;
		await asked();
		await trigger.activate();
		expect(await asked()).toEqual(['GET 200', 'GET 200', 'PUT 200', 'PUT 200']);
		expect(await registered()).toEqual(own(trigger, 'message_created', 'message_updated'));
		await trigger.deactivate();
		expect(await registered()).toEqual([]);
	});

	it.each([404, 405])('is made anew where Partoo knows no such call: %i', async (status) => {
		const trigger = await newTrigger();
		await trigger.activate();
		trigger.options.webhookOrigin = MOVED;
		await theSandbox().faults([{ method: 'PUT', effect: 'status', status, body: {} }]);
		await trigger.activate();
		expect(await registered()).toEqual(own(trigger, 'message_updated'));
	});

	it('stays where it is when Partoo refuses to move it, and says why', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		const [before] = await registered();
		trigger.options.webhookOrigin = MOVED;
		const body = { errors: { authorization: 'Operation not allowed' } };
		await theSandbox().faults([{ method: 'PUT', effect: 'status', status: 403, body }]);
		await expect(trigger.activate()).rejects.toThrow('Operation not allowed');
		expect(await registered()).toEqual([before]);
	});

	it('counts as moved only when Partoo says so', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		trigger.options.webhookOrigin = MOVED;
		await theSandbox().faults([{ method: 'PUT', effect: 'status', status: 200, body: { status: 'success' } }]);
		await expect(trigger.activate()).rejects.toThrow('the new URL of the webhook');
	});
});

describe('what Partoo still has after a deletion', () => {
	it('is named in the log, whatever Partoo answered', async () => {
		for (const status of [200, 404]) {
			const trigger = await newTrigger();
			await trigger.activate();
			await theSandbox().faults([{ method: 'DELETE', effect: 'status', status, body: {} }]);
			await trigger.deactivate();
			expect(trigger.logs).toContainEqual(
				expect.objectContaining({
					level: 'warn',
					message: expect.stringMatching(
						/still has webhook \d+ for 'message_updated' after .* deleted it\. Remove it in Partoo under Settings/,
					),
				}),
			);
			await theSandbox().reset();
		}
	});

	it('is nothing, and nothing is said, where it is gone', async () => {
		const trigger = await newTrigger(BOTH);
		await trigger.activate();
		await trigger.deactivate();
		expect(trigger.logs.filter(({ level }) => level === 'warn')).toEqual([]);
		expect((await asked()).slice(-3)).toEqual(['DELETE 200', 'DELETE 200', 'GET 200']);
	});
});

describe('listening for a test event', () => {
	const until = async (isThere: () => boolean): Promise<void> => {
		for (let tries = 0; !isThere() && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
		expect(isThere()).toBe(true);
	};

	it('has Partoo try the URL out with its latest data', async () => {
		const { publicKey } = await theSandbox().control<{ publicKey: string }>('GET', 'partoo/webhook-key');
		const trigger = await newTrigger(
			{ events: ['message_created', 'lead_received'] },
			{ isTest: true, credential: { webhookPublicKey: publicKey } },
		);
		await trigger.activate();
		await until(() => trigger.runs.length > 0);
		expect(trigger.runs).toMatchObject([{ event: 'message_created', isTryout: true, messageId: expect.any(String) }]);
		await trigger.deactivate();
		expect(await registered()).toEqual([]);
	});

	it('waits for an event where Partoo tries nothing out', async () => {
		await theSandbox().faults([{ path: '/tryout$', effect: 'status', status: 404, body: {} }]);
		const trigger = await newTrigger({}, { isTest: true });
		await trigger.activate();
		await until(() => trigger.logs.some(({ message }) => message.includes('sent Partoo Trigger no try-out')));
		const body = JSON.stringify({ type: 'message_updated', payload: { message: { id: 1, status: 'Failed' } } });
		expect((await trigger.call(body, signed(body))).status).toBe(200);
	});

	it('is the only time at which one is asked for', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		await new Promise((resolve) => setTimeout(resolve, 1_000));
		expect(await theSandbox().requests({ path: /tryout/ })).toEqual([]);
	});
});
