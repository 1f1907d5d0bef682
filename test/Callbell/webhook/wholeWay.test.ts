import { CallbellTrigger } from '../../../nodes/Callbell/CallbellTrigger.node';
import type { WantedEvent } from '../../../sandbox/callbell/webhooks/control';
import { EVENTS } from '../../../sandbox/callbell/webhooks/registry';
import { MUTATIONS } from '../../../sandbox/shared/webhooks/mutation';
import type { TriggerBench } from '../../engine';
import type { Sandbox, WebhookCall } from '../../sandboxClient';
import { SECRET, startTrigger } from '../trigger';
import { API_KEY, startWebhookSandbox } from '../webhookSandbox';

let sandbox: Sandbox;
let trigger: TriggerBench;
beforeAll(async () => (sandbox = await startWebhookSandbox()));
afterAll(async () => await sandbox.stop());
beforeEach(async () => {
	await sandbox.reset();
	await sandbox.settings({ signingSecret: SECRET, webhookRetryMs: 20 } as never, 'callbell');
});
afterEach(async () => {
	await trigger.deactivate();
	await trigger.stop();
});

/** An active workflow with the trigger, registered with the sandbox that calls it. */
async function activate(parameters: Parameters<typeof startTrigger>[0] = {}): Promise<void> {
	trigger = await startTrigger(parameters, { credential: { apiKey: API_KEY, baseUrl: `${sandbox.url}/callbell/v1` } });
	await trigger.activate();
}

const event = async (wanted: WantedEvent) =>
	await sandbox.control<WebhookCall>('POST', 'callbell/events', { wait: true, ...wanted });

async function answers(): Promise<Array<Array<number | null>>> {
	for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 20))) {
		const { deliveries } = await sandbox.control<{ deliveries: WebhookCall[] }>('GET', 'callbell/deliveries');
		if (deliveries.every(({ done }) => done))
			return deliveries.map(({ attempts }) => attempts.map(({ status }) => status));
	}
	throw new Error('It did not happen within 10 s');
}

it("every event that the sandbox knows has an item, with the trigger's own name for it", async () => {
	await activate({ events: [...EVENTS] });
	for (const name of EVENTS) await event({ event: name });
	expect(trigger.runs.map(({ event: name }) => name)).toEqual([...EVENTS]);
	const { options } = new CallbellTrigger().description.properties.find(({ name }) => name === 'events')!;
	expect(options!.map((option) => ('value' in option ? option.value : ''))).toEqual(
		expect.arrayContaining([...EVENTS]),
	);
});

it.each(MUTATIONS.filter((mutation) => mutation !== 'none'))(
	'a forged call (%s) gets 401 and starts nothing',
	async (mutate) => {
		await activate();
		const { attempts } = await event({ mutate, repeat: false });
		expect(attempts.map(({ status }) => status)).toEqual([401]);
		expect(trigger.runs).toEqual([]);
	},
);

it.each([
	[290, 200],
	[310, 401],
	[-310, 401],
])('a call that was signed %s seconds ago gets %s', async (age, status) => {
	await activate();
	expect((await event({ age, repeat: false })).attempts).toMatchObject([{ status }]);
	expect(trigger.runs).toHaveLength(status === 200 ? 1 : 0);
});

it.each(['get', 'empty', 'unknown'])('a connection check (%s) is answered as Callbell wants it', async (kind) => {
	await activate();
	expect(await sandbox.control('POST', 'callbell/checks', { kind })).toEqual({ status: 200, body: '{"status":"ok"}' });
	expect(trigger.runs).toEqual([]);
});

it('a call that Callbell repeats until n8n can save the execution starts it once', async () => {
	await activate();
	trigger.server.canSave = false;
	await sandbox.control('POST', 'callbell/events', { asNews: true });
	while (
		((await sandbox.control<{ deliveries: WebhookCall[] }>('GET', 'callbell/deliveries')).deliveries[0]?.attempts
			.length ?? 0) < 2
	)
		await new Promise((resolve) => setTimeout(resolve, 5));
	trigger.server.canSave = true;
	const [statuses] = await answers();
	expect(statuses!.slice(0, -1).every((status) => status === 500)).toBe(true);
	expect(statuses!.at(-1)).toBe(200);
	expect(trigger.runs).toHaveLength(1);
});

it('a thousand messages, one call in five of them twice, start a run each', async () => {
	await activate();
	const samples = Array.from({ length: 1_000 }, (_, index) => ({
		uuid: `m${index}`,
		status: 'received',
		text: String(index),
		from: '1',
		to: '2',
	}));
	for (const [index, payload] of samples.entries()) {
		for (let times = index % 5 === 0 ? 2 : 1; times > 0; times--)
			await sandbox.control('POST', 'callbell/events', { asNews: true, payload });
	}
	const all = await answers();
	expect(all).toHaveLength(1_200);
	expect(all.flat().every((status) => status === 200)).toBe(true);
	expect(new Set(trigger.runs.map(({ messageId }) => messageId)).size).toBe(1_000);
	expect(trigger.runs).toHaveLength(1_000);
}, 60_000);

describe('what happens in the account', () => {
	const all = {
		events: [...EVENTS],
		filters: { directions: ['received', 'sent'], statuses: ['sent', 'mismatch', 'delivered', 'read', 'failed'] },
	};
	const request = async (method: string, path: string, body?: object) => {
		const answer = await fetch(`${sandbox.url}/callbell/v1${path}`, {
			method,
			headers: { authorization: `Bearer ${API_KEY}`, ...(body && { 'content-type': 'application/json' }) },
			body: body && JSON.stringify(body),
		});
		expect(answer.ok).toBe(true);
		return (await answer.json()) as { message: { uuid: string } };
	};
	const send = async (text: string) =>
		(
			await request('POST', '/messages/send', {
				to: '31612345678',
				from: 'whatsapp',
				type: 'text',
				content: { text },
				metadata: { order: '7' },
			})
		).message.uuid;
	const runsOf = (uuid: string) =>
		trigger.runs.filter(({ messageId }) => messageId === uuid).map(({ providerStatus }) => providerStatus);
	const until = async (isTrue: () => boolean) => {
		for (const end = Date.now() + 10_000; !isTrue(); await new Promise((resolve) => setTimeout(resolve, 20))) {
			if (Date.now() > end) throw new Error('It did not happen within 10 s');
		}
	};
	beforeEach(async () => await sandbox.settings({ sendingMs: 20 } as never, 'callbell'));

	it('to a message that was sent is told step by step, with its metadata', async () => {
		await activate(all);
		const uuid = await send('Your order is ready');
		await until(() => runsOf(uuid).length === 4);
		expect(runsOf(uuid)).toEqual(['sent', 'sent', 'delivered', 'read']);
		expect(trigger.runs.at(-1)).toMatchObject({
			status: 'read',
			isFinal: true,
			recipient: '31612345678',
			metadata: { order: '7' },
			contactName: 'John Doe',
		});
	});

	it('to one that failed has the reason, and to a mistaken number the corrected one', async () => {
		await activate(all);
		const failed = await send('#fail');
		const mistaken = await send('#mismatch');
		await until(() => runsOf(failed).length === 2 && runsOf(mistaken).length === 4);
		expect(trigger.runs).toContainEqual(
			expect.objectContaining({
				messageId: failed,
				status: 'failed',
				errorCode: '131026',
				errorMessage: 'Message undeliverable',
			}),
		);
		expect(trigger.runs).toContainEqual(
			expect.objectContaining({
				messageId: mistaken,
				providerStatus: 'mismatch',
				status: 'sent',
				recipient: '316123456789',
			}),
		);
	});

	it('when a customer writes is told once, as it came', async () => {
		await activate(all);
		const { uuids } = await sandbox.control<{ uuids: string[] }>('POST', 'callbell/contacts', {
			identifier: '4915100000001',
			name: 'Mia',
		});
		await sandbox.control('POST', 'callbell/received', { contact: uuids[0], text: 'Are you open?' });
		expect(await answers()).toEqual([[200], [200]]);
		expect(trigger.runs).toMatchObject([
			{ event: 'contact_created', contactId: uuids[0], contactName: 'Mia' },
			{
				event: 'message_created',
				direction: 'incoming',
				text: 'Are you open?',
				sender: '4915100000001',
				name: 'Mia',
				conversationId: expect.stringContaining(`:${uuids[0]}`),
			},
		]);
	});
});
