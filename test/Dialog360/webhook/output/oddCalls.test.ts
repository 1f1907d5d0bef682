import type { IDataObject } from 'n8n-workflow';
import { METADATA, messagesChange } from '../../../../sandbox/dialog360/webhooks/envelope';
import type { TriggerBench } from '../../../engine';
import { deliver, SIGNED, startManual } from '../../trigger';

const NUMBER = METADATA.phone_number_id;
const OWN = METADATA.display_phone_number;
const text = (id: string, fields: object) => ({ id, type: 'text', text: { body: 'Hello' }, ...fields });

let trigger: TriggerBench;
beforeEach(async () => {
	trigger = await startManual({
		events: ['account', 'call', 'contact', 'echo', 'group', 'message', 'other', 'status', 'template'],
		otherEvents: 'standby',
		filters: { statuses: ['failed'] },
	});
});
afterEach(async () => await trigger.stop());

async function itemsOf(value: object, field = 'messages'): Promise<IDataObject[]> {
	const before = trigger.runs.length;
	expect(await deliver(trigger, { ...messagesChange(value), field })).toBe(200);
	return trigger.runs.slice(before);
}

describe('a phone number in another writing', () => {
	const contacts = [
		{ profile: { name: 'Ann' }, wa_id: '491700000001' },
		{ profile: { name: 'Bob' }, wa_id: '491700000002' },
	];

	it.each<[string, (digits: string) => unknown]>([
		['with a plus', (digits) => `+${digits}`],
		['as a number of JSON', Number],
	])('is the same person: %s', async (_, write) => {
		const messages = contacts.map(({ wa_id }) => text(`m${wa_id}`, { from: write(wa_id) }));
		expect(await itemsOf({ contacts, messages })).toMatchObject([
			{ name: 'Ann', conversationId: `${NUMBER}:491700000001` },
			{ name: 'Bob', conversationId: `${NUMBER}:491700000002` },
		]);
	});

	it('is in the conversation of their messages too where contacts are synced', async () => {
		const state_sync = [{ type: 'contact', action: 'add', contact: { phone_number: '+491700000001' } }];
		expect(await itemsOf({ state_sync }, 'smb_app_state_sync')).toMatchObject([
			{ contactPhone: '+491700000001', conversationId: `${NUMBER}:491700000001` },
		]);
	});

	it("makes no customer's message of what the business wrote", async () => {
		const messages = [text('e1', { from: Number(OWN), to: 491700000001 })];
		expect(await itemsOf({ messages })).toMatchObject([{ event: 'echo', recipient: '491700000001' }]);
	});
});

describe('who calls with a hidden number', () => {
	it('is the caller also where the call says no direction', async () => {
		const calls = [{ id: 'c1', from_user_id: 'DE.1', to: OWN, event: 'terminate', status: 'FAILED' }];
		expect(await itemsOf({ calls }, 'calls')).toMatchObject([
			{ direction: 'incoming', senderId: 'DE.1', isMissed: true, conversationId: `${NUMBER}:DE.1` },
		]);
	});
});

describe('a single thing where WhatsApp has lists', () => {
	it.each([
		[{ code: 131050, title: 'Stopped' }, '131050'],
		[[{ code: 131050, title: 'Stopped' }], '131050'],
	])('is read, as of the reasons of a status: %j', async (errors, errorCode) => {
		const statuses = [{ id: 's1', status: 'failed', recipient_id: '4917', errors }];
		expect(await itemsOf({ statuses })).toMatchObject([{ status: 'failed', errorCode, errorMessage: 'Stopped' }]);
	});

	it('is read, as of an unknown kind', async () => {
		const messages = [text('u1', { from: '4917', type: 'unknown', errors: { code: 131051 } })];
		expect(await itemsOf({ messages })).toMatchObject([{ kind: 'unsupported', errorCode: '131051' }]);
	});

	it('is read, as of profiles', async () => {
		const contacts = { profile: { name: 'Ann' }, user_id: 'DE.1' };
		expect(await itemsOf({ contacts, messages: text('m1', {}) })).toMatchObject([
			{ name: 'Ann', senderId: 'DE.1', conversationId: `${NUMBER}:DE.1` },
		]);
	});

	it('is read, as of restrictions', async () => {
		const value = { event: 'ACCOUNT_RESTRICTION', restriction_info: { restriction_type: 'A', expiration: 1790000000 } };
		expect(await itemsOf(value, 'account_update')).toMatchObject([
			{ restrictionType: 'A', restrictionExpires: '2026-09-21T14:13:20.000Z' },
		]);
	});
});

describe('what another app of the number answers', () => {
	it('has the fields of a message and of a status', async () => {
		const messages = [text('m1', { from: '4917' })];
		const statuses = [{ id: 'm2', status: 'sent', recipient_id: '4917' }];
		expect(await itemsOf({ messages, statuses }, 'standby')).toMatchObject([
			{ event: 'standby', messageId: 'm1', sender: '4917', text: 'Hello' },
			{ event: 'standby', messageId: 'm2', recipient: '4917', status: 'sent' },
		]);
		expect(await itemsOf({ note: 'x' }, 'standby')).toMatchObject([
			{ event: 'standby', raw: { value: { note: 'x' } } },
		]);
	});
});

describe('the date of a template that is disabled', () => {
	it.each([
		[1790000000, '2026-09-21T14:13:20.000Z'],
		['May 23', 'May 23'],
	])('is one, or the words that came: %j', async (disable_date, disabledAt) => {
		const value = { event: 'DISABLED', message_template_id: '1', disable_info: { disable_date } };
		expect(await itemsOf(value, 'message_template_status_update')).toMatchObject([{ disabledAt }]);
	});
});

describe('what is missing', () => {
	it.each<[string, (value: object) => object]>([
		['the name of the event', (data) => ({ id: '1', data })],
		['a name that is null', (data) => ({ id: '2', event: null, data })],
		['one value instead of a list', (value) => ({ entry: [{ changes: [{ field: 'messages', value: [value] }] }] })],
		["a list in 360dialog's own envelope", (value) => ({ id: '3', event: 'messages', data: [value] })],
	])('loses no message: %s', async (_, around) => {
		const body = around({ metadata: METADATA, messages: [text('m1', { from: '4917' })] });
		expect((await trigger.call(JSON.stringify(body), SIGNED)).status).toBe(200);
		expect(trigger.runs).toMatchObject([{ event: 'message', messageId: 'm1' }]);
	});

	it('loses no status: one without a word is unknown, one in capitals is the same', async () => {
		const statuses = [
			{ id: 's1', recipient_id: '4917' },
			{ id: 's2', status: 'FAILED', recipient_id: '4917' },
		];
		expect(await itemsOf({ statuses })).toMatchObject([{ status: 'unknown' }, { status: 'failed', isFinal: true }]);
	});

	it('loses no text of a message without a type, whose kind stays null', async () => {
		const messages = [text('m1', { from: '4917', type: undefined })];
		expect(await itemsOf({ messages })).toMatchObject([{ kind: null, contentType: null, text: 'Hello' }]);
	});

	it('leaves no gaps among the members of a group', async () => {
		const groups = [{ group_id: 'g1', added_participants: [{ wa_id: '4917' }, {}] }];
		expect(await itemsOf({ groups }, 'group_participants_update')).toMatchObject([{ participants: ['4917'] }]);
	});
});
