import { startSandboxProcess } from '../engine';
import type { Sandbox, TriggerBench } from '../engine';
import { ADMIN_KEY } from './partoo';
import { PUBLIC_KEY, startTrigger } from './trigger';
import type { Extras } from './trigger';

interface Webhook {
	id: number;
	url: string;
	event_type: string;
}

const BOTH = { events: ['message_created', 'message_updated'] };
const ELSEWHERE = 'https://other.example.com/hook?token=hidden';

let sandbox: Sandbox;
const started: TriggerBench[] = [];
beforeAll(async () => (sandbox = await startSandboxProcess()));
afterAll(async () => await sandbox.stop());
beforeEach(async () => await sandbox.reset());
afterEach(async () => {
	for (const trigger of started.splice(0)) await trigger.stop();
});

async function newTrigger(parameters: Parameters<typeof startTrigger>[0] = {}, { credential, ...extras }: Extras = {}): Promise<TriggerBench> {
	const trigger = await startTrigger(parameters, { ...extras, credential: { baseUrl: sandbox.partooUrl, ...credential } });
	started.push(trigger);
	return trigger;
}

/** A call of another system, or of a person, to Partoo's API. */
async function api<T>(method: string, path: string, body?: object): Promise<T> {
	const answer = await fetch(`${sandbox.partooUrl}${path}`, {
		method,
		headers: { 'x-APIKey': ADMIN_KEY, ...(body && { 'content-type': 'application/json' }) },
		body: body && JSON.stringify(body),
	});
	if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
	return (await answer.json()) as T;
}

async function registerElsewhere(event: string, url = ELSEWHERE): Promise<Webhook> {
	const { items } = await api<{ items: Webhook[] }>('POST', '/webhooks', { items: [{ url, event_type: event }] });
	await sandbox.clearRequests();
	return items[0]!;
}

/** `event url` of all that Partoo has. */
async function registered(): Promise<string[]> {
	const { items } = await api<{ items: Webhook[] }>('GET', '/webhooks?per_page=100');
	return items.map(({ event_type, url }) => `${event_type} ${url}`).sort();
}

/** Method and status of the requests to the webhooks since the last call, e.g. `GET 200`. */
async function asked(): Promise<string[]> {
	const requests = await sandbox.requests({ path: /^\/webhooks/ });
	await sandbox.clearRequests();
	return requests.map(({ method, status }) => `${method} ${status}`);
}

const own = (trigger: TriggerBench, ...events: string[]) => events.map((event) => `${event} ${trigger.url}`);

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
		trigger.options.parameters = { events: ['message_updated', 'lead_received', 'other'], otherEvents: 'business_deleted' };
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
		await trigger.activate('init');
		expect(await registered()).toEqual(own(trigger, 'message_updated'));
		expect(trigger.url).toContain('moved.example.com');
	});

	it('carries the secret in its URL, a new one after it was changed', async () => {
		const trigger = await newTrigger({ options: { urlSecret: 'one & only' } });
		await trigger.activate();
		expect(await registered()).toEqual([`message_updated ${trigger.url}?key=one+%26+only`]);
		await trigger.activate('init');
		expect(JSON.stringify(trigger.staticData)).not.toContain('only');
		trigger.options.parameters = { options: { urlSecret: 'two' } };
		await trigger.activate();
		expect(await registered()).toEqual([`message_updated ${trigger.url}?key=two`]);
	});

	it('acts for the organization of a PROVIDER key', async () => {
		const trigger = await newTrigger({}, { credential: { apiKey: 'partoo-provider-key', organizationId: '42' } });
		await trigger.activate();
		await trigger.deactivate();
		const requests = await sandbox.requests({ path: /^\/webhooks/ });
		expect(requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST', 'DELETE']);
		expect(requests.map(({ query }) => query.org_id)).toEqual([42, 42, 42, 42]);
		expect(await registered()).toEqual([]);
	});

	it('asks Partoo for nothing with manual registration', async () => {
		const trigger = await newTrigger({ options: { registration: 'manual' } }, { webhookOrigin: 'http://localhost:5678' });
		await trigger.activate();
		await trigger.deactivate();
		expect(await asked()).toEqual([]);
	});
});

describe("somebody else's URL on the same event", () => {
	it('stops the activation with a sentence that names event and address', async () => {
		await registerElsewhere('message_created');
		const trigger = await newTrigger(BOTH);
		await expect(trigger.activate()).rejects.toMatchObject({
			name: 'NodeApiError',
			message: "'Message Created' events already go to another system: https://other.example.com/hook?…",
			description: expect.stringMatching(/Settings > Integrations > Webhooks.*"Manual"/),
		});
		expect(await asked()).toEqual(['GET 200']);
		expect(await registered()).toEqual([`message_created ${ELSEWHERE}`]);
	});

	it('is found on any page', async () => {
		for (let index = 0; index < 100; index++) await sandbox.addWebhook(`other_${index}`, ELSEWHERE);
		await registerElsewhere('message_updated');
		const trigger = await newTrigger();
		await expect(trigger.activate()).rejects.toThrow('https://other.example.com/hook');
		expect((await sandbox.requests({ path: '/webhooks' })).map(({ query }) => query.page).slice(0, 2)).toEqual([1, 2]);
	});

	it('is another workflow of this n8n: the way out is one trigger for both', async () => {
		const webhookOrigin = 'https://n8n.example.com';
		const first = await newTrigger(BOTH, { webhookOrigin });
		await first.activate();
		const second = await newTrigger({}, { webhookOrigin });
		await expect(second.activate()).rejects.toMatchObject({
			message: `'Message Updated' events already go to another trigger of this n8n: ${first.url}`,
			description: expect.stringMatching(/Switch and Execute Sub-workflow/),
		});
		expect(await registered()).toEqual(own(first, 'message_created', 'message_updated'));
	});

	it('is the active workflow itself while somebody listens for a test event', async () => {
		const webhookId = 'b1a2';
		const webhookOrigin = 'https://n8n.example.com';
		const active = await newTrigger({}, { webhookId, webhookOrigin });
		await active.activate();
		const test = await newTrigger({}, { webhookId, webhookOrigin, isTest: true });
		await expect(test.activate()).rejects.toMatchObject({
			message: `'Message Updated' events already go to the production URL of this very trigger: ${active.url}`,
			description: expect.stringMatching(/Deactivate the workflow while you listen/),
		});
		expect(await registered()).toEqual(own(active, 'message_updated'));
	});

	it('is not the test URL that n8n could not take out before it was stopped', async () => {
		const webhookId = 'b1a2';
		const webhookOrigin = 'https://n8n.example.com';
		await (await newTrigger({}, { webhookId, webhookOrigin, isTest: true })).activate();
		const active = await newTrigger({}, { webhookId, webhookOrigin });
		await active.activate();
		expect(await registered()).toEqual(own(active, 'message_updated'));
	});

	it('that came between the look and the registration stops it as well, and what was made is taken out', async () => {
		await registerElsewhere('message_updated');
		const none = { page: 1, max_page: 1, count: 0, items: [] };
		await sandbox.faults([{ method: 'GET', path: '^/webhooks$', times: 2, effect: 'status', status: 200, body: none }]);
		const trigger = await newTrigger(BOTH);
		await expect(trigger.activate()).rejects.toThrow("'Message Updated' events already go to another system");
		expect(await registered()).toEqual([`message_updated ${ELSEWHERE}`]);
		expect(trigger.staticData).toEqual({ 'node:Partoo Trigger': {} });
	});
});

describe('when Partoo does not play along', () => {
	const refusal = { effect: 'status', status: 400, body: { errors: { json: { items: 'No more webhooks' } } } } as const;

	it('what was made before the second refusal is taken out again', async () => {
		await sandbox.faults([{ method: 'POST', path: '^/webhooks$', after: 1, ...refusal }]);
		const trigger = await newTrigger(BOTH);
		await expect(trigger.activate()).rejects.toMatchObject({
			name: 'NodeApiError',
			message: 'Partoo refused the request (HTTP 400): items: No more webhooks',
		});
		expect(await registered()).toEqual([]);
	});

	it('what could not be taken out again is told, and used the next time', async () => {
		await sandbox.faults([
			{ method: 'POST', path: '^/webhooks$', after: 1, ...refusal },
			{ method: 'DELETE', effect: 'status', status: 403, body: {} },
		]);
		const trigger = await newTrigger(BOTH);
		await expect(trigger.activate()).rejects.toThrow('No more webhooks');
		expect(trigger.logs).toContainEqual(expect.objectContaining({ level: 'warn', message: expect.stringMatching(/could not delete webhook \d+ at Partoo/) }));
		expect(await registered()).toEqual(own(trigger, 'message_created'));
		await trigger.activate();
		expect(await registered()).toEqual(own(trigger, 'message_created', 'message_updated'));
	});

	it('an answer that was lost does not lose the registration, nor make a second one', async () => {
		await sandbox.faults([{ method: 'POST', path: '^/webhooks$', effect: 'lostAnswer' }]);
		const trigger = await newTrigger();
		await trigger.activate();
		expect(await registered()).toEqual(own(trigger, 'message_updated'));
		await trigger.deactivate();
		expect(await registered()).toEqual([]);
	});

	it('a rate limit costs a little time', async () => {
		await sandbox.faults([{ method: 'POST', path: '^/webhooks$', effect: 'throttle', headers: { 'retry-after': '1' } }]);
		const trigger = await newTrigger();
		await trigger.activate();
		expect(await asked()).toEqual(['GET 200', 'GET 200', 'POST 429', 'POST 200']);
	});

	it('a longer rate limit is said instead of waited for', async () => {
		await sandbox.faults([{ method: 'GET', path: '^/webhooks$', effect: 'throttle', headers: { 'retry-after': '60' } }]);
		await expect((await newTrigger()).activate()).rejects.toMatchObject({
			message: expect.stringContaining('HTTP 429'),
			description: expect.stringContaining('Wait a minute'),
		});
	});

	it('a workflow can be deactivated all the same', async () => {
		const trigger = await newTrigger(BOTH);
		await trigger.activate();
		await sandbox.faults([{ method: 'DELETE', times: null, effect: 'status', status: 403, body: {} }]);
		await trigger.deactivate();
		expect(trigger.logs.filter(({ level, source }) => level === 'warn' && source === 'node')).toHaveLength(2);
	});

	it('a webhook that is gone already is no news', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		const { items } = await api<{ items: Webhook[] }>('GET', '/webhooks');
		await api('DELETE', `/webhooks/${items[0]!.id}`);
		await trigger.deactivate();
		expect(trigger.logs.filter(({ source }) => source === 'node')).toEqual([]);
	});

	it("another environment's webhooks with the same IDs are left alone", async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		await asked();
		trigger.options.credentials!.partooApi!.baseUrl = sandbox.partooUrl.replace('127.0.0.1', 'localhost');
		await trigger.deactivate();
		expect(await asked()).toEqual([]);
	});

	it('an n8n that starts while Partoo is down goes on with what it has', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		await sandbox.faults([{ method: 'GET', path: '^/webhooks$', times: null, effect: 'status', status: 503, body: {} }]);
		await trigger.activate('init');
		expect(trigger.logs).toContainEqual(expect.objectContaining({ level: 'warn', message: expect.stringContaining('could not be asked') }));
	});

	it('a person who activates is told that Partoo is down, and so is an n8n that has nothing to go on with', async () => {
		const trigger = await newTrigger();
		await trigger.activate();
		await sandbox.faults([{ method: 'GET', path: '^/webhooks$', times: null, effect: 'throttle', headers: { 'retry-after': '60' } }]);
		await trigger.activate('init');
		await expect(trigger.activate('activate')).rejects.toThrow('HTTP 429');
		await expect((await newTrigger()).activate('init')).rejects.toThrow('HTTP 429');
	});

	it('a key that is not known is said', async () => {
		const trigger = await newTrigger({}, { credential: { apiKey: 'wrong' } });
		await expect(trigger.activate()).rejects.toMatchObject({
			message: 'Partoo refused the request (HTTP 401): authentication: User not authenticated',
			description: expect.stringContaining('Check the API key'),
		});
	});
});

describe('before Partoo is asked', () => {
	it.each([
		['http://n8n.example.com', 'Partoo calls HTTPS addresses only, and the webhooks of this n8n are at http://n8n.example.com'],
		['https://localhost:5678', 'Partoo cannot call this n8n: its webhooks are at https://localhost, which is not reachable from the internet'],
	])('the address of n8n is looked at: %s', async (webhookOrigin, message) => {
		const trigger = await newTrigger({}, { webhookOrigin, credential: { environment: 'production' } });
		await expect(trigger.activate()).rejects.toMatchObject({ message, description: expect.stringContaining('WEBHOOK_URL') });
	});

	it.each([
		['', "'Webhook Public Key' of the credential is empty"],
		['-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', "'Webhook Public Key' of the credential is no Ed25519 public key"],
	])('the key of a Custom environment is looked at: %j', async (webhookPublicKey, message) => {
		for (const registration of ['automatic', 'manual']) {
			const trigger = await newTrigger({ options: { registration } }, { credential: { webhookPublicKey } });
			await expect(trigger.activate()).rejects.toMatchObject({ message: expect.stringContaining(message), description: expect.stringContaining('Verify Signature') });
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
