import type { IDataObject } from 'n8n-workflow';
import { METADATA, WABA_ID } from '../../../../sandbox/dialog360/webhooks/envelope';
import type { Change } from '../../../../sandbox/dialog360/webhooks/envelope';
import { messageChange, OTHER_SAMPLES, sampleChange } from '../../../../sandbox/dialog360/webhooks/samples';
import type { TriggerBench } from '../../../engine';
import { deliver, SIGNED, startManual } from '../../trigger';

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
			senderParentId: null,
			name: 'Sheena Nelson',
			username: null,
			contentType: 'text',
			kind: 'text',
			text: 'Does it come in another color?',
			replyId: null,
			replyTo: null,
			summary: 'Does it come in another color?',
			answerTo: '16505551234',
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
				answerTo: 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD',
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
		['call_permission_reply', { kind: 'callPermission', callPermission: 'accept', text: null }],
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
			answerTo: id,
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
			answerTo: '16505551234',
			conversationId: '106540352242922:16505551234',
			text: 'We open at nine',
		});
		expect(await outputOf(messageChange('text', { from: '+1 555-078-3881', to: '16505551234' }))).toMatchObject({
			event: 'echo',
		});
	});
});
