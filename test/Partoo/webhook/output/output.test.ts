import type { IDataObject } from 'n8n-workflow';
import type { TriggerBench } from '../../../engine';
import { created, deliver, messageEvent, startTrigger } from '../../trigger';

const EVENTS = [
	'business_created',
	'business_deleted',
	'business_updated',
	'lead_received',
	'message_created',
	'message_updated',
	'review_created',
	'review_updated',
	'other',
];

let trigger: TriggerBench;
beforeEach(async () => (trigger = await startTrigger({ events: EVENTS, otherEvents: 'odd' })));
afterEach(async () => await trigger.stop());

async function outputOf(event: IDataObject): Promise<IDataObject> {
	await deliver(trigger, event);
	return trigger.runs.at(-1)!;
}

describe('a message', () => {
	it('without a status is there, and one in small letters is the same', async () => {
		expect(await outputOf(messageEvent({ id: 1, status: null }))).toMatchObject({ messageId: '1', status: 'unknown' });
		expect(await outputOf(messageEvent({ id: 2, status: 'failed' }))).toMatchObject({
			status: 'failed',
			isFinal: true,
		});
	});

	it.each(['text', undefined])('that answers a story with words has them as its text: %s', async (type) => {
		const content = { url: 'https://story.example/1', content: 'Nice', content_type: type, id: 7 };
		const reply = created({ content_type: 'IgStoryReply', content: content as IDataObject });
		expect(await outputOf(reply)).toMatchObject({ text: 'Nice', mediaUrl: null, storyId: '7' });
	});

	it('is the delivery status, what a workflow acts on, and all that Partoo sent', async () => {
		const event = messageEvent({ status: 'Failed' });
		const output = await outputOf(event);
		expect(output).toEqual({
			messageId: '123',
			conversationId: '1001',
			recipient: null,
			status: 'failed',
			isFinal: true,
			errorCode: null,
			errorMessage: null,
			provider: 'partoo',
			providerStatus: 'Failed',
			timestamp: '2023-01-31T16:22:17.327Z',
			event: 'message_updated',
			isTryout: false,
			contentType: 'Text',
			text: 'Your order is ready',
			mediaUrl: null,
			fileName: null,
			summary: 'Your order is ready',
			answerTo: '1001',
			senderType: 'User',
			senderLabel: 'Jane Doe',
			isAutomated: null,
			isDeleted: false,
			consumerName: 'John Doe',
			channel: 'Facebook',
			businessId: '5409c35a97bbc544d8e26737',
			organizationId: '42',
			externalConversationId: null,
			externalMessageId: null,
			raw: event,
		});
		expect(Object.keys(output).slice(0, 11)).toEqual([
			'messageId',
			'conversationId',
			'recipient',
			'status',
			'isFinal',
			'errorCode',
			'errorMessage',
			'provider',
			'providerStatus',
			'timestamp',
			'event',
		]);
		expect(Object.keys(output).at(-1)).toBe('raw');
	});

	it.each([
		['Sending', 'sending', false],
		['Success', 'delivered', true],
		['Failed', 'failed', true],
		['Read', 'unknown', false],
	])('that is %s is %s', async (providerStatus, status, isFinal) => {
		await trigger.stop();
		trigger = await startTrigger({ filters: { statuses: ['Failed', 'Sending', 'Success', 'other'] } });
		expect(await outputOf(messageEvent({ status: providerStatus }))).toMatchObject({ providerStatus, status, isFinal });
	});

	it.each<[string, unknown, string | null, string | null]>([
		['Text', 'Hello', 'Hello', null],
		['Text', null, null, null],
		['Image', 'https://x.test/i.png', null, 'https://x.test/i.png'],
		['Image', { url: 'https://x.test/i.png' }, null, 'https://x.test/i.png'],
		['Video', { url: 'https://x.test/v.mp4', file_name: null }, null, 'https://x.test/v.mp4'],
		['Audio', { url: 'https://x.test/a.mp4', file_name: 'a.mp4' }, null, 'https://x.test/a.mp4'],
		['Document', { url: 'https://x.test/d.pdf', file_name: 'd.pdf' }, null, 'https://x.test/d.pdf'],
		['Document', null, null, null],
		['IgStoryReply', { url: 'https://x.test/story', content: 'Nice!', content_type: 'Text', id: '1' }, 'Nice!', null],
		[
			'IgStoryReply',
			{ url: 'https://x.test/story', content: 'https://x.test/i.png', content_type: 'Image' },
			null,
			'https://x.test/i.png',
		],
		['IgStoryMention', 'https://x.test/story', null, 'https://x.test/story'],
		['Unsupported', { type: 'video' }, '[Unsupported content: video]', null],
		['Unsupported', null, '[Unsupported content: unknown]', null],
		['Sticker', { url: 'https://x.test/s.webp' }, '[Unhandled content: Sticker]', 'https://x.test/s.webp'],
		['Poll', 'Which one?', '[Unhandled content: Poll]', null],
	])('of the type %s with %j has text and media', async (contentType, content, text, mediaUrl) => {
		expect(await outputOf(created({ content_type: contentType, content: content as string }))).toMatchObject({
			contentType,
			text,
			mediaUrl,
		});
	});

	it.each(['Video', 'Audio', 'Document', 'Sticker'])('of the type %s keeps the name of its file', async (type) => {
		const content = { url: 'https://x.test/f', file_name: 'summer.mp4' };
		expect(await outputOf(created({ content_type: type, content }))).toMatchObject({ fileName: 'summer.mp4' });
		expect(await outputOf(created({ content_type: type, content: { ...content, file_name: null } }))).toMatchObject({
			fileName: null,
		});
	});

	it('that answers a story has the story and the answer each in a field of its own', async () => {
		const reply = { url: 'https://x.test/story', id: 17900000000000001n.toString() };
		const text = { ...reply, content: 'Where is that?', content_type: 'Text' };
		const story = { storyUrl: 'https://x.test/story', storyId: '17900000000000001' };
		expect(await outputOf(created({ id: 1, content_type: 'IgStoryReply', content: text }))).toMatchObject({
			...story,
			text: 'Where is that?',
			mediaUrl: null,
		});
		const picture = { ...reply, content: 'https://x.test/p.png', content_type: 'Image' };
		expect(await outputOf(created({ id: 2, content_type: 'IgStoryReply', content: picture }))).toMatchObject({
			...story,
			text: null,
			mediaUrl: 'https://x.test/p.png',
		});
		const mention = { id: 3, content_type: 'IgStoryMention', content: 'https://x.test/story' };
		expect(await outputOf(created(mention))).toMatchObject({ storyUrl: 'https://x.test/story', storyId: null });
		expect(await outputOf(created({ id: 4 }))).not.toHaveProperty('storyUrl');
	});

	it('has the IDs of a custom channel, and what newer versions of the event say', async () => {
		const event = created(
			{ custom_channel: { external_message_id: 'm-1' }, is_automated: true },
			{
				messaging_partner: 'Custom',
				custom_channel: { external_conversation_id: 'web-1' },
				consumer_phone_number: '+33612345678',
			},
		);
		expect(await outputOf(event)).toMatchObject({
			channel: 'Custom',
			externalConversationId: 'web-1',
			externalMessageId: 'm-1',
			isAutomated: true,
			recipient: '+33612345678',
		});
	});

	it('never carries what n8n would take for a failed item', async () => {
		for (const event of [
			messageEvent({ error: 'x', status: 'Failed' }),
			{ type: 'odd', payload: { error: 'x' }, error: 'x' },
		]) {
			expect(await outputOf(event)).not.toHaveProperty('error');
		}
	});
});

describe('other events', () => {
	it('of a lead have the answers without a name too', async () => {
		const values = [{ name: 'City', value: 'Paris' }, { value: 'Blue' }];
		expect(await outputOf({ type: 'lead_received', payload: { id: 2, values } })).toMatchObject({
			answers: { City: 'Paris', '2': 'Blue' },
		});
	});

	it('of a lead have its answers by name', async () => {
		const values = [
			{ id: 1, type: 'TEXT', name: 'Your firstname', value: 'John' },
			{ id: 2, type: 'BOOLEAN', name: 'Newsletter', value: true },
		];
		const payload = {
			id: 1,
			source: 'chatbot',
			created_at: '2024-11-27T16:10:44.929678Z',
			chatbot_id: 1,
			chatbot_name: 'Jim',
			business_name: 'Partoo',
			store_code: 'Partoo123',
			values,
		};
		expect(await outputOf({ type: 'lead_received', payload })).toEqual({
			event: 'lead_received',
			provider: 'partoo',
			isTryout: false,
			id: '1',
			businessId: null,
			organizationId: null,
			timestamp: '2024-11-27T16:10:44.929Z',
			source: 'chatbot',
			chatbotName: 'Jim',
			businessName: 'Partoo',
			storeCode: 'Partoo123',
			answers: { 'Your firstname': 'John', Newsletter: true },
			raw: { type: 'lead_received', payload },
		});
	});

	it('of a review have rating and text', async () => {
		const review = {
			key: 'abc',
			org_id: 42,
			business_id: '5409c35a97bbc544d8e26737',
			partner: 'google',
			author_name: 'Ana',
			date: '2024-11-27T16:10:44Z',
			rating: 4.5,
			content: 'Nice',
			state: 'not_treated',
		};
		expect(await outputOf({ type: 'review_created', payload: { review } })).toMatchObject({
			id: 'abc',
			businessId: '5409c35a97bbc544d8e26737',
			organizationId: '42',
			timestamp: '2024-11-27T16:10:44.000Z',
			channel: 'google',
			rating: 4.5,
			title: null,
			text: 'Nice',
			authorName: 'Ana',
		});
	});

	it('of a business have its name and code', async () => {
		const business = {
			id: '5409c35a97bbc544d8e26737',
			org_id: 42,
			name: 'Corner shop',
			code: 'CS-75019',
			status: 'open',
			city: 'Paris',
			country: 'FR',
			created: 1409925979.5,
		};
		expect(await outputOf({ type: 'business_updated', payload: { business } })).toMatchObject({
			id: '5409c35a97bbc544d8e26737',
			businessId: '5409c35a97bbc544d8e26737',
			businessName: 'Corner shop',
			storeCode: 'CS-75019',
			timestamp: '2014-09-05T14:06:19.500Z',
		});
	});

	it('that are not known have what Partoo sent', async () => {
		const event = { type: 'odd', payload: { id: 7, x: 1 } };
		expect(await outputOf(event)).toEqual({
			event: 'odd',
			provider: 'partoo',
			isTryout: false,
			id: '7',
			businessId: null,
			organizationId: null,
			timestamp: null,
			raw: event,
		});
	});
});

describe('Raw Only', () => {
	it('is what Partoo sent and nothing else', async () => {
		await trigger.stop();
		trigger = await startTrigger({ options: { rawOnly: true } });
		expect(await outputOf(messageEvent())).toEqual(messageEvent());
	});
});
