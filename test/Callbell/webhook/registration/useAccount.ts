import type { WantedEvent } from '../../../../sandbox/callbell/webhooks/control';
import type { Webhook } from '../../../../sandbox/callbell/webhooks/registry';
import type { TriggerBench } from '../../../engine';
import type { Sandbox, WebhookCall } from '../../../sandboxClient';
import { startTrigger } from '../../trigger';
import type { Extras } from '../../trigger';
import { API_KEY, startWebhookSandbox } from '../../webhookSandbox';

export const PUBLIC = 'https://n8n.example.com';
export const ELSEWHERE = 'https://crm.example.com/hook?token=hidden';

export const LOOK = 'GET /webhooks/events 200';
export const SUBSCRIBE = 'POST /webhooks/subscribe 200';
export const UNSUBSCRIBE = 'DELETE /webhooks/unsubscribe 200';

type TriggerParameters = Parameters<typeof startTrigger>[0];

/** A sandbox, and in it an account that no other test has used: what a process knows of its triggers is known by account. */
export function useAccount() {
	let accounts = 0;
	const started: TriggerBench[] = [];
	const here = {
		sandbox: undefined as unknown as Sandbox,
		/** Its API key. */
		account: '',

		async newTrigger(
			options: Record<string, string> = {},
			{ credential, ...extras }: Extras = {},
			parameters: TriggerParameters = {},
		): Promise<TriggerBench> {
			const trigger = await startTrigger(
				{ ...parameters, ...(Object.keys(options).length > 0 && { options }) },
				{
					...extras,
					credential: {
						apiKey: here.account,
						baseUrl: `${here.sandbox.url}/callbell/v1`,
						webhookSecret: '',
						...credential,
					},
				},
			);
			started.push(trigger);
			return trigger;
		},

		/** The webhook that Callbell has, which only the sandbox can tell. */
		async registered(): Promise<Webhook | null> {
			return (await here.sandbox.control<{ webhook: Webhook | null }>('GET', 'callbell/webhooks')).webhook;
		},

		async registerElsewhere(url = ELSEWHERE): Promise<void> {
			await here.sandbox.control('POST', 'callbell/webhooks', { url });
		},

		/** An event that goes to this address, which answers and so comes into the log. */
		async callTaken(url: string, event: WantedEvent = {}): Promise<WebhookCall> {
			const call = await here.sandbox.control<WebhookCall>('POST', 'callbell/events', {
				url,
				wait: true,
				repeat: false,
				...event,
			});
			await new Promise((resolve) => setTimeout(resolve, 2));
			return call;
		},

		/** Method, path and status of the requests since the last call, e.g. `POST /webhooks/subscribe 200`. */
		async asked(): Promise<string[]> {
			const requests = await here.sandbox.requests({ path: /^\/webhooks/ });
			await here.sandbox.clearRequests();
			return requests.map(({ method, path, status }) => `${method} ${path} ${status}`);
		},
	};

	beforeAll(async () => (here.sandbox = await startWebhookSandbox()));
	afterAll(async () => await here.sandbox.stop());
	beforeEach(async () => {
		await here.sandbox.reset();
		here.account = `${API_KEY}#${++accounts}`;
	});
	afterEach(async () => {
		for (const trigger of started.splice(0)) await trigger.stop();
	});
	return here;
}
