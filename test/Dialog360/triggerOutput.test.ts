import type { IDataObject } from 'n8n-workflow';
import { METADATA, messagesChange, WABA_ID } from '../../sandbox/dialog360/webhooks/envelope';
import type { Change } from '../../sandbox/dialog360/webhooks/envelope';
import {
	messageChange,
	MESSAGE_SAMPLES,
	OTHER_SAMPLES,
	sampleChange,
	statusChange,
} from '../../sandbox/dialog360/webhooks/samples';
import type { TriggerBench } from '../engine';
import { deliver, SIGNED, startManual } from './trigger';

const ALL_STATUSES = ['delivered', 'failed', 'other', 'played', 'read', 'sent'];
const EVERYTHING = {
	events: ['account', 'echo', 'error', 'message', 'other', 'phoneNumber', 'status', 'template'],
	otherEvents: 'calls',
	filters: { statuses: ALL_STATUSES },
};
const EARLIER = 'wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA';

let trigger: TriggerBench;
beforeEach(async () => (trigger = await startManual(EVERYTHING)));
afterEach(async () => await trigger.stop());

async function outputOf(change: Change): Promise<IDataObject> {
	expect(await deliver(trigger, change)).toBe(200);
	return trigger.runs.at(-1)!;
}

describe('a message', () => {
	it('is what a workflow acts on, and all that 360dialog sent', async () => {
		const change = messageChange('text', { id: 'wamid.1', timestamp: '1749416383' });
		expect(await outputOf(change)).toEqual({
			event: 'message',
			provider: 'dialog360',
			messageId: 'wamid.1',
			conversationId: '106540352242922:16505551234',
			timestamp: '2025-06-08T20:59:43.000Z',
			sender: '16505551234',
			senderId: null,
			name: 'Sheena Nelson',
			contentType: 'text',
			kind: 'text',
			text: 'Does it come in another color?',
			replyId: null,
			replyTo: null,
			isForwarded: false,
			groupId: null,
			phoneNumberId: METADATA.phone_number_id,
			phoneNumber: METADATA.display_phone_number,
			raw: { id: WABA_ID, ...change },
		});
	});

	it.each<[string, IDataObject]>([
		['reply', { kind: 'text', replyTo: EARLIER, text: 'This one, please' }],
		['forwarded', { isForwarded: true }],
		['product', { productId: 'di9ozbzfi4', catalogId: '194836987003835' }],
		[
			'ad',
			{
				adId: '120226305854810726',
				adUrl: 'https://fb.me/3cr4Wqqkv',
				adHeadline: 'Chat with us',
				adClickId: 'Aff-n8ZTODiE79d22KtAwQKj9e',
			},
		],
		[
			'group',
			{
				groupId: 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD',
				sender: '16505551234',
				conversationId: expect.stringMatching(/:Y2Fwa/),
			},
		],
		[
			'image',
			{
				kind: 'media',
				mediaId: '1003383421387256',
				mimeType: 'image/jpeg',
				caption: 'The broken lid',
				fileName: null,
				text: null,
			},
		],
		['video', { kind: 'media', mediaId: '1003383421387257', caption: 'It rattles' }],
		['audio', { kind: 'media', mimeType: 'audio/ogg; codecs=opus', isVoice: true }],
		['document', { kind: 'media', fileName: 'invoice.pdf' }],
		['sticker', { kind: 'media', mimeType: 'image/webp' }],
		[
			'location',
			{
				kind: 'location',
				latitude: 40.782910059774,
				longitude: -73.959075808525,
				locationName: 'Solomon R. Guggenheim Museum',
			},
		],
		['contacts', { kind: 'contact', contacts: [expect.objectContaining({ phones: expect.any(Array) })] }],
		['button_reply', { kind: 'answer', contentType: 'interactive', text: 'Yes', replyId: 'yes', replyTo: EARLIER }],
		[
			'list_reply',
			{ kind: 'answer', text: 'Priority Mail Express', replyId: 'priority_express', description: 'Next Day to 2 Days' },
		],
		[
			'nfm_reply',
			{ kind: 'flow', text: 'Sent', flowName: 'flow', answers: { flow_token: 't-1', firstname: 'Sheena', guests: 4 } },
		],
		['call_permission_reply', { kind: 'call_permission_reply', text: '[Unhandled content: call_permission_reply]' }],
		['button', { kind: 'answer', contentType: 'button', text: 'Stop promotions', replyId: 'stop-promotions' }],
		['reaction', { kind: 'reaction', text: '👍', replyTo: EARLIER }],
		['reaction_removed', { kind: 'reaction', text: null, replyTo: EARLIER }],
		[
			'order',
			{ kind: 'order', text: 'Love these!', order: expect.objectContaining({ product_items: expect.any(Array) }) },
		],
		['edit', { kind: 'edit', text: 'Does it come in another colour?', replyTo: EARLIER }],
		['revoke', { kind: 'deletion', text: null, replyTo: EARLIER }],
		['system', { kind: 'system', change: 'user_changed_number', newSender: '12195555358' }],
		[
			'unsupported',
			{
				kind: 'unsupported',
				text: '[Unsupported content: poll]',
				errorCode: '131051',
				errorMessage: 'Message type is currently not supported.',
			},
		],
		['unknown', { kind: 'hologram', contentType: 'hologram', text: '[Unhandled content: hologram]' }],
	])('of the kind %s has its fields', async (kind, fields) => {
		expect(await outputOf(messageChange(kind))).toMatchObject({ event: 'message', ...fields });
	});

	it('of somebody who hides the phone number has an ID instead', async () => {
		const id = 'US.13491208655302741918';
		expect(await outputOf(sampleChange('hidden_number')!)).toMatchObject({
			sender: null,
			senderId: id,
			name: 'Sheena Nelson',
			conversationId: `106540352242922:${id}`,
		});
	});

	it('in the older shape, without an envelope, is read all the same', async () => {
		const { value } = messageChange('text', { id: 'wamid.old' });
		await trigger.call(JSON.stringify({ ...value, messaging_product: undefined }), SIGNED);
		expect(trigger.runs).toMatchObject([
			{ event: 'message', messageId: 'wamid.old', text: 'Does it come in another color?' },
		]);
	});

	it('that the business wrote itself is an echo, with the customer as recipient', async () => {
		expect(await outputOf(OTHER_SAMPLES.echo!())).toMatchObject({
			event: 'echo',
			sender: '15550783881',
			recipient: '16505551234',
			conversationId: '106540352242922:16505551234',
			text: 'We open at nine',
		});
		expect(await outputOf(messageChange('text', { from: '+1 555-078-3881', to: '16505551234' }))).toMatchObject({
			event: 'echo',
		});
	});
});

describe('a status', () => {
	it('is the delivery status, with the cause of a failure and the next step', async () => {
		const errors = [
			{
				code: 131047,
				title: 'Re-engagement message',
				message: 'Re-engagement message',
				error_data: { details: 'More than 24 hours have passed' },
				href: 'x',
			},
		];
		const change = statusChange({
			id: 'wamid.9',
			status: 'failed',
			timestamp: '1750030073',
			errors,
			biz_opaque_callback_data: 'order 7',
		});
		const output = await outputOf(change);
		expect(output).toEqual({
			messageId: 'wamid.9',
			conversationId: '106540352242922:16505551234',
			recipient: '16505551234',
			status: 'failed',
			isFinal: true,
			errorCode: '131047',
			errorMessage: 'More than 24 hours have passed',
			provider: 'dialog360',
			providerStatus: 'failed',
			timestamp: '2025-06-15T23:27:53.000Z',
			event: 'status',
			errorTitle: 'Re-engagement message',
			errorDetails: 'More than 24 hours have passed',
			errorCause: expect.stringContaining('24 hours'),
			nextStep: expect.stringContaining('Send Template'),
			trackingText: 'order 7',
			pricingCategory: 'marketing',
			isBillable: true,
			groupId: null,
			phoneNumberId: METADATA.phone_number_id,
			phoneNumber: METADATA.display_phone_number,
			raw: { id: WABA_ID, ...change },
		});
		expect(Object.keys(output).slice(0, 10)).toEqual([
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
		]);
	});

	it.each([
		['sent', 'sent', false],
		['delivered', 'delivered', true],
		['read', 'read', true],
		['played', 'read', true],
		['teleported', 'unknown', false],
	])('that is %s is %s', async (providerStatus, status, isFinal) => {
		expect(await outputOf(statusChange({ status: providerStatus }))).toMatchObject({
			providerStatus,
			status,
			isFinal,
			errorCode: null,
			nextStep: null,
		});
	});

	it('of a group is about a participant', async () => {
		const change = statusChange({
			recipient_type: 'group',
			recipient_id: 'group-1',
			recipient_participant_id: '16505551234',
		});
		expect(await outputOf(change)).toMatchObject({
			groupId: 'group-1',
			recipient: '16505551234',
			conversationId: '106540352242922:group-1',
		});
	});

	it('of somebody who hides the phone number has an ID instead', async () => {
		const change = statusChange({ recipient_id: undefined, recipient_user_id: 'US.1' });
		expect(await outputOf(change)).toMatchObject({ recipient: 'US.1', conversationId: '106540352242922:US.1' });
	});
});

describe('other events', () => {
	it.each<[string, IDataObject]>([
		['error', { event: 'error', errorCode: '130429', errorTitle: 'Rate limit hit', errorCause: expect.any(String) }],
		[
			'message_template_status_update',
			{
				change: 'REJECTED',
				reason: 'INVALID_FORMAT',
				templateId: '1689556908129832',
				templateName: 'order_update',
				templateLanguage: 'en_US',
			},
		],
		['message_template_quality_update', { quality: 'YELLOW', previousQuality: 'GREEN' }],
		['template_category_update', { category: 'MARKETING', previousCategory: 'UTILITY' }],
		['phone_number_quality_update', { change: 'FLAGGED', limit: 'TIER_10K', phoneNumber: '15550783881' }],
		['account_update', { change: 'VERIFIED_ACCOUNT', phoneNumber: '15550783881' }],
		['calls', { phoneNumberId: METADATA.phone_number_id }],
	])('of the field %s have what changed', async (kind, fields) => {
		const change = OTHER_SAMPLES[kind]!();
		expect(await outputOf(change)).toMatchObject({
			event: kind,
			provider: 'dialog360',
			accountId: WABA_ID,
			...fields,
			raw: { id: WABA_ID, ...change },
		});
	});

	it('never carry what n8n would take for a failed item', async () => {
		for (const kind of [...Object.keys(MESSAGE_SAMPLES), ...Object.keys(OTHER_SAMPLES), 'status']) {
			expect(await outputOf(sampleChange(kind)!)).not.toHaveProperty('error');
		}
	});

	it('of fields with oddities in them are answered, and those that hold nothing start nothing', async () => {
		const odd = [
			null,
			3,
			'x',
			[],
			{},
			{ entry: 'x' },
			{ entry: [] },
			{
				entry: [
					null,
					3,
					{ changes: 'x' },
					{ changes: [null, { field: 'messages', value: { messages: [null, 'x', {}] } }] },
				],
			},
		];
		for (const body of odd.slice(4)) expect((await trigger.call(JSON.stringify(body), SIGNED)).status).toBe(200);
		for (const body of odd.slice(0, 4)) expect((await trigger.call(JSON.stringify(body), SIGNED)).status).toBe(400);
		expect(trigger.runs).toEqual([]);
		const parts = { id: 7, type: { a: 1 }, context: 'x', referral: 'y', image: [], timestamp: 'never' };
		for (const kind of [undefined, 'image', 'contacts', 'interactive', 'edit', 'unsupported']) {
			expect(
				await deliver(
					trigger,
					messagesChange({ contacts: 'x', messages: [{ ...parts, id: `odd-${kind}`, type: kind }] }),
				),
			).toBe(200);
		}
		expect(trigger.runs).toHaveLength(6);
	});
});

describe('several things in one call', () => {
	const changes = () => [
		messagesChange({
			...messageChange('text').value,
			messages: [1, 2].map((number) => ({
				from: '1',
				id: `wamid.${number}`,
				type: 'text',
				text: { body: `${number}` },
			})),
		}),
		statusChange({ status: 'failed', id: 'wamid.3' }),
		OTHER_SAMPLES.account_update!(),
		messageChange('image', { id: 'wamid.4' }),
	];

	it('are an item each, in their order', async () => {
		await deliver(trigger, ...changes());
		expect(trigger.outputs).toHaveLength(1);
		expect(trigger.runs.map(({ event, messageId }) => messageId ?? event)).toEqual([
			'wamid.1',
			'wamid.2',
			'wamid.3',
			'account_update',
			'wamid.4',
		]);
		expect(trigger.runs[1]).toMatchObject({ raw: { value: { messages: [{ id: 'wamid.2' }] } } });
		expect((trigger.runs[1]!.raw as { value: { messages: object[] } }).value.messages).toHaveLength(1);
	});

	it('come out of an output of their own where the user wants that', async () => {
		await trigger.stop();
		trigger = await startManual({ ...EVERYTHING, options: { outputPerKind: true } });
		await deliver(trigger, ...changes());
		expect(trigger.outputs[0]!.map((items) => items.map(({ json }) => json.messageId ?? json.event))).toEqual([
			['wamid.1', 'wamid.2', 'wamid.4'],
			['wamid.3'],
			['account_update'],
		]);
	});

	it('are what 360dialog sent and nothing else with Raw Only', async () => {
		await trigger.stop();
		trigger = await startManual({ ...EVERYTHING, options: { rawOnly: true } });
		const change = messageChange('text');
		expect(await outputOf(change)).toEqual({ id: WABA_ID, ...change });
	});
});
