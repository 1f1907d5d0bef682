import { PartooTrigger } from '../../../nodes/Partoo/PartooTrigger.node';
import { MUTATIONS } from '../../../sandbox/shared/webhooks/mutation';
import type { TriggerBench } from '../../engine';
import type { WebhookCall } from '../../sandboxClient';
import { FACEBOOK, PartooBench } from '../partoo';
import { messageEvent, startTrigger } from '../trigger';

let bench: PartooBench;
let trigger: TriggerBench;
beforeAll(async () => (bench = await PartooBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());
afterEach(async () => {
	await trigger.deactivate();
	await trigger.stop();
});

/** An active workflow with the trigger, registered with the sandbox that calls it. */
async function activate(parameters: Parameters<typeof startTrigger>[0] = {}): Promise<void> {
	const credential = { baseUrl: bench.sandbox.partooUrl, webhookPublicKey: await bench.sandbox.webhookKey() };
	trigger = await startTrigger(parameters, { credential });
	await trigger.activate();
}

async function until(isTrue: () => Promise<boolean> | boolean): Promise<void> {
	for (const end = Date.now() + 10_000; !(await isTrue()); await new Promise((resolve) => setTimeout(resolve, 20))) {
		if (Date.now() > end) throw new Error('It did not happen within 10 s');
	}
}

/** Waits until all calls are answered, and gives the statuses of their attempts. */
async function answers(): Promise<Array<Array<number | null>>> {
	let calls: WebhookCall[] = [];
	await until(async () => (calls = await bench.sandbox.deliveries()).every(({ done }) => done));
	return calls.map(({ attempts }) => attempts.map(({ status }) => status));
}

const send = async (text: string) =>
	await bench.run('message.send', { conversationId: { __rl: true, mode: 'id', value: FACEBOOK } as never, text });

describe('a message that a workflow sent', () => {
	it('starts the other one when it was delivered, with the ID that the send answered', async () => {
		await activate();
		await bench.sandbox.settings({ sendingMs: 50 });
		const { items } = await send('Your order is ready');
		await until(() => trigger.runs.length > 0);
		expect(trigger.runs).toMatchObject([
			{
				messageId: items[0]!.json.messageId,
				conversationId: FACEBOOK,
				status: 'delivered',
				isFinal: true,
				text: 'Your order is ready',
				channel: 'Facebook',
			},
		]);
	});

	it('starts it twice when it failed, was sent again, and failed again', async () => {
		await activate();
		await bench.sandbox.settings({ sendingMs: 50 });
		const { items } = await send('#fail-always');
		await until(() => trigger.runs.length === 1);
		await bench.run('message.retry', { messageId: items[0]!.json.messageId as string });
		await until(() => trigger.runs.length === 2);
		expect(trigger.runs.map(({ messageId, providerStatus }) => ({ messageId, providerStatus }))).toEqual([
			{ messageId: items[0]!.json.messageId, providerStatus: 'Failed' },
			{ messageId: items[0]!.json.messageId, providerStatus: 'Failed' },
		]);
	});
});

describe('a message of a consumer', () => {
	it('starts the workflow, the answer to it does not', async () => {
		await activate({ events: ['message_created'], filters: { ignoreAutomated: true } });
		await bench.sandbox.addMessage({ conversationId: Number(FACEBOOK), text: 'Are you open?' });
		await bench.sandbox.addMessage({
			conversationId: Number(FACEBOOK),
			text: 'Yes',
			senderType: 'User',
			isAutomated: true,
		});
		await send('Until nine');
		expect(await answers()).toEqual([[200], [200], [200]]);
		expect(trigger.runs).toMatchObject([
			{ event: 'message_created', senderType: 'Consumer', text: 'Are you open?', consumerName: 'John Doe' },
		]);
	});
});

describe('a call that Partoo repeats', () => {
	it('until n8n can save the execution starts it once', async () => {
		await activate();
		await bench.sandbox.settings({ webhookRetryMs: 20 });
		trigger.server.canSave = false;
		await bench.sandbox.sendEvent({});
		await until(async () => ((await bench.sandbox.deliveries())[0]?.attempts.length ?? 0) >= 2);
		trigger.server.canSave = true;
		const [statuses] = await answers();
		expect(statuses!.slice(0, -1).every((status) => status === 500)).toBe(true);
		expect(statuses!.at(-1)).toBe(200);
		expect(trigger.runs).toHaveLength(1);
	});
});

describe('a forged call', () => {
	it.each(MUTATIONS.filter((mutation) => mutation !== 'none'))(
		'(%s) is answered once, with 401, and starts nothing',
		async (mutate) => {
			await activate();
			const { attempts } = await bench.sandbox.sendEvent({ mutate, payload: messageEvent().payload, wait: true });
			expect(attempts.map(({ status }) => status)).toEqual([401]);
			expect(trigger.runs).toEqual([]);
		},
	);
});

it("every event that the sandbox knows has an item, with the trigger's own name for it", async () => {
	const types = [
		'business_created',
		'business_deleted',
		'business_updated',
		'lead_received',
		'message_created',
		'message_updated',
		'review_created',
		'review_updated',
	];
	await activate({
		events: types,
		filters: { senders: ['Consumer', 'User'], statuses: ['Failed', 'Sending', 'Success'] },
	});
	for (const type of types) await bench.sandbox.sendEvent({ type, wait: true });
	expect(trigger.runs.map(({ event }) => event)).toEqual(types);
	const { options } = new PartooTrigger().description.properties.find(({ name }) => name === 'events')!;
	expect(options!.map((option) => ('value' in option ? option.value : ''))).toEqual(expect.arrayContaining(types));
});
