import { BOTH, ELSEWHERE, own, useWebhooks } from '../../webhooks';

const { asked, newTrigger, registered, registerElsewhere, theSandbox } = useWebhooks();

describe("somebody else's URL on the same event", () => {
	it('stops the activation with a sentence that names event and address', async () => {
		await registerElsewhere('message_created');
		const trigger = await newTrigger(BOTH);
		await expect(trigger.activate()).rejects.toMatchObject({
			name: 'NodeApiError',
			message: expect.stringContaining(
				"'Message Received' events already go to another system: https://other.example.com/hook?…",
			),
			description: expect.stringMatching(/Settings > Integrations > Webhooks.*"Manual"/),
		});
		expect(await asked()).toEqual(['GET 200']);
		expect(await registered()).toEqual([`message_created ${ELSEWHERE}`]);
	});

	it('is found on any page', async () => {
		for (let index = 0; index < 100; index++) await theSandbox().addWebhook(`other_${index}`, ELSEWHERE);
		await registerElsewhere('message_updated');
		const trigger = await newTrigger();
		await expect(trigger.activate()).rejects.toThrow('https://other.example.com/hook');
		expect((await theSandbox().requests({ path: '/webhooks' })).map(({ query }) => query.page).slice(0, 2)).toEqual([
			1, 2,
		]);
	});

	it('is another workflow of this n8n: the way out is one trigger for both', async () => {
		const webhookOrigin = 'https://n8n.example.com';
		const first = await newTrigger(BOTH, { webhookOrigin });
		await first.activate();
		const second = await newTrigger({}, { webhookOrigin, typeVersion: 1.1 });
		await expect(second.activate()).rejects.toMatchObject({
			message: expect.stringContaining(
				`'Message Delivered or Failed' events already go to another trigger of this n8n: ${first.url}. The workflow "Trigger" has them. To let both have them, set "When Another Trigger Has the Webhook" under Options to "Share It".`,
			),
			description: expect.stringMatching(
				/^The workflow "Trigger" has them\. .*"Share It".*Switch and Execute Sub-workflow/,
			),
		});
		expect(await registered()).toEqual(own(first, 'message_created', 'message_updated'));
	});

	it('is the active workflow itself while somebody listens for a test event', async () => {
		const webhookId = 'b1a2';
		const webhookOrigin = 'https://n8n.example.com';
		const active = await newTrigger({}, { webhookId, webhookOrigin });
		await active.activate();
		const test = await newTrigger({}, { webhookId, webhookOrigin, isTest: true, typeVersion: 1.1 });
		await expect(test.activate()).rejects.toMatchObject({
			message: expect.stringContaining(
				`'Message Delivered or Failed' events already go to the production URL of this very trigger: ${active.url}`,
			),
			description: expect.stringMatching(/Deactivate the workflow while you listen/),
		});
		expect(await registered()).toEqual(own(active, 'message_updated'));
	});

	it.each(['https://n8n.example.com', 'https://editor.example.com'])(
		'is not the test URL that n8n could not take out before it was stopped (editor at %s)',
		async (editorOrigin) => {
			const place = { webhookId: 'b1a2', webhookOrigin: 'https://n8n.example.com', editorOrigin };
			await (await newTrigger({}, { ...place, isTest: true })).activate();
			const active = await newTrigger({}, place);
			await active.activate();
			expect(await registered()).toEqual(own(active, 'message_updated'));
		},
	);

	it('that came between the look and the registration stops it as well, and what was made is taken out', async () => {
		await registerElsewhere('message_updated');
		const none = { page: 1, max_page: 1, count: 0, items: [] };
		await theSandbox().faults([
			{ method: 'GET', path: '^/webhooks$', times: 2, effect: 'status', status: 200, body: none },
		]);
		const trigger = await newTrigger(BOTH);
		await expect(trigger.activate()).rejects.toThrow(
			"'Message Delivered or Failed' events already go to another system",
		);
		expect(await registered()).toEqual([`message_updated ${ELSEWHERE}`]);
		expect(trigger.staticData).toEqual({ 'node:Partoo Trigger': {} });
	});
});
