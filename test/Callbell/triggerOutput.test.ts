import type { IDataObject } from 'n8n-workflow';
import { samplePayload } from '../../sandbox/callbell/webhooks/payloads';
import { EVENTS } from '../../sandbox/callbell/webhooks/registry';
import type { TriggerBench } from '../engine';
import { CONTACT, created, deliver, startTrigger, updated } from './trigger';

let trigger: TriggerBench;
const everything = {
	events: [...EVENTS, 'other'],
	otherEvents: 'odd',
	filters: {
		directions: ['received', 'sent'],
		statuses: ['delivered', 'enqueued', 'failed', 'mismatch', 'read', 'sent', 'deleted', 'other'],
	},
};
beforeEach(async () => (trigger = await startTrigger(everything)));
afterEach(async () => await trigger.stop());

async function outputOf(event: IDataObject): Promise<IDataObject> {
	expect(await deliver(trigger, event)).toBe(200);
	expect(trigger.runs).toHaveLength(1);
	const output = trigger.runs.pop()!;
	// n8n would take such an item for one that went wrong.
	expect(output).not.toHaveProperty('error');
	return output;
}

const ABOUT = {
	contactId: CONTACT.uuid,
	contactName: 'John Doe',
	contactPhone: '331122334455',
	contactTags: ['Lead'],
	channel: 'whatsapp',
	channelId: '35f6f8cc-b550-4278-a2ea-099f3a4e0730',
	teamId: 'c4a1',
	teamName: 'General',
	assignedUser: 'jane@example.com',
	conversationUrl: CONTACT.conversationHref,
};
const CONVERSATION = '35f6f8cc-b550-4278-a2ea-099f3a4e0730:eb2b914a977e4ab896e7b886698b3eac';

describe('a message that came in', () => {
	it('is what a workflow acts on, and all that Callbell sent', async () => {
		const event = created();
		expect(await outputOf(event)).toEqual({
			messageId: 'wamid.HBgNMzMxMTIyMzM0NDU1',
			conversationId: CONVERSATION,
			recipient: '390000000001',
			provider: 'callbell',
			providerStatus: 'received',
			timestamp: '2025-05-28T15:27:06.000Z',
			event: 'message_created',
			direction: 'incoming',
			sender: '331122334455',
			name: 'John Doe',
			contentType: 'text',
			text: 'Are you open?',
			mediaUrl: null,
			attachments: [],
			replyToText: null,
			isForwarded: false,
			metadata: null,
			...ABOUT,
			repeatKey: 'wamid.HBgNMzMxMTIyMzM0NDU1',
			raw: event,
		});
	});

	it('without a UUID, as in the documents, is known by a hash of its body', async () => {
		const { messageId, repeatKey } = await outputOf(created({ uuid: undefined }));
		expect(messageId).toBeNull();
		expect(repeatKey).toMatch(/^[0-9a-f]{64}$/);
	});

	it.each([
		['https://x.test/a/file.JPG?sig=1.mp3', 'image'],
		['https://x.test/voice.ogg', 'audio'],
		['https://x.test/clip.mp4#t=1', 'video'],
		['https://x.test/menu.pdf', 'document'],
		['https://x.test/uploads/12389', 'document'],
	])('with the attachment %s is of the type %s', async (url, contentType) => {
		const attachments = [url, 'https://x.test/second'];
		expect(await outputOf(created({ attachments, text: null }))).toMatchObject({
			contentType,
			mediaUrl: url,
			attachments,
			text: null,
		});
	});

	it('can be a location, contacts, buttons or a list', async () => {
		const messageLocation = { coordinates: { x: -23.6054, y: -46.6373 }, googleMapsLocation: 'https://maps.test/1' };
		expect(await outputOf(created({ messageLocation }))).toMatchObject({
			contentType: 'location',
			latitude: -23.6054,
			longitude: -46.6373,
			mapUrl: 'https://maps.test/1',
		});
		expect(await outputOf(created({ uuid: '2', messageContactCard: { contactsInfo: [] } }))).toMatchObject({
			contentType: 'contacts',
		});
		expect(await outputOf(created({ uuid: '3', messageReplyButton: { metadata: {} } }))).toMatchObject({
			contentType: 'buttons',
		});
		expect(await outputOf(created({ uuid: '4', messageInteractiveList: { metadata: '{}' } }))).toMatchObject({
			contentType: 'list',
		});
	});

	it.each(['messageContext', 'mesageContext'])('that answers another has its text from %s', async (field) => {
		expect(
			await outputOf(created({ [field]: { text: 'Shall we?', status: 'sent' }, messageForward: { forwarded: true } })),
		).toMatchObject({ replyToText: 'Shall we?', isForwarded: true });
	});

	it.each([
		[{ order: '7' }, { order: '7' }],
		['{"order":"7"}', { order: '7' }],
		['order 7', 'order 7'],
		['7', '7'],
		['', null],
		[null, null],
	])('with the metadata %j has %j', async (metadata, expected) => {
		expect(await outputOf(created({ metadata }))).toMatchObject({ metadata: expected });
	});
});

describe('what became of a message', () => {
	it('is the delivery status that all providers share, and whom it is about', async () => {
		const event = updated({ metadata: '{"order":"7"}' });
		const output = await outputOf(event);
		expect(output).toEqual({
			messageId: 'adf3d1216d4c4dcd908199d6700f2381',
			conversationId: CONVERSATION,
			recipient: '331122334455',
			status: 'read',
			isFinal: true,
			errorCode: null,
			errorMessage: null,
			provider: 'callbell',
			providerStatus: 'read',
			timestamp: '2023-06-12T09:58:33.000Z',
			event: 'message_status_updated',
			metadata: { order: '7' },
			...ABOUT,
			repeatKey: 'adf3d1216d4c4dcd908199d6700f2381:read',
			raw: event,
		});
	});

	it.each([
		['enqueued', 'sending', false],
		['sent', 'sent', false],
		['mismatch', 'sent', false],
		['delivered', 'delivered', true],
		['read', 'read', true],
		['failed', 'failed', true],
		['deleted', 'unknown', true],
		['played', 'unknown', false],
	])('that is %s is %s', async (providerStatus, status, isFinal) => {
		expect(await outputOf(updated({ status: providerStatus }))).toMatchObject({ providerStatus, status, isFinal });
	});

	it.each([
		[
			{ payload: { code: 1002, reason: 'Number does not exist on WhatsApp' } },
			'1002',
			'Number does not exist on WhatsApp',
		],
		[
			{
				errors: [
					{ code: 131047, title: 'Re-engagement message', error_data: { details: 'More than 24 hours have passed' } },
				],
			},
			'131047',
			'More than 24 hours have passed',
		],
		[{ payload: { errors: [{ code: 470, title: 'Too late' }] } }, '470', 'Too late'],
		[{ error: { code: 5, message: 'Broken' } }, '5', 'Broken'],
		[{ payload: 'number does not exist' }, null, 'number does not exist'],
		[{ payload: { ts: 1686563913 } }, null, null],
		[undefined, null, null],
	])('and failed for %j says why', async (messageStatusPayload, errorCode, errorMessage) => {
		expect(await outputOf(updated({ status: 'failed', messageStatusPayload }))).toMatchObject({
			status: 'failed',
			errorCode,
			errorMessage,
		});
	});

	it.each([
		{ destination: '331', payload: { phone: '33112' } },
		{ destination: '331', payload: { wa_id: '33112' } },
		{ destination: '331', payload: { destination: '33112' } },
	])('and has a corrected number %j goes to that', async (messageStatusPayload) => {
		expect(await outputOf(updated({ status: 'mismatch', messageStatusPayload }))).toMatchObject({
			recipient: '33112',
			status: 'sent',
		});
	});

	it('and just went out is a delivery status too', async () => {
		expect(
			await outputOf(created({ status: 'sent', uuid: 'm1', from: '390000000001', to: '331122334455' })),
		).toMatchObject({
			messageId: 'm1',
			recipient: '331122334455',
			status: 'sent',
			isFinal: false,
			providerStatus: 'sent',
			direction: 'outgoing',
			timestamp: '2025-05-28T15:27:06.000Z',
		});
	});
});

describe('anything else', () => {
	it('about a contact has its fields', async () => {
		const event = { event: 'contact_updated', payload: { ...CONTACT, note: 'Vegan' } };
		expect(await outputOf(event)).toEqual({
			event: 'contact_updated',
			provider: 'callbell',
			conversationId: CONVERSATION,
			timestamp: '2022-10-12T15:57:16.000Z',
			...ABOUT,
			customFields: { City: 'Paris' },
			note: 'Vegan',
			repeatKey: expect.stringMatching(/^[0-9a-f]{64}$/),
			raw: event,
		});
	});

	it('about a deleted contact has its ID and the date', async () => {
		const event = { event: 'contact_deleted', payload: { uuid: 'c1', deleted: '2026-01-02T03:04:05Z' } };
		expect(await outputOf(event)).toMatchObject({
			contactId: 'c1',
			timestamp: '2026-01-02T03:04:05.000Z',
			conversationId: 'c1',
		});
	});

	it('about a conversation has the reason why it was closed', async () => {
		const payload = {
			source: 'whatsapp',
			href: 'https://dash/chat',
			contact: CONTACT,
			createdAt: '2023-11-20T17:14:22Z',
			closedAt: '2023-11-20T18:14:22Z',
			closingReason: 'issue_resolved',
		};
		expect(await outputOf({ event: 'conversation_closed', payload })).toMatchObject({
			closingReason: 'issue_resolved',
			contactId: CONTACT.uuid,
			timestamp: '2023-11-20T18:14:22.000Z',
		});
	});

	it('about colleagues has who they are and what they did', async () => {
		const user = {
			email: 'john@example.com',
			name: 'John',
			available: false,
			lastUpdatedAt: '2024-02-21T12:02:47Z',
			userCustomStatus: { name: 'Vacationing' },
		};
		expect(await outputOf({ event: 'agent_status_updated', payload: user })).toMatchObject({
			userEmail: 'john@example.com',
			isAvailable: false,
			customStatus: 'Vacationing',
			action: null,
			timestamp: '2024-02-21T12:02:47.000Z',
		});
		expect(
			await outputOf({ event: 'agent_session_updated', payload: { action: 'user_logged_in', user } }),
		).toMatchObject({ userEmail: 'john@example.com', action: 'user_logged_in' });
		const joined = {
			team: { uuid: 't1', name: 'Support' },
			user,
			reason: 'agent_added',
			lastUpdateAt: '2024-02-21T18:34:18Z',
		};
		expect(await outputOf({ event: 'team_membership_updated', payload: joined })).toMatchObject({
			action: 'agent_added',
			teamId: 't1',
			teamName: 'Support',
			timestamp: '2024-02-21T18:34:18.000Z',
		});
	});

	it('that Callbell added later comes with all that was sent, whatever that is', async () => {
		for (const [index, payload] of [undefined, null, 'text', 3, [], {}, { contact: null, status: {} }].entries()) {
			const event = { event: 'odd', payload, index } as IDataObject;
			expect(await outputOf(event)).toMatchObject({
				event: 'odd',
				provider: 'callbell',
				raw: JSON.parse(JSON.stringify(event)),
			});
		}
	});
});

describe('a payload without its envelope', () => {
	it.each(EVENTS)('is known for %s, but for new contacts', async (event) => {
		const payload = samplePayload(event) as IDataObject;
		const seen = await outputOf(payload);
		expect(seen).toMatchObject({ event: event === 'contact_created' ? 'contact_updated' : event, raw: payload });
	});

	it('of a new contact is known to a trigger that has subscribed to those alone', async () => {
		await trigger.stop();
		trigger = await startTrigger({ events: ['contact_created'] });
		expect(await outputOf(samplePayload('contact_created') as IDataObject)).toMatchObject({ event: 'contact_created' });
	});

	it('says the same as one with it', async () => {
		const bare = await outputOf(created().payload as IDataObject);
		const { raw, ...rest } = await outputOf(created({ uuid: 'other' }));
		expect(bare).toMatchObject({ ...rest, messageId: bare.messageId, repeatKey: bare.repeatKey });
		expect(raw).toEqual(created({ uuid: 'other' }));
	});
});

it('with Raw Only is what Callbell sent and nothing else', async () => {
	await trigger.stop();
	trigger = await startTrigger({ options: { rawOnly: true } });
	expect(await outputOf(created())).toEqual(created());
});
