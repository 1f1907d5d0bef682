import type { IDataObject } from 'n8n-workflow';
import { METADATA, messagesChange } from '../../../../sandbox/dialog360/webhooks/envelope';
import { messageChange, sampleChange, statusChange } from '../../../../sandbox/dialog360/webhooks/samples';
import type { TriggerBench } from '../../../engine';
import { deliver, startManual } from '../../trigger';

const NUMBER = METADATA.phone_number_id;
const IVO = { profile: { name: 'Ivo', username: 'ivo.k' }, wa_id: '385911112222', user_id: 'HR.501' };
const text = (id: string, fields: IDataObject) => ({
	id,
	timestamp: '1790000000',
	type: 'text',
	text: { body: id },
	...fields,
});

let trigger: TriggerBench;
beforeEach(async () => {
	trigger = await startManual({
		events: ['echo', 'marketingPreference', 'message', 'status'],
		filters: { statuses: ['sent'] },
	});
});
afterEach(async () => await trigger.stop());

async function itemsOf(value: object, field = 'messages'): Promise<IDataObject[]> {
	const before = trigger.runs.length;
	expect(await deliver(trigger, { ...messagesChange(value), field })).toBe(200);
	return trigger.runs.slice(before);
}

describe('a person', () => {
	it('stays in one conversation, whether the phone number is hidden or shown', async () => {
		const { wa_id, ...hidden } = IVO;
		const shown = { contacts: [IVO], messages: [text('m1', { from: wa_id, from_user_id: 'HR.501' })] };
		const later = { contacts: [hidden], messages: [text('m2', { from_user_id: 'HR.501' })] };
		const status = { contacts: [hidden], statuses: [{ id: 'm3', status: 'sent', recipient_user_id: 'HR.501' }] };
		const older = { contacts: [IVO], statuses: [{ id: 'm4', status: 'sent', recipient_id: wa_id }] };
		const echo = { contacts: [IVO], message_echoes: [text('m5', { from: METADATA.display_phone_number, to: wa_id })] };
		const items = [
			...(await itemsOf(shown)),
			...(await itemsOf(later)),
			...(await itemsOf(status)),
			...(await itemsOf(older)),
			...(await itemsOf(echo, 'smb_message_echoes')),
		];
		expect(items).toHaveLength(5);
		for (const item of items) expect(item).toMatchObject({ conversationId: `${NUMBER}:HR.501`, username: 'ivo.k' });
		expect(items.map(({ sender }) => sender)).toEqual([
			wa_id,
			null,
			undefined,
			undefined,
			METADATA.display_phone_number,
		]);
		expect(items.map(({ recipientId }) => recipientId)).toEqual([undefined, undefined, 'HR.501', 'HR.501', 'HR.501']);
		expect(items.map(({ recipient }) => recipient)).toEqual([undefined, undefined, 'HR.501', wa_id, wa_id]);
	});

	it('whose number WhatsApp sends as an empty text has none', async () => {
		const contact = { profile: { name: '', username: '' }, wa_id: '', user_id: 'HR.502' };
		const [item] = await itemsOf({ contacts: [contact], messages: [text('m1', { from: '', from_user_id: 'HR.502' })] });
		expect(item).toMatchObject({
			sender: null,
			senderId: 'HR.502',
			name: null,
			username: null,
			conversationId: `${NUMBER}:HR.502`,
		});
	});

	it('without a hidden-number ID is known by the number, as before', async () => {
		const [item] = await itemsOf({ messages: [text('m1', { from: '385911112222', from_user_id: '' })] });
		expect(item).toMatchObject({ senderId: null, conversationId: `${NUMBER}:385911112222` });
	});

	it('has the ID of the enterprise beside that of the business', async () => {
		const contact = { ...IVO, parent_user_id: 'HR.ENT.9' };
		const message = text('m1', { from_user_id: 'HR.501' });
		expect((await itemsOf({ contacts: [contact], messages: [message] }))[0]).toMatchObject({
			senderParentId: 'HR.ENT.9',
		});
		const named = text('m2', { from_user_id: 'HR.501', from_parent_user_id: 'HR.ENT.8' });
		expect((await itemsOf({ contacts: [contact], messages: [named] }))[0]).toMatchObject({
			senderParentId: 'HR.ENT.8',
		});
		const status = { id: 'm3', status: 'sent', recipient_user_id: 'HR.501', recipient_parent_user_id: 'HR.ENT.7' };
		expect((await itemsOf({ contacts: [contact], statuses: [status] }))[0]).toMatchObject({
			recipientParentId: 'HR.ENT.7',
			name: 'Ivo',
		});
	});
});

describe('a name', () => {
	it('belongs to the one message beside it, even where the numbers differ', async () => {
		const contact = { profile: { name: 'Rosa' }, wa_id: '5215512345678' };
		const messages = [text('m1', { from: '525512345678' }), text('m2', { from: '525512345678' })];
		const items = await itemsOf({ contacts: [contact], messages });
		expect(items.map(({ name, sender }) => [name, sender])).toEqual([
			['Rosa', '525512345678'],
			['Rosa', '525512345678'],
		]);
	});

	it('is found for the one message that nobody else wrote', async () => {
		const contacts = [IVO, { profile: { name: 'Rosa' }, wa_id: '5215512345678', user_id: 'MX.1' }];
		const messages = [text('m1', { from: '525512345678' }), text('m2', { from: IVO.wa_id })];
		expect(await itemsOf({ contacts, messages })).toMatchObject([
			{ name: 'Rosa', senderId: 'MX.1' },
			{ name: 'Ivo', senderId: 'HR.501' },
		]);
	});

	it('is nobody’s where it could be that of two', async () => {
		const contacts = [{ profile: { name: 'Rosa' }, wa_id: '1' }];
		const messages = [text('m1', { from: '2' }), text('m2', { from: '3' })];
		expect((await itemsOf({ contacts, messages })).map(({ name }) => name)).toEqual([null, null]);
	});
});

describe('somebody who changes', () => {
	it('the phone number is old and new in one item', async () => {
		const system = { type: 'user_changed_number', body: 'changed', wa_id: '385913334444', user_id: 'HR.777' };
		const message = { id: 'm1', type: 'system', from: IVO.wa_id, from_user_id: 'HR.501', system };
		expect((await itemsOf({ contacts: [IVO], messages: [message] }))[0]).toMatchObject({
			kind: 'system',
			change: 'user_changed_number',
			sender: IVO.wa_id,
			newSender: '385913334444',
			senderId: 'HR.777',
			previousSenderId: 'HR.501',
			conversationId: `${NUMBER}:HR.777`,
			previousConversationId: `${NUMBER}:HR.501`,
		});
	});

	it('the phone number in an older call, by which they are known', async () => {
		const system = { type: 'user_changed_number', body: 'changed', new_wa_id: '385913334444' };
		const message = { id: 'm1', type: 'system', from: IVO.wa_id, system };
		expect((await itemsOf({ messages: [message] }))[0]).toMatchObject({
			newSender: '385913334444',
			senderId: null,
			previousSenderId: null,
			conversationId: `${NUMBER}:385913334444`,
			previousConversationId: `${NUMBER}:${IVO.wa_id}`,
		});
	});

	it('the hidden-number ID is old and new in one item', async () => {
		await deliver(trigger, messageChange('system_user_id'));
		expect(trigger.runs[0]).toMatchObject({
			change: 'user_changed_user_id',
			senderId: 'US.23491208655302741918',
			previousSenderId: 'US.13491208655302741918',
			previousSenderParentId: 'US.ENT.13491208655302741918',
			conversationId: `${NUMBER}:US.23491208655302741918`,
			previousConversationId: `${NUMBER}:US.13491208655302741918`,
		});
	});

	it('nothing is known by the device, where the number checks it', async () => {
		const contact = { ...IVO, identity_key_hash: 'h0' };
		const message = text('m1', { from_user_id: 'HR.501' });
		expect((await itemsOf({ contacts: [contact], messages: [message] }))[0]).toMatchObject({ identityKeyHash: 'h0' });
	});

	it('the device keeps the conversation', async () => {
		const message = {
			id: 'm1',
			type: 'system',
			from: IVO.wa_id,
			system: { type: 'customer_identity_changed', body: 'changed' },
			identity: { hash: 'h1', acknowledged: true },
		};
		expect((await itemsOf({ contacts: [IVO], messages: [message] }))[0]).toMatchObject({
			identityKeyHash: 'h1',
			senderId: 'HR.501',
			previousSenderId: null,
			previousConversationId: null,
			conversationId: `${NUMBER}:HR.501`,
		});
	});
});

it('a group stays the conversation of all who write in it', async () => {
	const message = text('m1', { from_user_id: 'HR.501', group_id: 'g1' });
	expect((await itemsOf({ contacts: [IVO], messages: [message] }))[0]).toMatchObject({
		senderId: 'HR.501',
		conversationId: `${NUMBER}:g1`,
	});
	const status = {
		id: 'm2',
		status: 'sent',
		recipient_type: 'group',
		recipient_id: 'g1',
		recipient_participant_user_id: 'HR.501',
	};
	expect((await itemsOf({ contacts: [IVO], statuses: [status] }))[0]).toMatchObject({
		recipientId: 'HR.501',
		recipient: IVO.wa_id,
		conversationId: `${NUMBER}:g1`,
	});
});

it('the samples of the sandbox are of one person', async () => {
	await deliver(
		trigger,
		sampleChange('hidden_number')!,
		statusChange({ recipient_user_id: 'US.13491208655302741918' }),
	);
	expect(new Set(trigger.runs.map(({ conversationId }) => conversationId)).size).toBe(1);
});
