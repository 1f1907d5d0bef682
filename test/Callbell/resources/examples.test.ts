import type { INodeParameters } from 'n8n-workflow';
import {
	APPOINTMENT,
	byId,
	CallbellBench,
	CUSTOMER,
	FILM,
	GREETING,
	INVOICE,
	MAIN_CHANNEL,
	PICTURE,
} from '../callbell';

let bench: CallbellBench;
beforeAll(async () => (bench = await CallbellBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const hello = { to: CUSTOMER, text: 'Hello!', channelId: byId(MAIN_CHANNEL) };
const textBody = {
	to: CUSTOMER,
	from: 'whatsapp',
	type: 'text',
	channel_uuid: MAIN_CHANNEL,
	content: { text: 'Hello!' },
};

const media = (messageType: string, mediaUrl: string) => ({ to: CUSTOMER, messageType, mediaUrl });
const mediaBody = (type: string, url: string) => ({ to: CUSTOMER, from: 'whatsapp', type, content: { url } });

const template = (uuid: string, value: object) => ({
	to: CUSTOMER,
	templateId: byId(uuid),
	optinConfirmed: true,
	templateFields: { mappingMode: 'defineBelow', value },
});
const templateBody = (uuid: string, type: string, url?: string) => ({
	to: CUSTOMER,
	from: 'whatsapp',
	type,
	content: { text: 'John Doe', ...(url && { url }) },
	template_uuid: uuid,
	optin_contact: true,
});

/** The requests of https://docs.callbell.eu/api/reference/messages_api/post_send_messages; templates have the UUIDs of the sandbox's seed. */
const EXAMPLES: Array<[string, string, object, object]> = [
	['a text', 'send', hello, textBody],
	[
		'a text for a colleague',
		'send',
		{ ...hello, options: { assignedUser: 'john.doe@email.com' } },
		{ ...textBody, assigned_user: 'john.doe@email.com' },
	],
	[
		'a text with metadata',
		'send',
		{
			...hello,
			options: {
				metadata: {
					pair: [
						{ key: 'customer_id', value: '123456' },
						{ key: 'sent_from', value: 'backend_api' },
					],
				},
			},
		},
		{ ...textBody, metadata: { customer_id: '123456', sent_from: 'backend_api' } },
	],
	[
		'an image',
		'send',
		media('image', 'https://example.com/my_image.jpeg'),
		mediaBody('image', 'https://example.com/my_image.jpeg'),
	],
	[
		'an image with a caption',
		'send',
		{ ...media('image', 'https://example.com/my_image.jpeg'), caption: 'This is my caption' },
		{ ...mediaBody('image', ''), content: { url: 'https://example.com/my_image.jpeg', text: 'This is my caption' } },
	],
	[
		'a document',
		'send',
		media('document', 'https://example.com/my_image.pdf'),
		mediaBody('document', 'https://example.com/my_image.pdf'),
	],
	[
		'an audio file',
		'send',
		media('audio', 'https://example.com/my_audio.mp3'),
		mediaBody('document', 'https://example.com/my_audio.mp3'),
	],
	[
		'a video',
		'send',
		media('video', 'https://example.com/my_video.mp4'),
		mediaBody('document', 'https://example.com/my_video.mp4'),
	],
	[
		'a template with one variable',
		'sendTemplate',
		template(GREETING, { 1: 'John Doe' }),
		templateBody(GREETING, 'text'),
	],
	[
		'a template with several variables',
		'sendTemplate',
		{
			...template(APPOINTMENT, { 1: 'Jack', 2: 'template', 3: 'Cheers' }),
			// The example has a text that does not count beside the values.
			options: { additionalBodyFields: '{"content": {"text": "John Doe"}}' },
		},
		{ ...templateBody(APPOINTMENT, 'text'), template_values: ['Jack', 'template', 'Cheers'] },
	],
	[
		'a template with an image',
		'sendTemplate',
		template(PICTURE, { 1: 'John Doe', media: 'https://example.com/valid_image.jpeg' }),
		templateBody(PICTURE, 'image', 'https://example.com/valid_image.jpeg'),
	],
	[
		'a template with a document',
		'sendTemplate',
		template(INVOICE, { 1: 'John Doe', media: 'https://example.com/valid_document.pdf' }),
		templateBody(INVOICE, 'document', 'https://example.com/valid_document.pdf'),
	],
	[
		'a template with a video',
		'sendTemplate',
		template(FILM, { 1: 'John Doe', media: 'https://example.com/valid_video.mp4' }),
		templateBody(FILM, 'video', 'https://example.com/valid_video.mp4'),
	],
];

describe("the example requests of Callbell's documentation", () => {
	it.each(EXAMPLES)('%s is made by the form, field by field', async (_, operation, parameters, body) => {
		const { items, error } = await bench.run(`message.${operation}`, parameters as INodeParameters);
		expect(error).toBeUndefined();
		expect(await bench.bodies()).toEqual([body]);
		expect(items[0]?.json.status).toBe('sending');
	});
});
