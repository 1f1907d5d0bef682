import { startSandboxProcess } from '../sandboxClient';
import type { TriggerBench } from '../engine';
import type { Sandbox } from '../sandboxClient';
import { ADMIN_KEY } from './partoo';
import { startTrigger } from './trigger';
import type { Extras } from './trigger';

interface Webhook {
	id: number;
	url: string;
	event_type: string;
}

/** Two events, for what happens between one registration and the next. */
export const BOTH = { events: ['message_created', 'message_updated'] };

/** A URL of another system. */
export const ELSEWHERE = 'https://other.example.com/hook?token=hidden';

/** `event url` of what a trigger is to have at Partoo. */
export const own = (trigger: TriggerBench, ...events: string[]) => events.map((event) => `${event} ${trigger.url}`);

let sandbox: Sandbox;
const started: TriggerBench[] = [];

/** Starts a sandbox for the tests of a file, resets it before each and stops their triggers after each. */
export function useWebhooks() {
	beforeAll(async () => (sandbox = await startSandboxProcess()));
	afterAll(async () => await sandbox.stop());
	beforeEach(async () => await sandbox.reset());
	afterEach(async () => {
		for (const trigger of started.splice(0)) await trigger.stop();
	});
	return { api, asked, newTrigger, registered, registerElsewhere, theSandbox: () => sandbox };
}

async function newTrigger(
	parameters: Parameters<typeof startTrigger>[0] = {},
	{ credential, ...extras }: Extras = {},
): Promise<TriggerBench> {
	const trigger = await startTrigger(parameters, {
		...extras,
		credential: { baseUrl: sandbox.partooUrl, ...credential },
	});
	started.push(trigger);
	return trigger;
}

/** A call of another system, or of a person, to Partoo's API. */
async function api<T = { items: Webhook[] }>(method: string, path: string, body?: object): Promise<T> {
	const answer = await fetch(`${sandbox.partooUrl}${path}`, {
		method,
		headers: { 'x-APIKey': ADMIN_KEY, ...(body && { 'content-type': 'application/json' }) },
		body: body && JSON.stringify(body),
	});
	if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
	return (await answer.json()) as T;
}

async function registerElsewhere(event: string, url = ELSEWHERE): Promise<void> {
	await api('POST', '/webhooks', { items: [{ url, event_type: event }] });
	await sandbox.clearRequests();
}

/** `event url` of all that Partoo has. */
async function registered(): Promise<string[]> {
	const { items } = await api('GET', '/webhooks?per_page=100');
	return items.map(({ event_type, url }) => `${event_type} ${url}`).sort();
}

/** Method and status of the requests to the webhooks since the last call, e.g. `GET 200`. */
async function asked(): Promise<string[]> {
	const requests = await sandbox.requests({ path: /^\/webhooks/ });
	await sandbox.clearRequests();
	return requests.map(({ method, status }) => `${method} ${status}`);
}
