import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { PartooTrigger } from '../../../../nodes/Partoo/PartooTrigger.node';
import type { TriggerBench } from '../../../engine';
import { byId as business } from '../../partoo';
import { created, deliver, messageEvent, startTrigger } from '../../trigger';

let trigger: TriggerBench;
afterEach(async () => await trigger.stop());

const BOTH = ['message_created', 'message_updated'];
let messages = 0;

/** Whether a trigger with these parameters starts on a new message like this. */
async function starts(parameters: INodeParameters, event: IDataObject): Promise<boolean> {
	const payload = event.payload as { message?: IDataObject };
	if (payload.message) payload.message.id = ++messages;
	const before = trigger?.runs.length ?? 0;
	if (trigger?.options.parameters !== parameters) {
		await trigger?.stop();
		trigger = await startTrigger(parameters);
		expect(await deliver(trigger, event)).toBe(200);
		return trigger.runs.length > 0;
	}
	expect(await deliver(trigger, event)).toBe(200);
	return trigger.runs.length > before;
}

describe('without any settings', () => {
	it.each([
		['a delivered message starts', {}, true],
		['a message that was not delivered starts', { status: 'Failed' }, true],
		['a message on its way starts nothing', { status: 'Sending' }, false],
		['a status of later starts nothing', { status: 'Read' }, false],
		['a deleted message starts', { sender_type: 'Consumer', is_deleted: true }, true],
		['an automated message starts', { is_automated: true }, true],
		['an entry of the inbox starts nothing', { sender_type: 'Metadata', content: 'Solving' }, false],
		['a sender of later starts nothing', { sender_type: 'Robot' }, false],
		['a message without a sender starts nothing', { sender_type: null }, false],
	])('%s', async (_, message, expected) => {
		expect(await starts({}, messageEvent(message))).toBe(expected);
	});

	it('other events start nothing', async () => {
		expect(await starts({}, created())).toBe(false);
		expect(await starts({}, { type: 'lead_received', payload: { id: 1 } })).toBe(false);
		expect(await starts({}, { type: 'Message_Updated', payload: {} })).toBe(false);
	});
});

describe('created messages', () => {
	it.each([
		['of consumers start', {}, undefined, true],
		['of users start nothing', { sender_type: 'User' }, undefined, false],
		['of users start when they are chosen', { sender_type: 'User' }, ['User'], true],
		['of consumers start nothing when only users are chosen', {}, ['User'], false],
		['of senders of later start with Other', { sender_type: 'Robot' }, ['other'], true],
		['of known senders start nothing with Other alone', { sender_type: 'Metadata' }, ['other'], false],
		['of consumers start when the filter was left empty', {}, [], true],
		['start whatever their status is', { status: 'Sending' }, undefined, true],
	])('%s', async (_, message, senders, expected) => {
		const filters = senders && { senders };
		expect(await starts({ events: ['message_created'], ...(filters && { filters }) }, created(message))).toBe(expected);
	});

	it('and updated ones have senders of their own', async () => {
		const parameters = {
			events: BOTH,
			filters: { senders: ['Consumer'], updatedSenders: ['User'], statuses: ['Failed'] },
		};
		expect(await starts(parameters, created())).toBe(true);
		expect(await starts(parameters, created({ sender_type: 'User' }))).toBe(false);
		expect(await starts(parameters, messageEvent({ status: 'Failed' }))).toBe(true);
		expect(await starts(parameters, messageEvent({ status: 'Failed', sender_type: 'Consumer' }))).toBe(false);
		expect(await starts(parameters, messageEvent())).toBe(false);
	});
});

describe('filters', () => {
	it.each<[string, INodeParameters, IDataObject, boolean]>([
		['a chosen status starts', { statuses: ['Sending'] }, messageEvent({ status: 'Sending' }), true],
		['a status that is not chosen starts nothing', { statuses: ['Sending'] }, messageEvent(), false],
		['a status of later starts with Other', { statuses: ['other'] }, messageEvent({ status: 'Read' }), true],
		['no status at all counts as Other', { statuses: ['other'] }, messageEvent({ status: null }), true],
		['a chosen channel starts', { channels: ['Whatsapp', 'Facebook'] }, messageEvent(), true],
		['another channel starts nothing', { channels: ['Whatsapp'] }, messageEvent(), false],
		[
			'a channel is compared without regard to case',
			{ channels: ['Whatsapp'] },
			messageEvent({}, { messaging_partner: 'WhatsApp' }),
			true,
		],
		['no channel starts nothing', { channels: ['Whatsapp'] }, messageEvent({}, { messaging_partner: null }), false],
		['the chosen business starts', { businessId: business('5409c35a97bbc544d8e26737') }, messageEvent(), true],
		[
			'one of several businesses starts',
			{ businessId: business('a, 5409c35a97bbc544d8e26737 ,b') },
			messageEvent(),
			true,
		],
		['another business starts nothing', { businessId: business('5409c35a97bbc544d8e26738') }, messageEvent(), false],
		[
			'a business with a number for an ID starts',
			{ businessId: business('123') },
			messageEvent({}, { business: { id: 123 } }),
			true,
		],
		['no business chosen is all of them', { businessId: business('') }, messageEvent(), true],
		['an automated message starts nothing', { ignoreAutomated: true }, messageEvent({ is_automated: true }), false],
		['a message that is not automated starts', { ignoreAutomated: true }, messageEvent({ is_automated: false }), true],
		['a message that says nothing of automation starts', { ignoreAutomated: true }, messageEvent(), true],
		['a deleted message starts nothing', { deletedMessages: 'exclude' }, messageEvent({ is_deleted: true }), false],
		['a message that is there starts', { deletedMessages: 'exclude' }, messageEvent(), true],
		['only a deleted message starts', { deletedMessages: 'only' }, messageEvent({ is_deleted: true }), true],
		['a message that is there starts nothing', { deletedMessages: 'only' }, messageEvent(), false],
	])('%s: %j', async (_, filters, event, expected) => {
		expect(await starts({ filters }, event)).toBe(expected);
	});

	it('of messages do not hold back other events', async () => {
		const parameters = {
			events: [...BOTH, 'lead_received', 'business_updated', 'review_created'],
			filters: { channels: ['SMS'], ignoreAutomated: true, deletedMessages: 'exclude', businessId: business('abc') },
		};
		expect(await starts(parameters, { type: 'lead_received', payload: { id: 1, business_name: 'Partoo' } })).toBe(true);
		expect(await starts(parameters, { type: 'business_updated', payload: { business: { id: 'abc' } } })).toBe(true);
		expect(await starts(parameters, { type: 'business_updated', payload: { business: { id: 'abd' } } })).toBe(false);
		expect(
			await starts(parameters, { type: 'review_created', payload: { review: { key: 'r', business_id: 'abc' } } }),
		).toBe(true);
		expect(
			await starts(parameters, { type: 'review_created', payload: { review: { key: 's', business_id: 'x' } } }),
		).toBe(false);
	});
});

describe('Other Events', () => {
	it('starts on types that Partoo adds later, messages among them', async () => {
		const parameters = { events: ['other'], otherEvents: 'message_received, conversation_closed' };
		expect(await starts(parameters, { type: 'conversation_closed', payload: { conversation: { id: 1 } } })).toBe(true);
		expect(
			await starts(parameters, messageEvent({ sender_type: 'Robot', status: 'Odd' }, {}, 'message_received')),
		).toBe(true);
		expect(trigger.runs[1]).toMatchObject({ messageId: expect.any(String), status: 'unknown' });
		expect(await starts(parameters, messageEvent())).toBe(false);
	});
});

describe('what the editor shows', () => {
	it('begins each filter with what holds without it', () => {
		const { properties } = new PartooTrigger().description;
		const fields = properties.find(({ name }) => name === 'filters')!.options as Array<{
			name: string;
			default: unknown;
		}>;
		const defaults = Object.fromEntries(fields.map((field) => [field.name, field.default]));
		expect(defaults).toMatchObject({
			senders: ['Consumer'],
			updatedSenders: ['Consumer', 'User'],
			statuses: ['Failed', 'Success'],
		});
	});

	it('is small', () => {
		expect(JSON.stringify(new PartooTrigger().description).length).toBeLessThan(12_000);
	});
});
