import type { IDataObject } from 'n8n-workflow';
import type { TriggerBench } from '../../../engine';
import { CONTACT, created, deliver, startTrigger, updated } from '../../trigger';

const BUSINESS = '390000000001';
const hidden = { phoneNumber: null, bsuid: 'ES.88' };

let trigger: TriggerBench;
beforeEach(async () => {
	trigger = await startTrigger({
		events: ['contact_updated', 'message_created', 'message_status_updated'],
		filters: { directions: ['received', 'sent'] },
	});
});
afterEach(async () => await trigger.stop());

async function outputOf(event: IDataObject): Promise<IDataObject> {
	expect(await deliver(trigger, event)).toBe(200);
	return trigger.runs.at(-1)!;
}

describe('a customer who hides the phone number', () => {
	it('has a hidden-number ID instead, in all that is about them', async () => {
		const about = { contactPhone: null, contactBsuid: 'ES.88' };
		expect(await outputOf(created({}, hidden))).toMatchObject(about);
		expect(await outputOf(updated({}, hidden))).toMatchObject({ ...about, recipient: 'ES.88' });
		expect(await outputOf({ event: 'contact_updated', payload: { ...CONTACT, ...hidden } })).toMatchObject(about);
	});

	it('stays in the conversation in which they were', async () => {
		const before = await outputOf(created({ uuid: 'm1' }, { bsuid: 'ES.88' }));
		const after = await outputOf(created({ uuid: 'm2' }, hidden));
		expect(after.conversationId).toBe(before.conversationId);
	});

	it('has no ID where Callbell sends an empty text', async () => {
		expect(await outputOf(created({}, { phoneNumber: '', bsuid: '' }))).toMatchObject({
			contactPhone: null,
			contactBsuid: null,
		});
	});
});

describe('who wrote to whom', () => {
	const phone = CONTACT.phoneNumber;

	it.each<[string, IDataObject, IDataObject]>([
		['received', { from: phone, to: BUSINESS }, { sender: phone, recipient: BUSINESS }],
		['received', { from: BUSINESS, to: `+${String(phone)}` }, { sender: `+${String(phone)}`, recipient: BUSINESS }],
		['received', { from: 'x', to: 'y' }, { sender: 'x', recipient: 'y' }],
		['sent', { from: BUSINESS, to: phone }, { sender: BUSINESS, recipient: phone }],
		['sent', { from: phone, to: BUSINESS }, { sender: BUSINESS, recipient: phone }],
	])('is told by the contact: %s %j', async (status, parties, expected) => {
		expect(await outputOf(created({ status, ...parties }))).toMatchObject(expected);
	});

	it('is told by the contact where the number is hidden', async () => {
		const message = created({ from: BUSINESS, to: 'ES.88' }, hidden);
		expect(await outputOf(message)).toMatchObject({ sender: 'ES.88', recipient: BUSINESS });
	});
});
