import { asked, newTrigger, warnings } from './atSandbox';

describe('before 360dialog is asked', () => {
	it.each([
		['http://n8n.example.com', 'HTTPS addresses only'],
		['https://localhost:5678', 'not reachable from the internet'],
		['https://n8n.example.com:5678', 'takes no webhook whose host has a port'],
		['https://my_n8n.example.com', 'takes no webhook whose host has an underscore'],
		['https://my_n8n.example.com:8443', 'a port and an underscore'],
	])('the address of n8n is looked at: %s', async (webhookOrigin, message) => {
		const trigger = await newTrigger({}, { webhookOrigin, credential: { environment: 'production' } });
		await expect(trigger.activate()).rejects.toMatchObject({
			message: expect.stringContaining(message),
			description: expect.stringContaining('WEBHOOK_URL'),
		});
		expect(await asked()).toEqual([]);
	});

	it.each([
		[{ events: [] }, "'Events' is empty"],
		[{ events: ['other'], otherEvents: ' , ' }, "'Other Events' is empty"],
		[{ options: { registration: 'manual' } }, "'Webhook Secret' is empty"],
	])('what the user chose is looked at: %j', async (parameters, message) => {
		await expect((await newTrigger(parameters)).activate()).rejects.toThrow(message);
		expect(await asked()).toEqual([]);
	});

	it('manual registration takes the signature of a partner for a secret, or no verification', async () => {
		for (const options of [{ signatureSecret: 'x' }, { verifyCalls: false }]) {
			await (await newTrigger({ options: { registration: 'manual', ...options } })).activate();
		}
		for (const credential of [{ signatureSecret: 'x' }, { webhookSecret: 'x' }]) {
			await (await newTrigger({ options: { registration: 'manual' } }, { credential })).activate();
		}
	});

	it('a secret that still stands in the workflow is said to belong into the credential', async () => {
		const trigger = await newTrigger({ options: { registration: 'manual', webhookSecret: 'x', signatureSecret: 'y' } });
		await trigger.activate();
		expect(warnings(trigger)).toEqual([
			"360dialog Trigger: 'Webhook Secret' under Options is part of every export of the workflow. Move it to 'Webhook Secret' of the credential.",
			"360dialog Trigger: 'Signature Secret' under Options is part of every export of the workflow. Move it to 'Webhook Signature Secret' of the credential.",
		]);
	});
});
