import { UNMARKED } from '../../../../nodes/shared/delivery/mark';
import { created, updated } from '../../trigger';
import { ABOUT, CONVERSATION, useOutput } from './useOutput';

const { outputOf } = useOutput();

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
			summary: 'Are you open?',
			answerTo: '331122334455',
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
			...UNMARKED,
			...ABOUT,
			repeatKey: 'adf3d1216d4c4dcd908199d6700f2381:read',
			raw: event,
		});
	});

	it('with a mark says what sent it, and has no metadata of the mark', async () => {
		const mark = { n8n: 'n8n:wf:4711:node:2:13.1' };
		const origin = { workflowId: 'wf', executionId: '4711', nodeId: 'node', runIndex: 2, itemIndex: 13 };
		expect(await outputOf(updated({ metadata: mark }))).toMatchObject({ metadata: null, ...origin });
		expect(await outputOf(updated({ uuid: 'another', metadata: { ...mark, order: '7' } }))).toMatchObject({
			metadata: { order: '7' },
			...origin,
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
