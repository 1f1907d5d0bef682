import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { MESSAGE_SAMPLES, OTHER_SAMPLES } from '../../../sandbox/dialog360/webhooks/samples';
import type { WebhookCall } from '../../../sandbox/shared/webhooks/calls';
import { MUTATIONS } from '../../../sandbox/shared/webhooks/mutation';
import { readBinary } from '../../engine';
import type { TriggerBench } from '../../engine';
import { startSandboxProcess } from '../../sandboxClient';
import type { Sandbox } from '../../sandboxClient';
import { CUSTOMER, KEY } from '../dialog360';
import { startTrigger } from '../trigger';

let sandbox: Sandbox;

let trigger: TriggerBench;
beforeAll(async () => (sandbox = await startSandboxProcess()));
afterAll(async () => await sandbox.stop());
beforeEach(async () => await sandbox.reset());
afterEach(async () => await trigger?.stop());

async function activate(parameters: INodeParameters = {}): Promise<void> {
	trigger = await startTrigger(parameters, { credential: { apiKey: KEY, baseUrl: `${sandbox.url}/dialog360` } });
	await trigger.activate();
}

const settings = async (wanted: object) => await sandbox.settings(wanted, 'dialog360');

const deliveries = async () =>
	(await sandbox.control<{ deliveries: WebhookCall[] }>('GET', 'dialog360/deliveries')).deliveries;

const event = async (wanted: object) => await sandbox.control<WebhookCall>('POST', 'dialog360/events', wanted);

async function send(body: object): Promise<string> {
	const headers = { 'D360-API-KEY': KEY, 'content-type': 'application/json' };
	const answer = await fetch(`${sandbox.url}/dialog360/messages`, {
		method: 'POST',
		headers,
		body: JSON.stringify({ messaging_product: 'whatsapp', recipient_type: 'individual', to: CUSTOMER, ...body }),
	});
	if (!answer.ok) throw new Error(await answer.text());
	return ((await answer.json()) as { messages: Array<{ id: string }> }).messages[0]!.id;
}

async function until(isThere: () => boolean | Promise<boolean>): Promise<void> {
	const end = Date.now() + 5_000;
	while (!(await isThere())) {
		if (Date.now() > end)
			throw new Error(
				`Not within five seconds; there were ${JSON.stringify(trigger.runs.map(({ event: type, text, providerStatus }) => [type, text, providerStatus]))}`,
			);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}

describe('a message that is sent', () => {
	const words = () => trigger.runs.map(({ providerStatus }) => providerStatus);
	const everyWord = { events: ['status'], filters: { statuses: ['sent', 'delivered', 'read', 'failed'] } };

	it.each([
		['Hello', ['sent', 'delivered', 'read']],
		['Hello #unread', ['sent', 'delivered']],
		['Hello #only-read', ['sent', 'read']],
		['Hello #fail', ['sent', 'failed']],
	])('tells its fate: "%s"', async (body, expected) => {
		await settings({ sentMs: 5, deliveredMs: 60, readMs: 120 });
		await activate(everyWord);
		const id = await send({ type: 'text', text: { body }, biz_opaque_callback_data: 'order 7' });
		await until(() => trigger.runs.length === expected.length);
		expect(words()).toEqual(expected);
		for (const run of trigger.runs)
			expect(run).toMatchObject({ messageId: id, recipient: CUSTOMER, trackingText: 'order 7' });
	});

	it('fails with the code that the text names, and the trigger explains it', async () => {
		await settings({ sentMs: 5, deliveredMs: 40 });
		await activate({ events: ['status'] });
		await send({ type: 'text', text: { body: 'Hello #fail-131047' } });
		await until(() => trigger.runs.length === 1);
		expect(trigger.runs).toMatchObject([
			{ status: 'failed', errorCode: '131047', errorCause: expect.stringContaining('24 hours') },
		]);
	});

	it('is decided by the person at the inbox, who may change their mind', async () => {
		await settings({ sentMs: 5, deliveredMs: 60_000, readMs: 60_000 });
		await activate(everyWord);
		const id = await send({ type: 'text', text: { body: 'Hello' } });
		await until(() => trigger.runs.length === 1);
		for (const [count, state] of [
			[2, 'failed'],
			[3, 'delivered'],
			[4, 'read'],
		] as const) {
			await sandbox.control('POST', `inbox/dialog360/messages/${id}/state`, { state });
			await until(() => trigger.runs.length === count);
		}
		expect(words()).toEqual(['sent', 'failed', 'delivered', 'read']);
	});
});

describe('the person at the inbox', () => {
	it('answers with a text and a picture', async () => {
		await activate();
		await sandbox.control('POST', `inbox/dialog360/${CUSTOMER}/messages`, { text: 'Are you open?' });
		await sandbox.control('POST', `inbox/dialog360/${CUSTOMER}/picture`, {});
		await until(() => trigger.runs.length === 2);
		expect(trigger.runs).toMatchObject([
			{ text: 'Are you open?', name: 'Lena Krüger', sender: CUSTOMER },
			{ kind: 'media', contentType: 'image', mimeType: 'image/png', mediaId: expect.stringMatching(/^\d+$/) },
		]);
	});

	it('sends a picture that the trigger can fetch', async () => {
		await activate({ options: { downloadMedia: true } });
		await sandbox.control('POST', `inbox/dialog360/${CUSTOMER}/picture`, {});
		await until(() => trigger.runs.length === 1);
		const [item] = trigger.outputs[0]![0]!;
		expect(item!.json).toMatchObject({ isDownloaded: true });
		expect((await readBinary(item!)).subarray(1, 4).toString()).toBe('PNG');
	});

	const button = { type: 'reply', reply: { id: 'yes', title: 'Yes' } };
	it.each<[string, object, string, IDataObject]>([
		[
			'a button',
			{ type: 'interactive', interactive: { type: 'button', body: { text: 'Well?' }, action: { buttons: [button] } } },
			'yes',
			{ contentType: 'interactive', text: 'Yes', replyId: 'yes' },
		],
		[
			'a row of a list',
			{
				type: 'interactive',
				interactive: {
					type: 'list',
					body: { text: 'Which?' },
					action: { button: 'Choose', sections: [{ rows: [{ id: 'r1', title: 'One', description: 'The first' }] }] },
				},
			},
			'r1',
			{ contentType: 'interactive', text: 'One', replyId: 'r1', description: 'The first' },
		],
		[
			"a template's button",
			{
				type: 'template',
				template: {
					name: 'appointment',
					language: { code: 'en_US' },
					components: [
						{
							type: 'header',
							parameters: [
								{ type: 'location', location: { latitude: 1, longitude: 2, name: 'Shop', address: 'Paris' } },
							],
						},
						{ type: 'body', parameters: ['Monday', 'ten'].map((text) => ({ type: 'text', text })) },
						{ type: 'button', sub_type: 'quick_reply', index: 1, parameters: [{ type: 'payload', payload: 'later' }] },
					],
				},
			},
			'later',
			{ contentType: 'button', text: 'Another time', replyId: 'later' },
		],
	])('taps %s', async (_, body, choice, expected) => {
		await activate();
		const id = await send(body);
		await sandbox.control('POST', `inbox/dialog360/messages/${id}/choice`, { choice });
		await until(() => trigger.runs.length === 1);
		expect(trigger.runs).toMatchObject([{ kind: 'answer', replyTo: id, ...expected }]);
		await expect(sandbox.control('POST', `inbox/dialog360/messages/${id}/choice`, { choice: 'other' })).rejects.toThrow(
			'404',
		);
	});
});

describe('a call', () => {
	it('tells of several things that happen at the same time', async () => {
		await settings({ webhookGatherMs: 100 });
		await activate({ events: ['account', 'message', 'status'], filters: { statuses: ['sent'] } });
		await event({ kinds: ['text', 'account_update', 'status', 'button_reply'], asNews: true });
		await until(() => trigger.runs.length === 4);
		expect(await deliveries()).toHaveLength(1);
		expect(trigger.runs.map(({ event: type }) => type)).toEqual(['message', 'account_update', 'status', 'message']);
	});

	it('that is not answered with 200 is repeated, and starts one run', async () => {
		await settings({ webhookRetryMs: 20 });
		await activate();
		trigger.server.canSave = false;
		await event({});
		await until(async () => ((await deliveries())[0]?.attempts.length ?? 0) >= 2);
		trigger.server.canSave = true;
		await until(async () => (await deliveries()).every(({ done }) => done));
		const [call] = await deliveries();
		expect(call!.attempts.at(-1)?.status).toBe(200);
		expect(trigger.runs).toHaveLength(1);
	});

	it.each(MUTATIONS.filter((mutation) => !['none', 'body'].includes(mutation)))(
		'with a forged secret (%s) is answered with 401 and starts nothing',
		async (mutate) => {
			await activate();
			const { attempts } = await event({ mutate, repeat: false, wait: true });
			expect(attempts.map(({ status }) => status)).toEqual([401]);
			expect(trigger.runs).toEqual([]);
		},
	);

	it.each(MUTATIONS)('with a signature (%s) is let in only when it is good', async (mutate) => {
		await settings({ platformSecret: 'platform secret' });
		await activate({ options: { signatureSecret: 'platform secret' } });
		const { attempts } = await event({ mutate, repeat: false, wait: true });
		expect(attempts.map(({ status }) => status)).toEqual([mutate === 'none' ? 200 : 401]);
		expect(trigger.runs).toHaveLength(mutate === 'none' ? 1 : 0);
	});

	it('reaches an additional destination after the main webhook took it', async () => {
		const main = await startTrigger({}, { credential: { apiKey: KEY, baseUrl: `${sandbox.url}/dialog360` } });
		await main.activate();
		await activate({ options: { registration: 'additional' } });
		await event({ kinds: ['text'], asNews: true });
		await until(() => trigger.runs.length === 1);
		expect(main.runs).toHaveLength(1);
		main.server.canSave = false;
		await event({ kinds: ['text'], asNews: true });
		await until(async () => (await deliveries()).some(({ attempts }) => attempts.some(({ status }) => status === 500)));
		expect(trigger.runs).toHaveLength(1);
		await main.stop();
	});

	it('of every kind that is known starts a run', async () => {
		const kinds = [...Object.keys(MESSAGE_SAMPLES), ...Object.keys(OTHER_SAMPLES), 'hidden_number', 'status'];
		await activate({
			events: [
				'account',
				'call',
				'contact',
				'echo',
				'error',
				'group',
				'marketingPreference',
				'message',
				'other',
				'phoneNumber',
				'status',
				'template',
			],
			otherEvents: 'history',
			filters: { statuses: ['sent'] },
		});
		for (const kind of kinds) await event({ kinds: [kind], wait: true });
		expect(trigger.runs).toHaveLength(kinds.length);
	});
});
