import type { Destination, WebhookConfig } from '../../../../sandbox/dialog360/webhooks/registry';
import type { TriggerBench } from '../../../engine';
import { startSandboxProcess } from '../../../sandboxClient';
import type { Sandbox } from '../../../sandboxClient';
import { KEY } from '../../dialog360';
import { startTrigger } from '../../trigger';
import type { Extras } from '../../trigger';

/** What is registered at the sandbox. */
interface Present {
	number: WebhookConfig | null;
	account: WebhookConfig | null;
	enabled: boolean;
	destinations: Destination[];
}

export const CRM = {
	url: 'https://crm.example.com/hook?token=hidden',
	headers: { 'X-Last': 'z', Authorization: 'Bearer é "quoted"\\', 'x-first': '', '10': 'ten' },
};

export const REPLACE = { options: { registration: 'replace' } };
export const ADDITIONAL = { options: { registration: 'additional' } };
export const HERE = { webhookId: 'b1a2', webhookOrigin: 'https://n8n.example.com' };
/** One sandbox for all tests of the file that imports this. */
export let sandbox: Sandbox;
const started: TriggerBench[] = [];

beforeAll(async () => (sandbox = await startSandboxProcess()));
afterAll(async () => await sandbox.stop());
beforeEach(async () => await sandbox.reset());
afterEach(async () => {
	for (const trigger of started.splice(0)) await trigger.stop();
});

/** A trigger whose credential points at the sandbox. */
export async function newTrigger(
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
export const registerElsewhere = async (config: WebhookConfig, level = 'number') =>
	await sandbox.control('POST', 'dialog360/webhooks', { ...config, level });

export const present = async () => await sandbox.control<Present>('GET', 'dialog360/webhooks');
export const number = async () => (await present()).number;

export async function api(method: string, path: string, body: object): Promise<void> {
	const headers = { 'D360-API-KEY': KEY, 'content-type': 'application/json' };
	const answer = await fetch(`${sandbox.url}/dialog360${path}`, { method, headers, body: JSON.stringify(body) });
	if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
}

/** Method, path and status of the requests since the last call. */
export async function asked(): Promise<string[]> {
	const requests = await sandbox.requests({ path: /webhook/ });
	await sandbox.clearRequests();
	return requests.map(({ method, path, status }) => `${method} ${path} ${status}`);
}

export const secretIn = (config: WebhookConfig | null | undefined) => String(config?.headers['X-Webhook-Secret']);

export const warnings = (trigger: TriggerBench) =>
	trigger.logs.filter(({ level, source }) => level === 'warn' && source === 'node').map(({ message }) => message);

export const own = (trigger: TriggerBench) => ({
	url: trigger.url,
	headers: { 'X-Webhook-Secret': expect.stringMatching(/^[\w-]{43}$/) },
});
