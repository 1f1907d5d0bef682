import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { binaryItem } from '../../../engine';
import { byId, byUrl, CUSTOMER, Dialog360Bench, fromField } from '../../dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

/** Stands for a file that was uploaded before: WhatsApp takes no ID that it does not know. */
const FILE_ID = '123456';

const withFile = async <T>(value: T): Promise<T> =>
	JSON.parse(JSON.stringify(value).replaceAll(FILE_ID, await bench.uploadedFile())) as T;

/** Sends with the form and answers what arrived without the part that is the same for all. */
async function sent(operation: string, parameters: INodeParameters): Promise<IDataObject> {
	const run = await bench.run(`message.${operation}`, { to: CUSTOMER, ...(await withFile(parameters)) });
	expect(run.error?.message).toBeUndefined();
	const [body] = await bench.bodies();
	const { messaging_product: product, recipient_type: recipientType, to, ...content } = body!;
	expect([product, recipientType, to]).toEqual(['whatsapp', 'individual', CUSTOMER]);
	return content;
}

const link = 'https://example.com/a.pdf';
type Case = [what: string, parameters: INodeParameters, body: IDataObject];

describe('Send fills the form into the body that WhatsApp documents', () => {
	it.each<Case>([
		[
			'a text with a link preview, as a reply',
			{ text: 'See https://example.com', options: { previewUrl: true, replyTo: 'wamid.HBg1' } },
			{
				type: 'text',
				context: { message_id: 'wamid.HBg1' },
				text: { body: 'See https://example.com', preview_url: true },
			},
		],
		[
			'a text with a tracking text',
			{ text: 'Hi\nthere ☕', options: { trackingText: 'order-1' } },
			{ type: 'text', text: { body: 'Hi\nthere ☕' }, biz_opaque_callback_data: 'order-1' },
		],
		[
			'a text for one device only',
			{ text: 'Your code', options: { identityKeyHash: ' DF2lS5v2W6x= ' } },
			{ type: 'text', text: { body: 'Your code' }, recipient_identity_key_hash: 'DF2lS5v2W6x=' },
		],
		[
			'an image by URL',
			{ messageType: 'image', media: byUrl(link), caption: 'Menu' },
			{ type: 'image', image: { link, caption: 'Menu' } },
		],
		['an image by ID', { messageType: 'image', media: byId(FILE_ID) }, { type: 'image', image: { id: FILE_ID } }],
		[
			'a video',
			{ messageType: 'video', media: byUrl(link), caption: 'c' },
			{ type: 'video', video: { link, caption: 'c' } },
		],
		['an audio', { messageType: 'audio', media: byId(FILE_ID) }, { type: 'audio', audio: { id: FILE_ID } }],
		[
			'a voice message',
			{ messageType: 'audio', media: byId(FILE_ID), options: { voice: true } },
			{ type: 'audio', audio: { id: FILE_ID, voice: true } },
		],
		[
			'a document',
			{ messageType: 'document', media: byUrl(link), caption: 'Invoice', options: { fileName: 'a.pdf' } },
			{ type: 'document', document: { link, filename: 'a.pdf', caption: 'Invoice' } },
		],
		['a sticker', { messageType: 'sticker', media: byId(FILE_ID) }, { type: 'sticker', sticker: { id: FILE_ID } }],
		[
			'a location',
			{
				messageType: 'location',
				latitude: 37.4421,
				longitude: -122.1615,
				options: { locationName: 'Office', locationAddress: '101 Forest Ave' },
			},
			{
				type: 'location',
				location: { latitude: 37.4421, longitude: -122.1615, name: 'Office', address: '101 Forest Ave' },
			},
		],
		[
			'a location from a spreadsheet, as texts',
			{ messageType: 'location', latitude: '={{ "37,4421" }}', longitude: '={{ "-122.1615" }}' },
			{ type: 'location', location: { latitude: 37.4421, longitude: -122.1615 } },
		],
		[
			'a reaction',
			{ messageType: 'reaction', messageId: 'wamid.1', emoji: '👍' },
			{ type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '👍' } },
		],
		[
			'the removal of a reaction',
			{ messageType: 'reaction', messageId: 'wamid.1', options: { removeReaction: true } },
			{ type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '' } },
		],
		[
			'contacts with all their fields',
			{
				messageType: 'contacts',
				contacts: {
					contact: [
						{
							formatted_name: 'Dr. Jane Q. Doe Jr.',
							first_name: 'Jane',
							last_name: 'Doe',
							phones: {
								entry: [
									{ phone: '+1 (650) 555-1234', type: 'WORK', wa_id: '16505551234' },
									{ phone: '+16505555678', type: '' },
								],
							},
							emails: { entry: [{ email: 'jane@example.com', type: 'WORK' }] },
							urls: { entry: [{ url: 'https://example.com', type: 'WORK' }] },
							addresses: {
								entry: [
									{
										street: '1 Hacker Way',
										city: 'Menlo Park',
										state: 'CA',
										zip: '94025',
										country: 'United States',
										country_code: 'US',
										type: 'HOME',
									},
								],
							},
							more: {
								middle_name: 'Q.',
								prefix: 'Dr.',
								suffix: 'Jr.',
								company: 'ACME',
								department: 'Design',
								title: 'Manager',
								birthday: '1999-01-23',
							},
						},
						{ formatted_name: 'Ann', first_name: 'Ann' },
					],
				},
			},
			{
				type: 'contacts',
				contacts: [
					{
						name: {
							formatted_name: 'Dr. Jane Q. Doe Jr.',
							first_name: 'Jane',
							last_name: 'Doe',
							middle_name: 'Q.',
							prefix: 'Dr.',
							suffix: 'Jr.',
						},
						org: { company: 'ACME', department: 'Design', title: 'Manager' },
						birthday: '1999-01-23',
						addresses: [
							{
								street: '1 Hacker Way',
								city: 'Menlo Park',
								state: 'CA',
								zip: '94025',
								country: 'United States',
								country_code: 'US',
								type: 'HOME',
							},
						],
						emails: [{ email: 'jane@example.com', type: 'WORK' }],
						phones: [{ phone: '+1 (650) 555-1234', type: 'WORK', wa_id: '16505551234' }, { phone: '+16505555678' }],
						urls: [{ url: 'https://example.com', type: 'WORK' }],
					},
					{ name: { formatted_name: 'Ann', first_name: 'Ann' } },
				],
			},
		],
		[
			'JSON, with the recipient of the form',
			{ messageType: 'json', json: '{"messaging_product": "x", "to": "1", "type": "text", "text": {"body": "Hi"}}' },
			{ type: 'text', text: { body: 'Hi' } },
		],
	])('%s', async (_what, parameters, body) => {
		expect(await sent('send', parameters)).toEqual(await withFile(body));
	});
});

it('merges additional fields into what the form made', async () => {
	await bench.sandbox.settings({ rejectUnknownFields: false } as object, 'dialog360');
	const options = { additionalBodyFields: '{"text": {"new": 1}, "ttl": 5}' };
	expect(await sent('send', { text: 'Hi', options })).toEqual({ type: 'text', text: { body: 'Hi', new: 1 }, ttl: 5 });
});

it.each([
	['={{ new Date("1990-12-31T00:00:00+01:00") }}', 'a date of JavaScript'],
	['={{ DateTime.fromISO("1990-12-31") }}', 'a DateTime'],
])('takes a birthday as the day it is where the workflow is: %s, %s', async (birthday) => {
	const contact = [{ formatted_name: 'Ann Lee', first_name: 'Ann', more: { birthday } }];
	const parameters = { to: CUSTOMER, messageType: 'contacts', contacts: { contact } };
	const { error } = await bench.run('message.send', parameters, { timezone: 'Europe/Paris' });
	expect(error?.message).toBeUndefined();
	expect((await bench.bodies())[0]).toMatchObject({ contacts: [{ birthday: '1990-12-31' }] });
});

describe('the name of a document', () => {
	it.each([
		['My receipt', link, 'My receipt.pdf'],
		['invoice.2024', link, 'invoice.2024.pdf'],
		['terms.docx', link, 'terms.docx'],
		['My receipt', 'https://example.com/download?id=7', 'My receipt'],
		['My receipt', 'https://example.com/view.html', 'My receipt'],
	])('%s from %s reaches the customer as %s', async (fileName, url, filename) => {
		const parameters = { messageType: 'document', media: byUrl(url), options: { fileName } };
		expect(await sent('send', parameters)).toMatchObject({ document: { filename } });
	});

	it.each([
		['invoice.2024', {}, 'invoice.2024.pdf'],
		['a.docx', {}, 'a.docx.pdf'],
		['x.pdf', { fileName: 'My receipt' }, 'My receipt.pdf'],
	])('%s of the item reaches the customer with its extension: %j', async (name, options, filename) => {
		const item = await binaryItem({ fileName: name, mimeType: 'application/pdf', data: Buffer.from('%PDF-1.7') });
		const parameters = { to: CUSTOMER, messageType: 'document', media: fromField('data'), options };
		const { error } = await bench.run('message.send', parameters, { items: [item] });
		expect(error?.message).toBeUndefined();
		expect((await bench.bodies()).at(-1)).toMatchObject({ document: { filename } });
	});
});
