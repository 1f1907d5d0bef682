import { ADDITIONAL, api, CRM, HERE, newTrigger, own, present, registerElsewhere, warnings } from './atSandbox';

describe('Additional Destination', () => {
	const FURTHER = { name: 'crm', ...CRM };

	it('adds the URL beside the main webhook, which stays as it is', async () => {
		await registerElsewhere(CRM);
		const trigger = await newTrigger(ADDITIONAL);
		await trigger.activate();
		const name = `n8n-${trigger.webhookId}`;
		expect(await present()).toMatchObject({ number: CRM, enabled: true, destinations: [{ name, ...own(trigger) }] });
		await trigger.deactivate();
		expect(await present()).toMatchObject({ number: CRM, enabled: false });
		await trigger.activate();
		expect(await present()).toMatchObject({ enabled: true, destinations: [{ name, ...own(trigger) }] });
	});

	it('changes its own entry only', async () => {
		await api('POST', '/multi_webhook', { enabled: true, destinations: [FURTHER] });
		const trigger = await newTrigger(ADDITIONAL, { webhookOrigin: 'https://n8n.example.com' });
		await trigger.activate();
		trigger.options.webhookOrigin = 'https://moved.example.com';
		await trigger.activate();
		expect((await present()).destinations).toEqual([FURTHER, { name: `n8n-${trigger.webhookId}`, ...own(trigger) }]);
		await trigger.deactivate();
		expect(warnings(trigger)).toEqual([
			expect.stringContaining('took over at 360dialog what went to https://n8n.example.com/'),
			expect.stringContaining('go on arriving'),
		]);
		expect(await present()).toMatchObject({ enabled: true, destinations: [FURTHER, {}] });
	});

	it('of a copy at another address is taken over by a person, who is told so, and by nobody else', async () => {
		const first = await newTrigger(ADDITIONAL, HERE);
		await first.activate();
		const before = await present();
		const copy = await newTrigger(ADDITIONAL, { ...HERE, webhookOrigin: 'https://copy.example.com' });
		await expect(copy.activate('init')).rejects.toThrow(`already go to another system: ${first.url}`);
		expect(await present()).toEqual(before);
		await copy.activate();
		expect((await present()).destinations).toMatchObject([{ url: copy.url }]);
		expect(warnings(copy)).toEqual([
			`360dialog Trigger took over at 360dialog what went to ${first.url}: it goes to ${copy.url} from now on`,
		]);
	});

	it('says that there is no room, and where the others go', async () => {
		const destinations = ['a', 'b', 'c'].map((name) => ({ name, url: `https://${name}.example.com/`, headers: {} }));
		await api('POST', '/multi_webhook', { enabled: true, destinations });
		await expect((await newTrigger(ADDITIONAL)).activate()).rejects.toThrow(
			'https://a.example.com, https://b.example.com, https://c.example.com',
		);
	});

	it('does not wake those of others that were switched off', async () => {
		await api('POST', '/multi_webhook', { enabled: false, destinations: [FURTHER] });
		await expect((await newTrigger(ADDITIONAL)).activate()).rejects.toThrow('switched off');
		expect(await present()).toMatchObject({ enabled: false, destinations: [FURTHER] });
	});
});
