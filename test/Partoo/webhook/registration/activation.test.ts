import { PUBLIC_KEY } from '../../trigger';
import { useWebhooks } from '../../webhooks';

const { asked, newTrigger } = useWebhooks();

describe('before Partoo is asked', () => {
	it.each([
		[
			'http://n8n.example.com',
			'Partoo calls HTTPS addresses only, and the webhooks of this n8n are at http://n8n.example.com',
		],
		[
			'https://localhost:5678',
			'Partoo cannot call this n8n: its webhooks are at https://localhost, which is not reachable from the internet',
		],
	])('the address of n8n is looked at: %s', async (webhookOrigin, message) => {
		const trigger = await newTrigger({}, { webhookOrigin, credential: { environment: 'production' } });
		await expect(trigger.activate()).rejects.toMatchObject({
			message,
			description: expect.stringContaining('WEBHOOK_URL'),
		});
	});

	it.each([
		['', "'Webhook Public Key' of the credential is empty"],
		[
			'-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----',
			"'Webhook Public Key' of the credential is no Ed25519 public key",
		],
	])('the key of a Custom environment is looked at: %j', async (webhookPublicKey, message) => {
		for (const registration of ['automatic', 'manual']) {
			const trigger = await newTrigger({ options: { registration } }, { credential: { webhookPublicKey } });
			await expect(trigger.activate()).rejects.toMatchObject({
				message: expect.stringContaining(message),
				description: expect.stringContaining('Verify Signature'),
			});
		}
		expect(await asked()).toEqual([]);
		expect(PUBLIC_KEY).toContain('BEGIN PUBLIC KEY');
	});

	it.each([
		[{ events: [] }, "'Events' is empty"],
		[{ events: ['other'], otherEvents: ' , ' }, "'Other Events' is empty"],
	])('the events are looked at: %j', async (parameters, message) => {
		await expect((await newTrigger(parameters)).activate()).rejects.toThrow(message);
		expect(await asked()).toEqual([]);
	});
});
