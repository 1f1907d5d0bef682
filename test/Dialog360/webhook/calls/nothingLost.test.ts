import type { IDataObject } from 'n8n-workflow';
import { METADATA, messagesChange } from '../../../../sandbox/dialog360/webhooks/envelope';
import { messageChange, OTHER_SAMPLES } from '../../../../sandbox/dialog360/webhooks/samples';
import type { TriggerBench } from '../../../engine';
import { deliver, SIGNED, startManual } from '../../trigger';

const ALL = [
	'call',
	'contact',
	'echo',
	'error',
	'group',
	'marketingPreference',
	'message',
	'other',
	'status',
	'template',
];
const OWN = METADATA.display_phone_number;
const hello = (id: string, fields: IDataObject = {}) => ({
	from: '491700000001',
	id,
	timestamp: '1790000000',
	type: 'text',
	text: { body: 'Hello' },
	...fields,
});

let trigger: TriggerBench;
beforeEach(async () => {
	trigger = await startManual({
		events: ALL,
		otherEvents: 'history, standby, unknown, automatic_events',
		filters: { statuses: ['sent', 'delivered', 'read', 'failed'] },
	});
});
afterEach(async () => await trigger.stop());

/** The items of a body as it is. */
async function itemsOf(body: object): Promise<IDataObject[]> {
	const before = trigger.runs.length;
	expect((await trigger.call(JSON.stringify(body), SIGNED)).status).toBe(200);
	return trigger.runs.slice(before);
}

const kinds = (items: IDataObject[]) => items.map(({ event, messageId }) => [event, messageId]);

describe('what the business itself wrote', () => {
	it.each(['message_echoes', 'smb_message_echoes'])('is an echo in the field %s', async (field) => {
		const change = { field, value: { metadata: METADATA, message_echoes: [hello('e1', { from: OWN, to: '4917' })] } };
		expect(await itemsOf({ entry: [{ id: '1', changes: [change] }] })).toMatchObject([
			{ event: 'echo', messageId: 'e1', recipient: '4917', text: 'Hello' },
		]);
	});

	it('and comes under both names starts one run', async () => {
		const value = { metadata: METADATA, message_echoes: [hello('e2', { from: OWN, to: '4917' })] };
		const changes = ['message_echoes', 'smb_message_echoes'].map((field) => ({ field, value }));
		expect(await itemsOf({ entry: [{ id: '1', changes }] })).toHaveLength(1);
	});

	it.each<[string, IDataObject]>([
		['without a recipient', { from: OWN }],
		['to the number itself', { from: OWN, to: OWN }],
	])('is not what a customer wrote from that number, %s', async (_, fields) => {
		expect(await itemsOf({ ...messagesChange({ messages: [hello('c1', fields)] }) })).toMatchObject([
			{ event: 'message', sender: OWN },
		]);
	});
});

describe('a call is understood', () => {
	const value = { metadata: METADATA, messages: [hello('m1')], statuses: [{ id: 's1', status: 'sent' }] };
	const both = [
		['message', 'm1'],
		['status', 's1'],
	];

	it.each<[string, object]>([
		['in the envelope of WhatsApp', { entry: [{ id: '1', changes: [{ field: 'messages', value }] }] }],
		['with a change that names no field', { entry: [{ id: '1', changes: [{ value }] }] }],
		['with a change that holds the lists itself', { entry: [{ id: '1', changes: [{ field: 'messages', ...value }] }] }],
		['with an entry that holds the lists itself', { entry: [{ id: '1', ...value }] }],
		['with a single entry and change', { entry: { id: '1', changes: { field: 'messages', value } } }],
		['as an entry', { id: '1', changes: [{ field: 'messages', value }] }],
		['as a change', { field: 'messages', value }],
		['as a change that names no field', { value }],
		['as a value', value],
		["in 360dialog's own envelope", { id: '2', event: 'messages', data: value }],
	])('%s', async (_, body) => {
		const items = await itemsOf(body);
		expect(kinds(items)).toEqual(both);
		for (const item of items) expect(item).toMatchObject({ phoneNumberId: METADATA.phone_number_id });
	});

	it('without an envelope, whatever it tells', async () => {
		const calls = [{ id: 'w1', from: '4917', event: 'connect', timestamp: '1790000000' }];
		const preferences = [{ wa_id: '4917', value: 'stop', timestamp: 1790000000 }];
		expect(await itemsOf({ metadata: METADATA, calls })).toMatchObject([{ event: 'calls', callId: 'w1' }]);
		expect(await itemsOf({ user_preferences: preferences })).toMatchObject([
			{ event: 'marketingPreference', preference: 'stop' },
		]);
		const echoes = [hello('e1', { from: OWN, to: '4917' })];
		expect(await itemsOf({ metadata: METADATA, message_echoes: echoes })).toMatchObject([{ event: 'echo' }]);
		expect(await itemsOf({ errors: [{ code: 131000, title: 'x' }] })).toMatchObject([{ event: 'error' }]);
		expect(await itemsOf({ something: 'new' })).toMatchObject([
			{ event: 'unknown', raw: { value: { something: 'new' } } },
		]);
	});

	it("in 360dialog's own envelope, each thing with it in raw", async () => {
		const message = (id: string) => ({ ...hello(id), history_context: { status: 'READ' } });
		const threads = [{ id: '491700000001', messages: [message('h1'), message('h2')] }];
		const body = { id: '2', event: 'history', data: { metadata: METADATA, history: [{ threads }] } };
		expect(await itemsOf(body)).toMatchObject(
			['h1', 'h2'].map((messageId) => ({
				event: 'history',
				messageId,
				historyStatus: 'READ',
				raw: { id: '2', event: 'history', data: { history: [{ threads: [{ messages: [{ id: messageId }] }] }] } },
			})),
		);
	});

	it('and repeated in another envelope starts nothing again', async () => {
		expect(await itemsOf(value)).toHaveLength(2);
		expect(await itemsOf({ id: '2', event: 'messages', data: value })).toHaveLength(0);
	});
});

describe('a list inside a value', () => {
	it('of preferences is an item each, with its own time and person', async () => {
		const contacts = [
			{ profile: { name: 'Ann' }, wa_id: '491', user_id: 'DE.1' },
			{ profile: { name: 'Tom' }, wa_id: '492' },
		];
		const user_preferences = [
			{ wa_id: '491', category: 'marketing_messages', value: 'stop', detail: 'She asked', timestamp: 1790000000 },
			{ wa_id: '492', category: 'marketing_messages', value: 'resume', timestamp: 1790000060 },
			{ user_id: 'DE.3', category: 'marketing_messages', value: 'stop', timestamp: 1790000061 },
		];
		const items = await itemsOf({ ...messagesChange({ contacts, user_preferences }), field: 'user_preferences' });
		expect(items).toMatchObject([
			{ sender: '491', senderId: 'DE.1', name: 'Ann', preference: 'stop', detail: 'She asked' },
			{ sender: '492', senderId: null, name: 'Tom', preference: 'resume', timestamp: '2026-09-21T14:14:20.000Z' },
			{ sender: null, senderId: 'DE.3', name: null, conversationId: `${METADATA.phone_number_id}:DE.3` },
		]);
		for (const { raw } of items) expect((raw as typeof items)[0]).toBeUndefined();
		expect(items.map(({ raw }) => (raw as { value: { user_preferences: object[] } }).value.user_preferences)).toEqual(
			user_preferences.map((preference) => [preference]),
		);
	});

	it('of contacts, groups and what WhatsApp may add is an item each', async () => {
		const state_sync = ['add', 'remove'].map((action, index) => ({
			type: 'contact',
			action,
			contact: { full_name: 'Ann', phone_number: `49${index}` },
			metadata: { timestamp: String(1790000000 + index) },
		}));
		expect(await itemsOf({ ...messagesChange({ state_sync }), field: 'smb_app_state_sync' })).toMatchObject([
			{
				event: 'smb_app_state_sync',
				change: 'add',
				name: 'Ann',
				contactPhone: '490',
				timestamp: '2026-09-21T14:13:20.000Z',
			},
			{ change: 'remove', contactPhone: '491', timestamp: '2026-09-21T14:13:21.000Z' },
		]);
		const groups = [
			{ group_id: 'g1', type: 'group_create' },
			{ group_id: 'g2', type: 'group_delete' },
		];
		const entry = { id: '1', time: 1790000000 };
		const change = { field: 'group_lifecycle_update', value: { metadata: METADATA, groups } };
		expect(await itemsOf({ entry: [{ ...entry, changes: [change] }] })).toMatchObject([
			{ event: 'group_lifecycle_update', groupId: 'g1', change: 'group_create', timestamp: '2026-09-21T14:13:20.000Z' },
			{ groupId: 'g2', change: 'group_delete' },
		]);
		const events = {
			automatic_events: [
				{ id: 'a', event_name: 'LeadSubmitted' },
				{ id: 'b', event_name: 'Purchase' },
			],
		};
		expect(await itemsOf({ ...messagesChange(events), field: 'automatic_events' })).toHaveLength(2);
	});

	it('of calls and of their statuses is an item each, once', async () => {
		const calls = [
			{ id: 'w1', from: '4917', to: OWN, event: 'connect', direction: 'USER_INITIATED', timestamp: '1790000000' },
			{ id: 'w1', from: '4917', to: OWN, event: 'terminate', direction: 'USER_INITIATED', timestamp: '1790000030' },
		];
		const statuses = [{ id: 'w2', status: 'RINGING', type: 'call', recipient_id: '4918', timestamp: '1790000001' }];
		const call = { ...messagesChange({ calls, statuses }), field: 'calls' };
		expect(await itemsOf(call)).toMatchObject([
			{ event: 'calls', change: 'connect', direction: 'incoming', sender: '4917', isMissed: false },
			{ event: 'calls', change: 'terminate', isMissed: true, timestamp: '2026-09-21T14:13:50.000Z' },
			{ event: 'calls', change: 'RINGING', direction: 'outgoing', recipient: '4918', isMissed: false },
		]);
		expect(await itemsOf(call)).toEqual([]);
	});

	it('of chats of long ago is an item for each message, however old', async () => {
		await trigger.stop();
		trigger = await startManual({
			events: ['other'],
			otherEvents: 'history',
			filters: { ignoreOlderThan: 60 },
		});
		const messages = [
			{ ...hello('h1'), timestamp: '1600000000' },
			{ ...hello('h2'), from: OWN, to: '491700000001', timestamp: '1600000060' },
		];
		const history = [
			{ metadata: { phase: 1, chunk_order: 2, progress: 80 }, threads: [{ id: '491700000001', messages }] },
			{ metadata: { phase: 1, chunk_order: 3, progress: 90 }, threads: [] },
			{ errors: [{ code: 2593109, title: 'History sharing is turned off' }] },
		];
		expect(await itemsOf({ ...messagesChange({ history }), field: 'history' })).toMatchObject([
			{ messageId: 'h1', sender: '491700000001', timestamp: '2020-09-13T12:26:40.000Z', progress: 80, phase: 1 },
			{ messageId: 'h2', sender: OWN, recipient: '491700000001', chunkOrder: 2, threadId: '491700000001' },
			{ event: 'history', progress: 90 },
			{ event: 'history', errorCode: '2593109' },
		]);
		const conversations = trigger.runs.slice(0, 2).map(({ conversationId }) => conversationId);
		expect(new Set(conversations)).toEqual(new Set([`${METADATA.phone_number_id}:491700000001`]));
		const file = { ...hello('h3'), type: 'image', image: { id: '77' } };
		expect(await itemsOf({ ...messagesChange({ messages: [file] }), field: 'history' })).toMatchObject([
			{ event: 'history', messageId: 'h3', mediaId: '77' },
		]);
	});
});

describe('an event', () => {
	it('is chosen by its word or by the name of its field', async () => {
		for (const [events, otherEvents] of [
			[['marketingPreference'], undefined],
			[['other'], 'user_preferences'],
			[['other'], 'marketingPreference'],
		] as const) {
			await trigger.stop();
			trigger = await startManual({ events: [...events], ...(otherEvents && { otherEvents }) });
			await deliver(trigger, OTHER_SAMPLES.user_preferences!(), messageChange('text'));
			expect(trigger.runs.map(({ event }) => event)).toEqual(['marketingPreference']);
		}
	});

	it('of each new choice comes with that choice alone', async () => {
		const choices: Record<string, string> = {
			call: 'calls',
			contact: 'smb_app_state_sync',
			group: 'group_participants_update',
			marketingPreference: 'user_preferences',
		};
		for (const [choice, field] of Object.entries(choices)) {
			await trigger.stop();
			trigger = await startManual({ events: [choice] });
			await deliver(trigger, messageChange('text'), ...Object.values(OTHER_SAMPLES).map((sample) => sample()));
			expect(trigger.runs).toHaveLength(1);
			expect(trigger.runs[0]).toMatchObject({ raw: { field } });
		}
	});

	it('that stops marketing messages counts however late it comes', async () => {
		await trigger.stop();
		trigger = await startManual({ events: ['call', 'marketingPreference'], filters: { ignoreOlderThan: 10 } });
		const user_preferences = [{ wa_id: '491', value: 'stop', timestamp: 1600000000 }];
		await deliver(trigger, { ...messagesChange({ user_preferences }), field: 'user_preferences' });
		const calls = [{ id: 'w1', from: '491', event: 'connect', timestamp: '1600000000' }];
		await deliver(trigger, { ...messagesChange({ calls }), field: 'calls' });
		expect(trigger.runs.map(({ event }) => event)).toEqual(['marketingPreference']);
	});

	it('about a missed call alone starts a workflow that wants nothing else', async () => {
		await trigger.stop();
		trigger = await startManual({ events: ['call'], filters: { calls: ['missed'] } });
		const call = (id: string, fields: object) => ({ id, from: '4917', direction: 'USER_INITIATED', ...fields });
		const calls = [
			call('w1', { event: 'connect' }),
			call('w2', { event: 'terminate', status: 'COMPLETED', duration: 12 }),
			call('w3', { event: 'terminate', status: 'FAILED' }),
			call('w4', { event: 'terminate', direction: 'BUSINESS_INITIATED' }),
			call('w5', { event: 'missed' }),
		];
		await deliver(trigger, { ...messagesChange({ calls }), field: 'calls' });
		expect(trigger.runs.map(({ callId }) => callId)).toEqual(['w3', 'w5']);
	});
});
