import type { IDataObject } from 'n8n-workflow';
import type { TriggerBench } from '../../../engine';
import { CONTACT, created, deliver, signatureOf, startTrigger, updated } from '../../trigger';

const ALL = [
	'message_created',
	'message_status_updated',
	'contact_created',
	'contact_updated',
	'conversation_opened',
	'conversation_closed',
	'agent_status_updated',
	'other',
];
const STATUSES = { statuses: ['sent', 'delivered', 'read', 'failed', 'mismatch', 'enqueued'] };

let trigger: TriggerBench;
beforeEach(
	async () =>
		(trigger = await startTrigger({
			events: ALL,
			otherEvents: 'odd',
			filters: { ...STATUSES, directions: ['received', 'sent'] },
		})),
);
afterEach(async () => await trigger.stop());

async function deliverAll(...events: IDataObject[]): Promise<void> {
	for (const event of events) expect(await deliver(trigger, event)).toBe(200);
}

describe('a repeated call', () => {
	it('starts nothing, though it is signed anew each time', async () => {
		const body = JSON.stringify(created());
		for (const age of [100, 50, 0])
			expect((await trigger.call(body, { 'X-Callbell-Signature': signatureOf(body, { age }) })).status).toBe(200);
		expect(trigger.runs).toHaveLength(1);
	});

	it('starts nothing when both come at the same time', async () => {
		await Promise.all(Array.from({ length: 20 }, async () => await deliver(trigger, created())));
		expect(trigger.runs).toHaveLength(1);
	});

	it('of a message is known by its ID, although something else in it changed', async () => {
		await deliverAll(created(), created({}, { name: 'Johnny' }), created({ uuid: 'other' }));
		expect(trigger.runs).toHaveLength(2);
	});

	it('of a status is known whatever came in between and in any order', async () => {
		await deliverAll(
			...['sent', 'delivered', 'read', 'sent', 'read', 'delivered'].map((status) => updated({ status })),
		);
		expect(trigger.runs.map(({ providerStatus }) => providerStatus)).toEqual(['sent', 'delivered', 'read']);
	});

	it('of a message without a UUID is known by its body', async () => {
		await deliverAll(
			created({ uuid: undefined }),
			created({ uuid: undefined, text: 'Hello?' }),
			created({ uuid: undefined }),
		);
		expect(trigger.runs).toHaveLength(2);
	});

	it('is told from a contact that was changed and changed back', async () => {
		const contact = (tags: string[]) => ({ event: 'contact_updated', payload: { ...CONTACT, tags } });
		await deliverAll(contact(['A']), contact(['A']), contact(['B']), contact(['A']), contact(['A']));
		expect(trigger.runs.map(({ contactTags }) => contactTags)).toEqual([['A'], ['B'], ['A']]);
	});

	it('is told from a conversation that was opened, closed, and opened again', async () => {
		const conversation = (what: string) => ({
			event: `conversation_${what}`,
			payload: { source: 'whatsapp', contact: CONTACT, createdAt: '2023-11-20T17:14:22Z' },
		});
		await deliverAll(...['opened', 'opened', 'closed', 'opened', 'closed', 'closed'].map(conversation));
		expect(trigger.runs.map(({ event }) => event)).toEqual([
			'conversation_opened',
			'conversation_closed',
			'conversation_opened',
			'conversation_closed',
		]);
	});

	it('is told from a colleague who came and went and came', async () => {
		const colleague = (email: string, available: boolean) => ({
			event: 'agent_status_updated',
			payload: { email, available },
		});
		await deliverAll(
			colleague('a@b.c', true),
			colleague('d@e.f', true),
			colleague('a@b.c', true),
			colleague('a@b.c', false),
			colleague('a@b.c', true),
		);
		expect(trigger.runs.map(({ userEmail, isAvailable }) => [userEmail, isAvailable])).toEqual([
			['a@b.c', true],
			['d@e.f', true],
			['a@b.c', false],
			['a@b.c', true],
		]);
	});

	it('of an event that Callbell added later is known by its body', async () => {
		await deliverAll({ event: 'odd', payload: {} }, { event: 'odd', payload: { x: 1 } }, { event: 'odd', payload: {} });
		expect(trigger.runs).toHaveLength(2);
	});

	it('starts the run when n8n could not save the first one', async () => {
		trigger.server.canSave = false;
		expect(await deliver(trigger, created())).toBe(500);
		trigger.server.canSave = true;
		await deliverAll(created(), created());
		expect(trigger.runs).toHaveLength(1);
	});

	it('cannot poison the memory without a signature', async () => {
		expect((await trigger.call(JSON.stringify(created()))).status).toBe(401);
		await deliverAll(created());
		expect(trigger.runs).toHaveLength(1);
	});

	it('starts a test each time somebody listens', async () => {
		await trigger.stop();
		trigger = await startTrigger({}, { isTest: true });
		await deliverAll(created(), created());
		expect(trigger.runs).toHaveLength(2);
	});
});
