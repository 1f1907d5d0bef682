import { addressOf } from '../../trigger';
import { ELSEWHERE, LOOK, SUBSCRIBE, UNSUBSCRIBE, useAccount } from './useAccount';

const here = useAccount();

describe('a workflow that is activated', () => {
	it('sets the webhook with its events, and takes it out when it is deactivated', async () => {
		const trigger = await here.newTrigger(
			{},
			{},
			{ events: ['message_created', 'contact_deleted', 'other'], otherEvents: 'contact_updated' },
		);
		await trigger.activate();
		expect(await here.asked()).toEqual([LOOK, SUBSCRIBE]);
		expect(await here.registered()).toMatchObject({
			url: trigger.url,
			subscriptions: ['message_created', 'contact_deleted', 'contact_updated'],
		});
		await trigger.deactivate();
		expect(await here.asked()).toEqual([LOOK, UNSUBSCRIBE]);
		expect(await here.registered()).toBeNull();
		expect(trigger.staticData).toEqual({ 'node:Callbell Trigger': {} });
		await trigger.deactivate();
		expect(await here.asked()).toEqual([]);
	});

	it('sets it again when it is activated again, so that one which Callbell switched off is awake', async () => {
		const trigger = await here.newTrigger();
		await trigger.activate();
		await here.sandbox.settings({ webhookDisabledAfter: 1, webhookRetryMs: 1 } as never, 'callbell');
		await here.sandbox.control('POST', 'callbell/webhooks', { url: 'http://127.0.0.1:9/' });
		await here.sandbox.control('POST', 'callbell/events', { asNews: true });
		for (let tries = 0; (await here.registered())?.enabled && tries < 100; tries++)
			await new Promise((resolve) => setTimeout(resolve, 20));
		expect(await here.registered()).toMatchObject({ enabled: false });
		await trigger.activate('init');
		expect(await here.registered()).toMatchObject({ url: trigger.url, enabled: true });
	});

	it('is called, and is activated again after calls that it took itself', async () => {
		const trigger = await here.newTrigger();
		await trigger.activate();
		await here.callTaken(addressOf(trigger));
		expect(trigger.runs).toHaveLength(1);
		await trigger.activate('init');
		await trigger.deactivate();
		expect(await here.registered()).toBeNull();
		await trigger.activate();
		expect(await here.registered()).toMatchObject({ url: trigger.url });
	});

	it('asks Callbell for nothing with manual registration', async () => {
		await here.registerElsewhere();
		const trigger = await here.newTrigger({ registration: 'manual' }, { webhookOrigin: 'http://localhost:5678' });
		await trigger.activate();
		await trigger.deactivate();
		expect(await here.asked()).toEqual([]);
		expect(await here.registered()).toMatchObject({ url: ELSEWHERE });
	});

	it('has the events of its edited parameters', async () => {
		const trigger = await here.newTrigger();
		await trigger.activate();
		await trigger.deactivate();
		trigger.options.parameters = { events: ['conversation_closed'] };
		await trigger.activate('update');
		expect(await here.registered()).toMatchObject({ subscriptions: ['conversation_closed'] });
	});
});

describe('before Callbell is asked', () => {
	it.each([
		['http://n8n.example.com', 'Callbell calls HTTPS addresses only'],
		['https://localhost:5678', 'Callbell cannot call this n8n'],
	])('the address of n8n is looked at: %s', async (webhookOrigin, message) => {
		const trigger = await here.newTrigger({}, { webhookOrigin, credential: { environment: 'production' } });
		await expect(trigger.activate()).rejects.toThrow(message);
	});

	it.each([
		[{ events: [] }, "'Events' is empty"],
		[{ events: ['other'], otherEvents: ' , ' }, "'Other Events' is empty"],
	])('the events are looked at: %j', async (parameters, message) => {
		await expect((await here.newTrigger({}, {}, parameters)).activate()).rejects.toThrow(message);
		expect(await here.asked()).toEqual([]);
	});
});
