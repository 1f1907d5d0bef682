import type { Destination, WebhookConfig } from '../../sandbox/dialog360/webhooks/registry';
import { sampleChange } from '../../sandbox/dialog360/webhooks/samples';
import { callBody } from '../../sandbox/dialog360/webhooks/envelope';
import { startSandboxProcess } from '../sandboxClient';
import type { TriggerBench } from '../engine';
import type { Sandbox } from '../sandboxClient';
import { KEY } from './dialog360';
import { startTrigger } from './trigger';
import type { Extras } from './trigger';

interface Present {
	number: WebhookConfig | null;
	account: WebhookConfig | null;
	enabled: boolean;
	destinations: Destination[];
}

const CRM = {
	url: 'https://crm.example.com/hook?token=hidden',
	headers: { 'X-Last': 'z', Authorization: 'Bearer é "quoted"\\', 'x-first': '', '10': 'ten' },
};
const REPLACE = { options: { registration: 'replace' } };
const ADDITIONAL = { options: { registration: 'additional' } };
const HERE = { webhookId: 'b1a2', webhookOrigin: 'https://n8n.example.com' };

let sandbox: Sandbox;
const started: TriggerBench[] = [];
beforeAll(async () => (sandbox = await startSandboxProcess()));
afterAll(async () => await sandbox.stop());
beforeEach(async () => await sandbox.reset());
afterEach(async () => {
	for (const trigger of started.splice(0)) await trigger.stop();
});

async function newTrigger(
	parameters: Parameters<typeof startTrigger>[0] = {},
	{ credential, ...extras }: Extras = {},
): Promise<TriggerBench> {
	const trigger = await startTrigger(parameters, {
		...extras,
		credential: { apiKey: KEY, baseUrl: `${sandbox.url}/dialog360`, ...credential },
	});
	started.push(trigger);
	return trigger;
}

/** Somebody else's doing, at the provider itself. */
const registerElsewhere = async (config: WebhookConfig, level = 'number') =>
	await sandbox.control('POST', 'dialog360/webhooks', { ...config, level });
const present = async () => await sandbox.control<Present>('GET', 'dialog360/webhooks');
const number = async () => (await present()).number;

async function api(method: string, path: string, body: object): Promise<void> {
	const headers = { 'D360-API-KEY': KEY, 'content-type': 'application/json' };
	const answer = await fetch(`${sandbox.url}/dialog360${path}`, { method, headers, body: JSON.stringify(body) });
	if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
}

/** Method, path and status of the requests since the last call. */
async function asked(): Promise<string[]> {
	const requests = await sandbox.requests({ path: /webhook/ });
	await sandbox.clearRequests();
	return requests.map(({ method, path, status }) => `${method} ${path} ${status}`);
}

const secretIn = (config: WebhookConfig | null | undefined) => String(config?.headers['X-Webhook-Secret']);
const warnings = (trigger: TriggerBench) =>
	trigger.logs.filter(({ level, source }) => level === 'warn' && source === 'node').map(({ message }) => message);
const own = (trigger: TriggerBench) => ({
	url: trigger.url,
	headers: { 'X-Webhook-Secret': expect.stringMatching(/^[\w-]{43}$/) },
});

describe('a workflow that is activated', () => {
	it('sets its URL with a random secret, by which it knows calls', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		const config = await number();
		expect(config).toEqual(own(trigger));
		expect(await asked()).toContain('POST /v1/configs/webhook 200');
		const body = callBody([sampleChange('text')!]);
		expect((await trigger.call(body, config!.headers)).status).toBe(200);
		expect((await trigger.call(body)).status).toBe(401);
		expect(trigger.runs).toHaveLength(1);
		const other = await newTrigger(REPLACE);
		await other.activate();
		expect(secretIn(await number())).not.toBe(secretIn(config));
	});

	it('uses again what it registered before n8n was restarted', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		const before = await number();
		await asked();
		await trigger.activate('init');
		expect(await asked()).toEqual(['GET /v1/configs/webhook 200']);
		expect(await number()).toEqual(before);
	});

	it('sets its URL anew when secret and memory were lost', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		const before = await number();
		trigger.staticData = {};
		await trigger.activate('init');
		expect(await number()).toEqual(own(trigger));
		expect(secretIn(await number())).not.toBe(secretIn(before));
	});

	it('keeps its secret for good: what 360dialog repeats for days may carry the old headers', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		const before = secretIn(await number());
		await trigger.deactivate();
		await trigger.activate();
		expect(secretIn(await number())).toBe(before);
	});

	it('says that calls go on arriving when it is deactivated and nothing can be put back', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		await trigger.deactivate();
		expect(warnings(trigger)).toEqual([expect.stringContaining('go on arriving')]);
		expect(await number()).toEqual(own(trigger));
	});

	it('moves its URL when n8n has another address', async () => {
		const trigger = await newTrigger({}, { webhookOrigin: 'https://n8n.example.com' });
		await trigger.activate();
		trigger.options.webhookOrigin = 'https://moved.example.com';
		await trigger.activate('init');
		expect((await number())?.url).toBe(trigger.url);
		expect(trigger.url).toContain('moved.example.com');
	});

	it('takes the place of its own test URL that n8n could not give back', async () => {
		await (await newTrigger({}, { ...HERE, isTest: true })).activate();
		const active = await newTrigger({}, HERE);
		await active.activate();
		expect(await number()).toEqual(own(active));
	});

	it('asks 360dialog for nothing with manual registration', async () => {
		const trigger = await newTrigger(
			{ options: { registration: 'manual', webhookSecret: 'x' } },
			{ webhookOrigin: 'http://localhost:5678' },
		);
		await trigger.activate();
		await trigger.deactivate();
		expect(await asked()).toEqual([]);
	});
});

describe("somebody else's webhook", () => {
	it('stops the activation with a sentence that names the address, but not its secret', async () => {
		await registerElsewhere(CRM);
		const trigger = await newTrigger();
		await expect(trigger.activate()).rejects.toMatchObject({
			name: 'NodeApiError',
			message: 'Calls for this number already go to another system: https://crm.example.com/hook?…',
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

	it('is another workflow of this n8n: the way out is one trigger for both', async () => {
		const first = await newTrigger({}, { webhookOrigin: HERE.webhookOrigin });
		await first.activate();
		await expect((await newTrigger({}, { webhookOrigin: HERE.webhookOrigin })).activate()).rejects.toMatchObject({
			message: `Calls for this number already go to another trigger of this n8n: ${first.url}`,
			description: expect.stringMatching(/Switch and Execute Sub-workflow/),
		});
	});

	it.each(['automatic', 'replace', 'additional'])(
		'is the active workflow itself while somebody listens for a test event (%s)',
		async (registration) => {
			const active = await newTrigger({ options: { registration } }, HERE);
			await active.activate();
			const before = await present();
			await expect(
				(await newTrigger({ options: { registration } }, { ...HERE, isTest: true })).activate(),
			).rejects.toThrow('production URL of this very trigger');
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
		await trigger.activate('init');
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
		await trigger.activate('init');
		expect((await present()).destinations).toEqual([FURTHER, { name: `n8n-${trigger.webhookId}`, ...own(trigger) }]);
		await trigger.deactivate();
		expect(warnings(trigger)).toEqual([expect.stringContaining('go on arriving')]);
		expect(await present()).toMatchObject({ enabled: true, destinations: [FURTHER, {}] });
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

describe('when 360dialog does not play along', () => {
	it('an answer that was lost does not lose the registration', async () => {
		await sandbox.faults([{ method: 'POST', path: '^/v1/configs/webhook$', effect: 'lostAnswer' }], 'dialog360');
		const trigger = await newTrigger();
		await trigger.activate();
		expect(await number()).toEqual(own(trigger));
	});

	it('a refusal is said', async () => {
		await sandbox.faults(
			[
				{
					method: 'POST',
					path: '^/v1/configs/webhook$',
					effect: 'status',
					status: 400,
					body: { error: 'Invalid webhook url' },
				},
			],
			'dialog360',
		);
		await expect((await newTrigger()).activate()).rejects.toThrow(
			'360dialog refused the request (HTTP 400): Invalid webhook url',
		);
	});

	it('a webhook that is not set may be answered in several ways', async () => {
		for (const body of [{}, { url: '', headers: {} }, { url: null }]) {
			await sandbox.reset();
			await sandbox.faults([{ method: 'GET', times: null, effect: 'status', status: 200, body }], 'dialog360');
			const trigger = await newTrigger();
			await trigger.activate();
			expect(await number()).toEqual(own(trigger));
		}
	});

	it('an n8n that starts while 360dialog is down goes on with what it has', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		await sandbox.faults([{ method: 'GET', times: null, effect: 'status', status: 503, body: {} }], 'dialog360');
		await trigger.activate('init');
		expect(warnings(trigger)).toEqual([expect.stringContaining('could not be asked')]);
		await expect(trigger.activate('activate')).rejects.toThrow('HTTP 503');
	});

	it('a workflow can be deactivated all the same', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		trigger.options.credentials = {};
		await trigger.deactivate();
		expect(warnings(trigger)).toHaveLength(1);
	});

	it('a key that is not known is said', async () => {
		const trigger = await newTrigger({}, { credential: { apiKey: 'wrong' } });
		await expect(trigger.activate()).rejects.toMatchObject({
			message: '360dialog refused the request (HTTP 401): Invalid API key',
			description: expect.stringContaining('API key'),
		});
	});
});

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
	});
});
