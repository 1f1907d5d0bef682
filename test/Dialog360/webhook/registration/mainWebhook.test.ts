import {
	api,
	asked,
	CRM,
	HERE,
	newTrigger,
	number,
	own,
	present,
	registerElsewhere,
	REPLACE,
	sandbox,
	warnings,
} from './atSandbox';

describe("somebody else's webhook", () => {
	it('stops the activation with a sentence that names the address, but not its secret', async () => {
		await registerElsewhere(CRM);
		const trigger = await newTrigger();
		await expect(trigger.activate()).rejects.toMatchObject({
			name: 'NodeApiError',
			message: expect.stringContaining(
				'Calls for this number already go to another system: https://crm.example.com/hook?…',
			),
			description: expect.stringMatching(/"Additional Destination".*"Replace and Restore"/),
		});
		expect(await number()).toEqual(CRM);
	});

	it('of the whole account counts too: one of the number would take its calls away', async () => {
		await registerElsewhere(CRM, 'account');
		await expect((await newTrigger()).activate()).rejects.toThrow('https://crm.example.com/hook');
		const trigger = await newTrigger(REPLACE);
		await trigger.activate();
		await trigger.deactivate();
		expect(await present()).toMatchObject({ number: CRM, account: CRM });
	});

	it.each([
		['an older node', {}, 1.1],
		['the option', { options: { whenTaken: 'stop' } }, undefined],
	])(
		'is another workflow of this n8n: with %s the way out is one trigger for both',
		async (_, parameters, typeVersion) => {
			const first = await newTrigger({}, { webhookOrigin: HERE.webhookOrigin });
			await first.activate();
			const second = await newTrigger(parameters, { webhookOrigin: HERE.webhookOrigin, typeVersion });
			await expect(second.activate()).rejects.toMatchObject({
				message: expect.stringContaining(
					`Calls for this number already go to another trigger of this n8n: ${first.url}`,
				),
				description: expect.stringMatching(/Switch and Execute Sub-workflow/),
			});
		},
	);

	it.each(
		['automatic', 'replace', 'additional'].flatMap((registration) =>
			[HERE.webhookOrigin, 'https://editor.example.com'].map((origin) => [registration, origin]),
		),
	)(
		'is the active workflow itself while somebody listens for a test event (%s, editor at %s)',
		async (registration, editorOrigin) => {
			const active = await newTrigger({ options: { registration } }, HERE);
			await active.activate();
			const before = await present();
			const inTest = { ...HERE, editorOrigin, isTest: true, typeVersion: 1.1 };
			const test = await newTrigger({ options: { registration } }, inTest);
			await expect(test.activate()).rejects.toThrow('production URL of this very trigger');
			expect(await present()).toEqual(before);
		},
	);
});

describe('Replace and Restore', () => {
	it('puts back what was there, with its headers, byte for byte', async () => {
		await api('POST', '/v1/configs/webhook', CRM);
		const before = JSON.stringify(await number());
		const trigger = await newTrigger(REPLACE);
		await trigger.activate();
		expect(await number()).toEqual(own(trigger));
		await trigger.deactivate();
		expect(JSON.stringify(await number())).toBe(before);
		expect(trigger.staticData).toEqual({ 'node:360dialog Trigger': { secret: expect.any(String) } });
	});

	it('remembers it over restarts and changes of the workflow', async () => {
		await registerElsewhere(CRM);
		const trigger = await newTrigger(REPLACE);
		await trigger.activate();
		for (let start = 0; start < 2; start++) await trigger.activate('init');
		trigger.options.webhookOrigin = 'https://moved.example.com';
		await trigger.activate();
		trigger.options.parameters = {};
		await trigger.deactivate();
		expect(await number()).toEqual(CRM);
	});

	it('leaves alone what somebody changed meanwhile', async () => {
		await registerElsewhere(CRM);
		const trigger = await newTrigger(REPLACE);
		await trigger.activate();
		const other = { url: 'https://other.example.com/', headers: {} };
		await registerElsewhere(other);
		await asked();
		await trigger.deactivate();
		expect(await number()).toEqual(other);
		expect(await asked()).toEqual(['GET /v1/configs/webhook 200']);
	});

	it('puts back the newest when somebody changed it while n8n was down', async () => {
		await registerElsewhere(CRM);
		const trigger = await newTrigger(REPLACE);
		await trigger.activate();
		const other = { url: 'https://other.example.com/', headers: { a: 'b' } };
		await registerElsewhere(other);
		await trigger.activate('init');
		await trigger.deactivate();
		expect(await number()).toEqual(other);
	});

	it('has nothing to put back where nothing was', async () => {
		const trigger = await newTrigger(REPLACE);
		await trigger.activate();
		await trigger.deactivate();
		expect(warnings(trigger)).toEqual([expect.stringContaining('go on arriving')]);
	});

	it('tries again at the next deactivation when 360dialog refuses', async () => {
		await registerElsewhere(CRM);
		const trigger = await newTrigger(REPLACE);
		await trigger.activate();
		await sandbox.faults(
			[{ method: 'POST', path: '^/v1/configs/webhook$', effect: 'status', status: 403, body: {} }],
			'dialog360',
		);
		await trigger.deactivate();
		expect(warnings(trigger)).toEqual([expect.stringContaining('could not put back')]);
		await trigger.activate();
		await trigger.deactivate();
		expect(await number()).toEqual(CRM);
	});

	it("leaves another number's webhook alone when the credential was exchanged", async () => {
		await registerElsewhere(CRM);
		const trigger = await newTrigger(REPLACE);
		await trigger.activate();
		trigger.options.credentials!.dialog360Api!.baseUrl = `${sandbox.url.replace('127.0.0.1', 'localhost')}/dialog360`;
		await asked();
		await trigger.deactivate();
		expect(await asked()).toEqual([]);
	});
});
