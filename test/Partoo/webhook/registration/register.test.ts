import { deliver, messageEvent } from '../../trigger';
import { BOTH, ELSEWHERE, own, useWebhooks } from '../../webhooks';

const { asked, newTrigger, registered, registerElsewhere, theSandbox } = useWebhooks();

describe('a workflow that is activated', () => {
	it('registers one URL for each of its events, and takes them out when it is deactivated', async () => {
		const trigger = await newTrigger(BOTH);
		await trigger.activate();
		expect(await asked()).toEqual(['GET 200', 'GET 200', 'POST 200', 'POST 200']);
		expect(await registered()).toEqual(own(trigger, 'message_created', 'message_updated'));
		await trigger.deactivate();
		expect(await registered()).toEqual([]);
		expect(trigger.staticData).toEqual({ 'node:Partoo Trigger': {} });
	});

	it('uses again what it registered before n8n was restarted', async () => {
		const trigger = await newTrigger(BOTH);
		await trigger.activate();
		await asked();
		await trigger.activate('init');
		expect(await asked()).toEqual(['GET 200']);
		trigger.staticData = {};
		await trigger.activate('init');
		await trigger.deactivate();
		expect(await registered()).toEqual([]);
	});

	it('has the URLs of its new events after they were edited', async () => {
		const trigger = await newTrigger(BOTH);
		await trigger.activate();
		await trigger.deactivate();
		trigger.options.parameters = {
			events: ['message_updated', 'lead_received', 'other'],
			otherEvents: 'business_deleted',
		};
		await trigger.activate('update');
		expect(await registered()).toEqual(own(trigger, 'business_deleted', 'lead_received', 'message_updated'));
	});

	it('takes out what it does not want any more, even if n8n did not', async () => {
		const trigger = await newTrigger(BOTH);
		await trigger.activate();
		trigger.options.parameters = { events: ['message_updated'] };
		await trigger.activate();
		expect(await registered()).toEqual(own(trigger, 'message_updated'));
	});

	it('leaves alone what others have on other events', async () => {
		await registerElsewhere('lead_received');
		const trigger = await newTrigger(BOTH);
		await trigger.activate();
		await trigger.deactivate();
		expect(await registered()).toEqual([`lead_received ${ELSEWHERE}`]);
	});

	it('moves its URLs when n8n has another address', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		trigger.options.webhookOrigin = 'https://moved.example.com';
		await trigger.activate();
		expect(await registered()).toEqual(own(trigger, 'message_updated'));
		expect(trigger.url).toContain('moved.example.com');
	});

	it.each([
		['one & only', 'one+%26+only'],
		['long-enough-to-be-hidden', 'long-enough-to-be-hidden'],
	])('carries the secret %j of the credential in its URL, a new one after it was changed', async (urlSecret, inUrl) => {
		const trigger = await newTrigger({}, { credential: { urlSecret } });
		await trigger.activate();
		expect(await registered()).toEqual([`message_updated ${trigger.url}?key=${inUrl}`]);
		await asked();
		await trigger.activate('init');
		expect(await asked()).toEqual(['GET 200']);
		expect(JSON.stringify(trigger.staticData)).not.toMatch(/only|hidden/);
		trigger.options.credentials!.partooApi!.urlSecret = 'two-for-partoo';
		await trigger.activate();
		expect(await registered()).toEqual([`message_updated ${trigger.url}?key=two-for-partoo`]);
	});

	it.each([
		[400, { errors: { json: { url: ['https://n8n.example/webhook/1?key=long-enough-to-be-hidden is taken'] } } }],
		[200, { items: [{ url: 'https://n8n.example/webhook/1?key=long-enough-to-be-hidden' }] }],
	])('keeps the secret in its URL to itself when Partoo answers %i and repeats it', async (status, body) => {
		const trigger = await newTrigger({}, { credential: { urlSecret: 'long-enough-to-be-hidden' } });
		await theSandbox().faults([{ method: 'POST', path: '^/webhooks$', effect: 'status', status, body }]);
		const [refused] = await Promise.allSettled([trigger.activate()]);
		expect(String((refused as PromiseRejectedResult).reason)).toContain('?key=***');
	});

	it('carries a secret that still stands in the workflow, and says where it belongs', async () => {
		const trigger = await newTrigger({ options: { urlSecret: 'old' } });
		await trigger.activate();
		expect(await registered()).toEqual([`message_updated ${trigger.url}?key=old`]);
		expect(trigger.logs.filter(({ level }) => level === 'warn').map(({ message }) => message)).toEqual([
			"Partoo Trigger: 'URL Secret' under Options is part of every export of the workflow. Move it to 'Webhook URL Secret' of the credential.",
		]);
	});

	it('refuses events of other organizations than the one that Partoo registered it for', async () => {
		const trigger = await newTrigger({}, { credential: { environment: 'custom' } });
		await trigger.activate();
		const ofOthers = { ...messageEvent(), payload: { ...(messageEvent().payload as object), org_id: 43 } };
		expect([await deliver(trigger, ofOthers), await deliver(trigger, messageEvent())]).toEqual([401, 200]);
		await trigger.activate('init');
		expect(await deliver(trigger, ofOthers)).toBe(401);
		expect(trigger.runs).toHaveLength(1);
	});

	it('says of manual registration that it does not know the organization, unless the credential does', async () => {
		const manual = { options: { registration: 'manual' } };
		const [unknown, known] = [
			await newTrigger(manual),
			await newTrigger(manual, { credential: { organizationId: 42 } }),
		];
		await unknown.activate();
		await known.activate();
		expect(unknown.logs).toEqual([
			expect.objectContaining({ level: 'warn', message: expect.stringContaining("'Organization ID'") }),
		]);
		expect(known.logs).toEqual([]);
	});

	it('acts for the organization of a PROVIDER key', async () => {
		const trigger = await newTrigger({}, { credential: { apiKey: 'partoo-provider-key', organizationId: '42' } });
		await trigger.activate();
		await trigger.deactivate();
		const requests = await theSandbox().requests({ path: /^\/webhooks/ });
		// Before it deletes one it looks whether it is still its own, and afterwards whether it is gone.
		expect(requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST', 'GET', 'DELETE', 'GET']);
		expect(requests.map(({ query }) => query.org_id)).toEqual([42, 42, 42, 42, 42, 42]);
		expect(await registered()).toEqual([]);
	});

	it('asks Partoo for nothing with manual registration', async () => {
		const trigger = await newTrigger(
			{ options: { registration: 'manual' } },
			{ webhookOrigin: 'http://localhost:5678' },
		);
		await trigger.activate();
		await trigger.deactivate();
		expect(await asked()).toEqual([]);
	});
});
