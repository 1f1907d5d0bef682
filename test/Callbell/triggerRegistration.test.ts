import { randomUUID } from 'node:crypto';
import type { Webhook } from '../../sandbox/callbell/webhooks/registry';
import type { WantedEvent } from '../../sandbox/callbell/webhooks/control';
import type { TriggerBench } from '../engine';
import type { Sandbox, WebhookCall } from '../sandboxClient';
import { useReceiver } from '../sandbox/useReceiver';
import { addressOf, startTrigger } from './trigger';
import type { Extras } from './trigger';
import { API_KEY, startWebhookSandbox } from './webhookSandbox';

const PUBLIC = 'https://n8n.example.com';
const ELSEWHERE = 'https://crm.example.com/hook?token=hidden';

let sandbox: Sandbox;
let account = '';
let accounts = 0;
const started: TriggerBench[] = [];
const receiver = useReceiver();
beforeAll(async () => (sandbox = await startWebhookSandbox()));
afterAll(async () => await sandbox.stop());
beforeEach(async () => {
	await sandbox.reset();
	// What this process knows of its triggers is known by account.
	account = `${API_KEY}#${++accounts}`;
});
afterEach(async () => {
	for (const trigger of started.splice(0)) await trigger.stop();
});

type TriggerParameters = Parameters<typeof startTrigger>[0];

async function newTrigger(
	options: Record<string, string> = {},
	{ credential, ...extras }: Extras = {},
	parameters: TriggerParameters = {},
) {
	const trigger = await startTrigger(
		{ ...parameters, ...(Object.keys(options).length > 0 && { options }) },
		{
			...extras,
			credential: { apiKey: account, baseUrl: `${sandbox.url}/callbell/v1`, webhookSecret: '', ...credential },
		},
	);
	started.push(trigger);
	return trigger;
}

/** The webhook that Callbell has, which only the sandbox can tell. */
const registered = async () => (await sandbox.control<{ webhook: Webhook | null }>('GET', 'callbell/webhooks')).webhook;

const registerElsewhere = async (url = ELSEWHERE) => void (await sandbox.control('POST', 'callbell/webhooks', { url }));

/** An event that goes to this address, which answers and so comes into the log. */
async function callTaken(url: string, event: WantedEvent = {}): Promise<WebhookCall> {
	const call = await sandbox.control<WebhookCall>('POST', 'callbell/events', {
		url,
		wait: true,
		repeat: false,
		...event,
	});
	await new Promise((resolve) => setTimeout(resolve, 2));
	return call;
}

/** Method, path and status of the requests since the last call, e.g. `POST /webhooks/subscribe 200`. */
async function asked(): Promise<string[]> {
	const requests = await sandbox.requests({ path: /^\/webhooks/ });
	await sandbox.clearRequests();
	return requests.map(({ method, path, status }) => `${method} ${path} ${status}`);
}

const LOOK = 'GET /webhooks/events 200';
const SUBSCRIBE = 'POST /webhooks/subscribe 200';
const UNSUBSCRIBE = 'DELETE /webhooks/unsubscribe 200';

describe('a workflow that is activated', () => {
	it('sets the webhook with its events, and takes it out when it is deactivated', async () => {
		const trigger = await newTrigger(
			{},
			{},
			{ events: ['message_created', 'contact_deleted', 'other'], otherEvents: 'contact_updated' },
		);
		await trigger.activate();
		expect(await asked()).toEqual([LOOK, SUBSCRIBE]);
		expect(await registered()).toMatchObject({
			url: trigger.url,
			subscriptions: ['message_created', 'contact_deleted', 'contact_updated'],
		});
		await trigger.deactivate();
		expect(await asked()).toEqual([LOOK, UNSUBSCRIBE]);
		expect(await registered()).toBeNull();
		expect(trigger.staticData).toEqual({ 'node:Callbell Trigger': {} });
		await trigger.deactivate();
		expect(await asked()).toEqual([]);
	});

	it('sets it again when it is activated again, so that one which Callbell switched off is awake', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		await sandbox.settings({ webhookDisabledAfter: 1, webhookRetryMs: 1 } as never, 'callbell');
		await sandbox.control('POST', 'callbell/webhooks', { url: 'http://127.0.0.1:9/' });
		await sandbox.control('POST', 'callbell/events', { asNews: true });
		for (let tries = 0; (await registered())?.enabled && tries < 100; tries++)
			await new Promise((resolve) => setTimeout(resolve, 20));
		expect(await registered()).toMatchObject({ enabled: false });
		await trigger.activate('init');
		expect(await registered()).toMatchObject({ url: trigger.url, enabled: true });
	});

	it('is called, and is activated again after calls that it took itself', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		await callTaken(addressOf(trigger));
		expect(trigger.runs).toHaveLength(1);
		await trigger.activate('init');
		await trigger.deactivate();
		expect(await registered()).toBeNull();
		await trigger.activate();
		expect(await registered()).toMatchObject({ url: trigger.url });
	});

	it('asks Callbell for nothing with manual registration', async () => {
		await registerElsewhere();
		const trigger = await newTrigger({ registration: 'manual' }, { webhookOrigin: 'http://localhost:5678' });
		await trigger.activate();
		await trigger.deactivate();
		expect(await asked()).toEqual([]);
		expect(await registered()).toMatchObject({ url: ELSEWHERE });
	});

	it('has the events of its edited parameters', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		await trigger.deactivate();
		trigger.options.parameters = { events: ['conversation_closed'] };
		await trigger.activate('update');
		expect(await registered()).toMatchObject({ subscriptions: ['conversation_closed'] });
	});
});

describe('another system that took the last call', () => {
	it('stops the activation, with what is known and the ways out', async () => {
		await callTaken(receiver.url());
		await registerElsewhere();
		const trigger = await newTrigger();
		await expect(trigger.activate()).rejects.toMatchObject({
			name: 'NodeApiError',
			message: expect.stringMatching(
				/^The events of this Callbell account already go to another system, which took a call at \d{4}-\d\d-\d\dT/,
			),
			description: expect.stringMatching(/"Replace".*"Manual"/s),
		});
		expect(await asked()).toEqual([LOOK]);
		expect(await registered()).toMatchObject({ url: ELSEWHERE });
	});

	it('is found in a log that begins with its oldest entries', async () => {
		await sandbox.settings({ webhookLogOrder: 'oldestFirst' } as never, 'callbell');
		const trigger = await newTrigger();
		for (let index = 0; index < 51; index++) await callTaken(addressOf(trigger), { raw: '{}' });
		await callTaken(receiver.url());
		await expect(trigger.activate()).rejects.toThrow('another system');
		await callTaken(addressOf(trigger));
		await trigger.activate();
	});

	it('is replaced when the user says so, and then stays replaced', async () => {
		await callTaken(receiver.url());
		await registerElsewhere();
		const trigger = await newTrigger({ registration: 'replace' });
		await trigger.activate();
		expect(await registered()).toMatchObject({ url: trigger.url });
		trigger.options.parameters = {};
		await trigger.activate('init');
		await trigger.deactivate();
		expect(await registered()).toBeNull();
	});

	it('is replaced even when the log cannot be read', async () => {
		await sandbox.faults(
			[
				{
					method: 'GET',
					path: '^/webhooks/events$',
					times: null,
					effect: 'status',
					status: 403,
					body: { error: 'not in your plan' },
				},
			],
			'callbell',
		);
		await expect((await newTrigger()).activate()).rejects.toThrow('HTTP 403');
		const trigger = await newTrigger({ registration: 'replace' });
		await trigger.activate();
		expect(await registered()).toMatchObject({ url: trigger.url });
	});

	it('keeps the webhook when it came after the trigger, which is deactivated', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		await callTaken(addressOf(trigger));
		await registerElsewhere();
		await callTaken(receiver.url());
		await trigger.deactivate();
		expect(await registered()).toMatchObject({ url: ELSEWHERE });
		expect(trigger.logs).toContainEqual(
			expect.objectContaining({ level: 'warn', message: expect.stringContaining('left Callbell') }),
		);
	});

	it('is nobody when the call was not taken: a proxy answered while n8n was down', async () => {
		receiver.always(502);
		await callTaken(receiver.url());
		await callTaken('http://127.0.0.1:9/');
		const trigger = await newTrigger();
		await trigger.activate();
		expect(await registered()).toMatchObject({ url: trigger.url });
	});
});

describe('two triggers of one n8n', () => {
	const at = { webhookOrigin: PUBLIC };

	it('on one account: the second is told whose webhook it is, before any call came', async () => {
		const first = await newTrigger({}, at);
		await first.activate();
		const second = await newTrigger({}, at);
		await expect(second.activate()).rejects.toMatchObject({
			message: `The events of this Callbell account already go to another trigger of this n8n: ${first.url}`,
			description: expect.stringMatching(/Switch and Execute Sub-workflow/),
		});
		expect(await registered()).toMatchObject({ url: first.url });
		await first.deactivate();
		await second.activate();
		expect(await registered()).toMatchObject({ url: second.url });
	});

	it('one after the other: the calls that the first took tell nothing any more', async () => {
		const first = await newTrigger({}, at);
		await first.activate();
		await callTaken(addressOf(first));
		await first.deactivate();
		const second = await newTrigger({}, at);
		await second.activate();
		expect(await registered()).toMatchObject({ url: second.url });
	});

	it('the first does not take out the webhook of the one that replaced it', async () => {
		const first = await newTrigger({}, at);
		await first.activate();
		const second = await newTrigger({ registration: 'replace' }, at);
		await second.activate();
		await first.deactivate();
		expect(await registered()).toMatchObject({ url: second.url });
	});

	it('of two n8n are told apart by the log', async () => {
		const other = await newTrigger({}, at);
		await callTaken(addressOf(other));
		await expect((await newTrigger({}, at)).activate()).rejects.toThrow(
			'already go to another Callbell Trigger, which took a call at',
		);
	});

	it('on two accounts have nothing to do with each other', async () => {
		await (await newTrigger({}, at)).activate();
		await (await newTrigger({}, { ...at, credential: { apiKey: `${account}-other` } })).activate();
	});
});

describe('a test event', () => {
	let same: Extras = {};
	beforeEach(() => (same = { webhookId: randomUUID(), webhookOrigin: PUBLIC }));

	it('is not listened for at the cost of the active workflow, even with Replace', async () => {
		const active = await newTrigger({}, same);
		await active.activate();
		const test = await newTrigger({ registration: 'replace' }, { ...same, isTest: true });
		await expect(test.activate()).rejects.toMatchObject({
			message: `The events of this Callbell account already go to the production URL of this very trigger: ${active.url}`,
			description: expect.stringMatching(/Deactivate the workflow while you listen/),
		});
		expect(await registered()).toMatchObject({ url: active.url });
	});

	it('is not listened for when calls show that the workflow is active, although n8n was started since', async () => {
		const active = await newTrigger({ registration: 'manual' }, same);
		const test = await newTrigger({}, { ...same, isTest: true });
		await test.activate();
		await test.deactivate();
		await fetch(addressOf(active));
		await expect(test.activate()).rejects.toThrow('production URL of this very trigger');
	});

	it('can be listened for after the workflow was deactivated, whoever took the last call', async () => {
		const active = await newTrigger({}, same);
		await active.activate();
		await callTaken(addressOf(active));
		await active.deactivate();
		const test = await newTrigger({}, { ...same, isTest: true });
		await test.activate();
		expect(await registered()).toMatchObject({ url: test.url });
		await test.deactivate();
		expect(await registered()).toBeNull();
	});

	it('that n8n could not take out is no obstacle to the workflow, and later leaves it alone', async () => {
		const test = await newTrigger({}, { ...same, isTest: true });
		await test.activate();
		const active = await newTrigger({}, same);
		await active.activate();
		await test.deactivate();
		expect(await registered()).toMatchObject({ url: active.url });
	});
});

describe('when Callbell does not play along', () => {
	const down = { times: null, effect: 'status', status: 503, body: { error: 'maintenance' } } as const;

	it('an n8n that starts meanwhile goes on with what it has, a person is told', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		await sandbox.faults([{ path: '^/webhooks', ...down }], 'callbell');
		await trigger.activate('init');
		expect(trigger.logs).toContainEqual(
			expect.objectContaining({ level: 'warn', message: expect.stringContaining('could not be asked') }),
		);
		await expect(trigger.activate('activate')).rejects.toThrow('HTTP 503');
		trigger.options.parameters = { events: ['contact_created'] };
		await expect(trigger.activate('init')).rejects.toThrow('HTTP 503');
		await expect(
			(await newTrigger({}, { credential: { apiKey: `${account}-other` } })).activate('init'),
		).rejects.toThrow('HTTP 503');
	}, 60_000);

	it('a workflow can be stopped, and it is said that calls go on', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		await sandbox.faults(
			[{ method: 'DELETE', path: '^/webhooks', times: null, effect: 'status', status: 500, body: {} }],
			'callbell',
		);
		await trigger.deactivate();
		expect(trigger.logs).toContainEqual(
			expect.objectContaining({ level: 'warn', message: expect.stringContaining('goes on calling') }),
		);
		expect(trigger.staticData).toEqual({ 'node:Callbell Trigger': {} });
	}, 60_000);

	it('a lost answer to the subscription is asked for again', async () => {
		await sandbox.faults(
			[{ method: 'POST', path: '^/webhooks/subscribe$', times: 1, effect: 'lostAnswer' }],
			'callbell',
		);
		const trigger = await newTrigger();
		await trigger.activate();
		expect(await registered()).toMatchObject({ url: trigger.url });
	});

	it('an answer without the webhook is no confirmation', async () => {
		await sandbox.faults(
			[
				{
					method: 'POST',
					path: '^/webhooks/subscribe$',
					times: null,
					effect: 'status',
					status: 200,
					body: { status: 'ok' },
				},
			],
			'callbell',
		);
		await expect((await newTrigger()).activate()).rejects.toThrow('without the webhook that was asked for');
	});

	it('an unknown token and an unknown event are said in its words', async () => {
		await expect((await newTrigger({}, { credential: { apiKey: 'wrong' } })).activate()).rejects.toThrow(
			'(HTTP 401): not authorized',
		);
		const odd = await newTrigger({}, {}, { events: ['other'], otherEvents: 'odd' });
		await expect(odd.activate()).rejects.toThrow(/subscriptions\.0/);
	});
});

describe('before Callbell is asked', () => {
	it.each([
		['http://n8n.example.com', 'Callbell calls HTTPS addresses only'],
		['https://localhost:5678', 'Callbell cannot call this n8n'],
	])('the address of n8n is looked at: %s', async (webhookOrigin, message) => {
		const trigger = await newTrigger({}, { webhookOrigin, credential: { environment: 'production' } });
		await expect(trigger.activate()).rejects.toThrow(message);
	});

	it.each([
		[{ events: [] }, "'Events' is empty"],
		[{ events: ['other'], otherEvents: ' , ' }, "'Other Events' is empty"],
	])('the events are looked at: %j', async (parameters, message) => {
		await expect((await newTrigger({}, {}, parameters)).activate()).rejects.toThrow(message);
		expect(await asked()).toEqual([]);
	});
});
