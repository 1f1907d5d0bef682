import { randomUUID } from 'node:crypto';
import type { TriggerBench } from '../../../engine';
import { OneN8n } from '../../../shared/trigger/sharing/oneN8n';
import { messageEvent, signed } from '../../trigger';
import { BOTH, useWebhooks } from '../../webhooks';

const { newTrigger, registered } = useWebhooks();
const UPDATED = { events: ['message_updated'] };

let n8n: OneN8n;

beforeEach(async () => (n8n = await OneN8n.start()));
afterEach(async () => await n8n.stop());

async function activeWith(parameters: Parameters<typeof newTrigger>[0], urlSecret = ''): Promise<TriggerBench> {
	const extras = { webhookId: randomUUID(), webhookOrigin: n8n.origin, credential: { urlSecret } };
	const trigger = await newTrigger(parameters, extras);
	await n8n.activate(trigger);
	return trigger;
}

/** The URL of each event, with its query. */
async function urls(): Promise<Record<string, string>> {
	return Object.fromEntries((await registered()).map((line) => line.split(' ') as [string, string]));
}

/** Partoo calls whoever has the event. */
async function call(triggers: TriggerBench[], url: string, body: string): Promise<number> {
	const front = triggers.find((one) => url.startsWith(one.url))!;
	return (await front.call(body, signed(body), new URL(url).search)).status;
}

const runsOf = (...triggers: TriggerBench[]) => triggers.map(({ runs }) => runs.length);

describe('two workflows on one event', () => {
	it('share it, and each event by itself', async () => {
		const first = await activeWith(BOTH);
		const second = await activeWith(UPDATED);
		const { message_created: created, message_updated: updated } = await urls();
		expect(created).toBe(first.url);
		expect(new URL(updated!).searchParams.get('also')).toBe(second.webhookId);
		const body = JSON.stringify(messageEvent());
		for (let count = 0; count < 2; count++) expect(await call([first, second], updated!, body)).toBe(200);
		expect(runsOf(first, second)).toEqual([1, 1]);
	});

	it('are left to each other, with the secret in the URL that only the first one knows', async () => {
		const first = await activeWith(UPDATED, 'the secret of the first');
		const second = await activeWith(UPDATED, 'the secret of the second');
		await n8n.deactivate(first);
		const { message_updated: url } = await urls();
		expect(url).toContain(second.url);
		expect(url).not.toContain('secret');
		const body = JSON.stringify(messageEvent());
		expect(await call([second], url!, body)).toBe(200);
		expect((await second.call(body, signed(body), '')).status).toBe(401);
		await n8n.restart();
		expect((await urls()).message_updated).toBe(`${second.url}?key=the+secret+of+the+second`);
		await n8n.deactivate(second);
		expect(await registered()).toEqual([]);
	});

	it('share at the same moment, and go at the same moment', async () => {
		const extras = () => ({ webhookId: randomUUID(), webhookOrigin: n8n.origin });
		const triggers = await Promise.all([1, 2, 3].map(async () => await newTrigger(BOTH, extras())));
		await Promise.all(triggers.map(async (one) => await n8n.activate(one)));
		const url = (await urls()).message_updated!;
		expect(await call(triggers, url, JSON.stringify(messageEvent()))).toBe(200);
		expect(runsOf(...triggers)).toEqual([1, 1, 1]);
		await Promise.all(triggers.map(async (one) => await n8n.deactivate(one)));
		expect(await registered()).toEqual([]);
	});

	it('goes on with an event that it wants no more for the others', async () => {
		const first = await activeWith(BOTH);
		const second = await activeWith(BOTH);
		first.options.parameters = UPDATED;
		await n8n.activate(first);
		expect((await urls()).message_created).toContain(second.url);
		expect((await urls()).message_updated).toContain(first.url);
	});

	it('takes the place of one that is gone', async () => {
		const first = await activeWith(BOTH);
		n8n.forget(first);
		const second = await activeWith(UPDATED);
		expect(await urls()).toEqual({ message_created: first.url, message_updated: second.url });
	});

	it('is shared with whoever listens for a test event', async () => {
		const active = await activeWith(UPDATED);
		const extras = { webhookId: active.webhookId, webhookOrigin: n8n.origin, isTest: true };
		const test = await newTrigger(UPDATED, extras);
		await n8n.activate(test);
		const { message_updated: url } = await urls();
		expect(await call([active], url!, JSON.stringify(messageEvent()))).toBe(200);
		expect(runsOf(active, test)).toEqual([1, 1]);
		await n8n.deactivate(test);
		expect((await urls()).message_updated).toContain(active.url);
	});

	it('is refused where the list was altered, or the signature is missing', async () => {
		const first = await activeWith(UPDATED);
		const second = await activeWith(UPDATED);
		const url = (await urls()).message_updated!;
		const body = JSON.stringify(messageEvent());
		expect(await call([first], url.replace('also=', 'also=x'), body)).toBe(401);
		expect((await first.call(body, {}, new URL(url).search)).status).toBe(401);
		expect((await second.call(body, { 'x-n8n-shared-webhook': 'x', ...signed(body) })).status).toBe(401);
		expect(runsOf(first, second)).toEqual([0, 0]);
	});
});
