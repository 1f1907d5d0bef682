import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { binaryItem } from '../../../engine';
import { byId, byUrl, CUSTOMER, Dialog360Bench, fromField } from '../../dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const PICTURE = 'https://example.com/a.png';
const picture = byUrl(PICTURE) as INodeParameters;
const option = (name: string, fields: object) => ({ options: { [name]: fields } });
const buttons = (...button: object[]) => option('templateButtons', { button });
const media = (format: string, sample?: unknown) =>
	option('templateHeaderMedia', { header: { format, ...(sample !== undefined && { sample }) } });
const card = (body: string) => ({
	sample: picture,
	body,
	bodyExamples: ['red'],
	buttons: {
		button: [
			{ type: 'QUICK_REPLY', text: 'More' },
			{ type: 'URL', text: 'Buy', url: 'https://example.com/p/{{1}}', urlExample: 'https://example.com/p/1' },
		],
	},
});
const apps = { app: [{ packageName: 'com.example.shop', signatureHash: 'K8a/AINcGX7' }] };
const later = () => String(Date.now() + 3_600_000);

interface Shape {
	form: Record<string, unknown>;
	values?: Record<string, unknown> | (() => Record<string, unknown>);
	/** Of the template as it arrived. */
	components: unknown;
	/** What the customer sees. */
	inbox: object;
}

const BODY = { type: 'BODY', text: 'Hello there' };
const SHAPES: Record<string, Shape> = {
	'a header with a text': {
		form: { options: { templateHeader: 'Order {{1}}', templateHeaderExample: '4711' } },
		values: { header_1: '4712' },
		components: [{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['4711'] } }, BODY],
		inbox: { text: 'Order 4712\nHello there' },
	},
	...Object.fromEntries(
		(['image', 'video', 'document'] as const).map((kind): [string, Shape] => {
			const url = `https://example.com/a.${{ image: 'png', video: 'mp4', document: 'pdf' }[kind]}`;
			return [
				`a header with ${kind}`,
				{
					form: media(kind.toUpperCase(), byUrl(url)),
					values: { [`header_${kind}`]: url },
					components: [{ type: 'HEADER', format: kind.toUpperCase(), example: { header_handle: [url] } }, BODY],
					inbox: { text: 'Hello there', links: [expect.objectContaining({ url })] },
				},
			];
		}),
	),
	'a header with a location': {
		form: media('LOCATION'),
		values: { header_latitude: '48.1', header_longitude: '11.5', header_name: 'Office', header_address: 'Street 1' },
		components: [{ type: 'HEADER', format: 'LOCATION' }, BODY],
		inbox: { text: 'Hello there' },
	},
	'numbered variables': {
		form: { bodyText: 'Hello {{1}}, order {{2}} is here', options: { bodyExamples: ['Ann', '4711'] } },
		values: { body_1: 'Ben', body_2: '4712' },
		components: [expect.objectContaining({ example: { body_text: [['Ann', '4711']] } })],
		inbox: { text: 'Hello Ben, order 4712 is here' },
	},
	'named variables': {
		form: { bodyText: 'Hello {{name}}, welcome', options: { bodyExamples: ['Ann'] } },
		values: { body_name: 'Ben' },
		components: [
			expect.objectContaining({ example: { body_text_named_params: [{ param_name: 'name', example: 'Ann' }] } }),
		],
		inbox: { text: 'Hello Ben, welcome' },
	},
	'a footer': {
		form: { options: { templateFooter: 'Bye' } },
		components: [BODY, { type: 'FOOTER', text: 'Bye' }],
		inbox: { text: 'Hello there\nBye' },
	},
	'quick replies': {
		form: buttons({ type: 'QUICK_REPLY', text: 'Yes' }, { type: 'QUICK_REPLY', text: 'No' }),
		values: { button_0_payload: 'yes' },
		components: [
			BODY,
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'QUICK_REPLY', text: 'Yes' },
					{ type: 'QUICK_REPLY', text: 'No' },
				],
			},
		],
		inbox: { choices: [expect.objectContaining({ title: 'Yes' }), expect.objectContaining({ title: 'No' })] },
	},
	'a link with a suffix, and a phone number': {
		form: buttons(
			{ type: 'URL', text: 'Track', url: 'https://example.com/t/{{1}}', urlExample: 'https://example.com/t/1' },
			{ type: 'PHONE_NUMBER', text: 'Call', phoneNumber: '+4915112345678' },
		),
		values: { button_0_url: '4712' },
		components: [
			BODY,
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'URL', text: 'Track', url: 'https://example.com/t/{{1}}', example: ['https://example.com/t/1'] },
					{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+4915112345678' },
				],
			},
		],
		inbox: { links: [expect.objectContaining({ title: 'Track', url: 'https://example.com/t/4712' })] },
	},
	'a code to copy': {
		form: buttons({ type: 'COPY_CODE', example: '25OFF' }),
		values: { button_0_code: '30OFF' },
		components: [BODY, { type: 'BUTTONS', buttons: [{ type: 'COPY_CODE', example: '25OFF' }] }],
		inbox: { text: 'Hello there' },
	},
	'a flow': {
		form: buttons({ type: 'FLOW', text: 'Book', flowId: '123', screen: 'START' }),
		values: { button_0_flow_token: 't' },
		components: [
			BODY,
			{
				type: 'BUTTONS',
				buttons: [{ type: 'FLOW', text: 'Book', flow_id: '123', navigate_screen: 'START', flow_action: 'navigate' }],
			},
		],
		inbox: { text: 'Hello there' },
	},
	'a request for contact info': {
		form: buttons({ type: 'REQUEST_CONTACT_INFO' }),
		components: [BODY, { type: 'BUTTONS', buttons: [{ type: 'REQUEST_CONTACT_INFO' }] }],
		inbox: { text: 'Hello there' },
	},
	'a voice call': {
		form: buttons({ type: 'VOICE_CALL', text: 'Call us' }),
		components: [BODY, { type: 'BUTTONS', buttons: [{ type: 'VOICE_CALL', text: 'Call us' }] }],
		inbox: { text: 'Hello there' },
	},
	'a code for one time, to copy': {
		form: { templateKind: 'code', options: { securityRecommendation: true, codeMinutes: 10 } },
		values: { body_1: '123456' },
		components: [
			{ type: 'BODY', add_security_recommendation: true },
			{ type: 'FOOTER', code_expiration_minutes: 10 },
			{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
		],
		inbox: { text: expect.stringContaining('*123456* is your verification code.') },
	},
	'a code for one time, one-tap': {
		form: { templateKind: 'code', codeButton: 'ONE_TAP', options: { apps, autofillText: 'Autofill' } },
		values: { body_1: '123456' },
		components: [
			{ type: 'BODY' },
			{
				type: 'BUTTONS',
				buttons: [
					{
						type: 'OTP',
						otp_type: 'ONE_TAP',
						autofill_text: 'Autofill',
						supported_apps: [{ package_name: 'com.example.shop', signature_hash: 'K8a/AINcGX7' }],
					},
				],
			},
		],
		inbox: { text: '*123456* is your verification code.' },
	},
	'a code for one time, zero-tap': {
		form: { templateKind: 'code', codeButton: 'ZERO_TAP', options: { apps, zeroTapTerms: true } },
		values: { body_1: '123456' },
		components: [
			{ type: 'BODY' },
			{
				type: 'BUTTONS',
				buttons: [
					{
						type: 'OTP',
						otp_type: 'ZERO_TAP',
						supported_apps: [{ package_name: 'com.example.shop', signature_hash: 'K8a/AINcGX7' }],
						zero_tap_terms_accepted: true,
					},
				],
			},
		],
		inbox: { text: '*123456* is your verification code.' },
	},
	'a carousel': {
		form: { templateKind: 'carousel', cards: { card: [card('Shoes in {{1}} now'), card('Boots in {{1}} now')] } },
		values: Object.fromEntries(
			[0, 1].flatMap((at) => [
				[`card_${at}_header_image`, PICTURE],
				[`card_${at}_body_1`, 'blue'],
				[`card_${at}_button_1_url`, '7'],
			]),
		),
		components: [
			BODY,
			{
				type: 'CAROUSEL',
				cards: ['Shoes', 'Boots'].map((what) => ({
					components: [
						{ type: 'HEADER', format: 'IMAGE', example: { header_handle: [PICTURE] } },
						{ type: 'BODY', text: `${what} in {{1}} now`, example: { body_text: [['red']] } },
						{
							type: 'BUTTONS',
							buttons: [
								{ type: 'QUICK_REPLY', text: 'More' },
								{ type: 'URL', text: 'Buy', url: 'https://example.com/p/{{1}}', example: ['https://example.com/p/1'] },
							],
						},
					],
				})),
			},
		],
		inbox: { text: 'Hello there' },
	},
	'an offer for a limited time': {
		form: {
			templateKind: 'offer',
			offer: {
				offer: {
					media: 'image',
					sample: picture,
					offerText: 'Until Sunday',
					expires: true,
					example: '25OFF',
					text: 'Shop now',
					url: 'https://example.com/o/{{1}}',
					urlExample: 'https://example.com/o/1',
				},
			},
		},
		values: () => ({ header_image: PICTURE, offer_expiration: later(), button_0_code: '30OFF', button_1_url: '9' }),
		components: [
			{ type: 'HEADER', format: 'IMAGE', example: { header_handle: [PICTURE] } },
			{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Until Sunday', has_expiration: true } },
			BODY,
			{
				type: 'BUTTONS',
				buttons: [
					{ type: 'COPY_CODE', example: '25OFF' },
					{ type: 'URL', text: 'Shop now', url: 'https://example.com/o/{{1}}', example: ['https://example.com/o/1'] },
				],
			},
		],
		inbox: { text: expect.stringContaining('Hello there') },
	},
};

const CREATED = { templateName: 'fresh', language: 'en_US' };

it.each(Object.entries(SHAPES))(
	'a template with %s is made by form, sent by form and seen by the customer',
	async (_what, { form, values = {}, components, inbox }) => {
		const isText = form.templateKind !== 'code';
		const parameters = { ...CREATED, ...(isText && { bodyText: 'Hello there' }), ...form } as INodeParameters;
		const { error, items } = await bench.run('template.create', parameters);
		expect(error?.message).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ name: 'fresh', status: 'PENDING' });
		const [request] = await bench.sandbox.requests({ method: 'POST', path: '/message_templates' });
		expect(request?.body.components).toEqual(components);

		await bench.sandbox.control('POST', 'dialog360/review', { name: 'fresh', language: 'en_US', status: 'APPROVED' });
		const value = typeof values === 'function' ? values() : values;
		const sent = await bench.run('message.sendTemplate', {
			to: CUSTOMER,
			template: byId('fresh:en_US'),
			templateFields: { mappingMode: 'defineBelow', value } as INodeParameters,
		});
		expect(sent.error?.message).toBeUndefined();
		const { messages } = await bench.sandbox.control<{ messages: object[] }>('GET', `inbox/dialog360/${CUSTOMER}`);
		expect(messages.at(-1)).toMatchObject({ from: 'business', ...inbox });
	},
);

describe('a sample from a binary field', () => {
	const headerOf = (request?: { body: IDataObject }) => (request?.body.components as IDataObject[])[0]?.example;
	const file = async (fileName: string, mimeType: string, data = '\x89PNG data') =>
		await binaryItem({ fileName, mimeType, data: Buffer.from(data, 'latin1') });
	const create = async (form: object, items: INodeExecutionData[]) =>
		await bench.run('template.create', { ...CREATED, bodyText: 'Hello there', ...form } as INodeParameters, { items });

	it('is uploaded, and the template gets its handle', async () => {
		const { error } = await create(media('IMAGE', fromField('data')), [await file('a.png', 'image/png')]);
		expect(error?.message).toBeUndefined();
		const [session, bytes, made] = await bench.sandbox.requests({ provider: 'dialog360', method: 'POST' });
		expect(session).toMatchObject({
			path: '/uploads',
			query: { file_name: 'a.png', file_length: '9', file_type: 'image/png' },
		});
		expect(bytes).toMatchObject({ headers: expect.objectContaining({ file_offset: '0', 'content-length': '9' }) });
		expect(headerOf(made)).toEqual({ header_handle: [expect.stringMatching(/^4::/)] });
	});

	it('is uploaded once for all cards', async () => {
		const cards = { card: [card('Shoes in {{1}} now'), card('Boots in {{1}} now')] };
		cards.card.forEach((one) => (one.sample = fromField('data') as INodeParameters));
		const { error } = await create({ templateKind: 'carousel', cards }, [await file('a.png', 'image/png')]);
		expect(error?.message).toBeUndefined();
		expect(await bench.sandbox.requests({ path: '/uploads' })).toHaveLength(1);
	});

	it('of another kind is refused before anything is sent', async () => {
		const { error } = await create(media('IMAGE', fromField('data')), [
			await file('a.pdf', 'application/pdf', '%PDF-1.7'),
		]);
		expect(error?.message).toContain("'Header Media > Sample File' holds a file of type application/pdf");
		expect(await bench.sandbox.requests()).toEqual([]);
	});

	it('leads to a URL where 360dialog has blocked uploads', async () => {
		const body = { error: 'The endpoint is blocked' };
		await bench.fault([{ method: 'POST', path: '^/uploads$', effect: 'status', status: 403, body }]);
		const { error } = await create(media('IMAGE', fromField('data')), [await file('a.png', 'image/png')]);
		expect(error?.message).toContain('The endpoint is blocked');
		expect(error?.description).toContain("give the file by URL in 'Header Media > Sample File'");
	});

	it('may be the handle of an earlier upload', async () => {
		const handle = '4::aW1hZ2UvcG5n:ARa/x+y=';
		await create(media('IMAGE', { __rl: true, mode: 'handle', value: handle }), [{ json: {} }]);
		const [made] = await bench.sandbox.requests({ path: '/message_templates' });
		expect(headerOf(made)).toEqual({ header_handle: [handle] });
	});
});

describe('refuses before anything is sent', () => {
	const offer = (more: object) => ({
		templateKind: 'offer',
		offer: {
			offer: { offerText: 'Now', expires: true, example: 'A', text: 'Go', url: 'https://example.com', ...more },
		},
	});
	const cards = (...card: object[]) => ({ templateKind: 'carousel', cards: { card } });
	const reply = { type: 'QUICK_REPLY', text: 'x' };
	const urls = Array.from({ length: 3 }, () => ({ type: 'URL', text: 'x', url: 'https://example.com' }));
	const code = (codeButton: string, options: object) => ({ templateKind: 'code', codeButton, options });

	it.each<[string, object, string]>([
		['a footer with a variable', { options: { templateFooter: 'Hi {{1}}!' } }, "'Footer' holds a variable"],
		['a footer with half a variable', { options: { templateFooter: 'Hi {{1}!' } }, "'Footer' has braces that make"],
		[
			'names in the header and numbers in the body',
			{
				bodyText: 'Hi {{1}}!',
				options: { templateHeader: 'Order {{id}}', templateHeaderExample: '1', bodyExamples: ['A'] },
			},
			"'Header Text' has variables with names, and 'Body' has them with numbers",
		],
		[
			'numbers in the cards and names in the body',
			{ ...cards(card('x {{1}} x'), card('x {{1}} x')), bodyText: 'Hi {{name}}!', options: { bodyExamples: ['Ann'] } },
			"'Body' has variables with names, and 'Cards > 1 > Body' has them with numbers",
		],
		['a URL with half a variable', buttons({ ...urls[0], url: 'https://example.com/{{1}' }), "'Buttons > 1 > URL'"],
		['a URL with the end of one', buttons({ ...urls[0], url: 'https://example.com/1}}' }), 'one variable, at its end'],
		[
			'two quick replies with one text',
			buttons(reply, { ...reply }),
			'\'Buttons\' holds the text of a quick reply "x" twice',
		],
		[
			'a card without the text that the others have',
			cards(card('x {{1}} x'), { ...card(''), bodyExamples: [] }),
			"'Cards > 2 > Body' is empty, and the first card has one",
		],
		['two headers', { options: { ...media('LOCATION').options, templateHeader: 'x' } }, 'beside a Header Text'],
		['a media ID as a sample', media('IMAGE', '123456789012345'), 'holds a media ID'],
		['a variable amid a URL', buttons({ ...urls[0], url: 'https://example.com/{{1}}/x' }), 'one variable, at its end'],
		['three URLs', buttons(...urls), 'holds 3 URLs; WhatsApp takes 2'],
		['quick replies apart', buttons(reply, urls[0]!, reply), 'on both sides of another button'],
		['a flow without its ID', buttons({ type: 'FLOW', text: 'x' }), "'Buttons > 1 > Flow ID' is empty"],
		['one card', cards(card('x {{1}} x')), "'Cards' holds 1; a carousel has 2 to 10 cards"],
		[
			'cards of other buttons',
			cards(card('x {{1}} x'), { ...card('x {{1}} x'), buttons: { button: [reply] } }),
			"'Cards > 2 > Buttons' are QUICK_REPLY, and the first card has QUICK_REPLY, URL",
		],
		['a long card', cards(card('x'.repeat(161)), card('x {{1}} x')), "'Cards > 1 > Body' has 161 characters"],
		[
			'a card without buttons',
			cards({ ...card('x {{1}} x'), buttons: {} }, card('x {{1}} x')),
			"'Cards > 1 > Buttons' is empty",
		],
		['a long offer', offer({ offerText: 'x'.repeat(17) }), "'Offer Text' has 17 characters"],
		['an offer without code', offer({ example: '' }), "'Example Code' is empty"],
		['no offer', { templateKind: 'offer' }, "'Offer' is empty"],
		['a code for too long', code('COPY_CODE', { codeMinutes: 91 }), "'Code Expires After'"],
		['one-tap without an app', code('ONE_TAP', {}), "'Apps' is empty"],
		[
			'a short signature',
			code('ONE_TAP', { apps: { app: [{ packageName: 'com.example', signatureHash: 'x' }] } }),
			"'Apps > 1 > Signature Hash' has 1 characters",
		],
		[
			'a package without parts',
			code('ONE_TAP', { apps: { app: [{ packageName: 'shop', signatureHash: 'K8a/AINcGX7' }] } }),
			'which names no app',
		],
		['zero-tap without terms', code('ZERO_TAP', { apps, zeroTapTerms: false }), "'Zero-Tap Terms Accepted' is not"],
		['a text of its own for a code', { category: 'AUTHENTICATION' }, "'Category' is Authentication"],
	])('%s', async (_what, form, reason) => {
		const isCode = (form as { templateKind?: string }).templateKind === 'code';
		const body = isCode ? {} : { bodyText: 'Hello there' };
		const { error } = await bench.run('template.create', { ...CREATED, ...body, ...form } as INodeParameters);
		expect(error?.message).toContain(reason);
		expect(await bench.sandbox.requests()).toEqual([]);
	});
});
