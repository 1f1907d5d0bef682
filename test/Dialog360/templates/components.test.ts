import type { IDataObject } from 'n8n-workflow';
import { buildComponents, checkCounts } from '../../../nodes/Dialog360/templates/components';
import type { Component, Template } from '../../../nodes/Dialog360/templates/definition';
import { partsOf } from '../../../nodes/Dialog360/templates/parts';

const link = 'https://example.com/a.pdf';
/** In milliseconds; tomorrow. */
const OFFER_END = Date.now() + 86_400_000;

const template = (components: IDataObject[], category = 'UTILITY'): Template => ({
	name: 'order_update',
	language: 'en_US',
	status: 'APPROVED',
	category,
	components: components as Component[],
});

const body = (text: string) => ({ type: 'BODY', text });
const header = (format: string, more = {}) => ({ type: 'HEADER', format, ...more });
const buttons = (...list: IDataObject[]) => ({ type: 'BUTTONS', buttons: list });

/** The components of a message; files come by URL here. */
const build = (definition: Template, given: Record<string, unknown>) =>
	buildComponents(partsOf(definition), given, (_label, _kind, value) => ({ link: value as string }));

const text = (value: string) => ({ type: 'text', text: value });

const order = template([
	header('DOCUMENT'),
	body('Hi {{name}}, {{order}}'),
	buttons({ type: 'URL', text: 'Track', url: 'https://example.com/{{1}}' }, { type: 'QUICK_REPLY', text: 'Stop' }),
]);

describe('the components of a template message', () => {
	it.each<[what: string, components: IDataObject[], given: Record<string, unknown>, expected: IDataObject[]]>([
		['nothing for a template without variables', [body('Hi'), { type: 'FOOTER', text: 'x' }], {}, []],
		[
			'variables by number, in the order of their numbers',
			[body('{{2}} and {{1}}, {{2}} again')],
			{ body_1: 'one', body_2: 2 },
			[{ type: 'body', parameters: [text('one'), text('2')] }],
		],
		[
			'variables by name, with it',
			[header('TEXT', { text: 'Shop {{shop}}' }), body('{{customer}}: {{order_id}}')],
			{ header_shop: 'Lyon', body_customer: 'Ann', body_order_id: '4711' },
			[
				{ type: 'header', parameters: [{ ...text('Lyon'), parameter_name: 'shop' }] },
				{
					type: 'body',
					parameters: [
						{ ...text('Ann'), parameter_name: 'customer' },
						{ ...text('4711'), parameter_name: 'order_id' },
					],
				},
			],
		],
		[
			'amounts and dates',
			[body('{{1}} until {{2}}')],
			{
				body_1: '$100.99',
				body_1_currency: 'usd',
				body_1_amount: '100.99',
				body_2: 'February 25, 1977',
				body_2_type: 'date_time',
			},
			[
				{
					type: 'body',
					parameters: [
						{ type: 'currency', currency: { fallback_value: '$100.99', code: 'USD', amount_1000: 100990 } },
						{ type: 'date_time', date_time: { fallback_value: 'February 25, 1977' } },
					],
				},
			],
		],
		[
			'a parameter that is given as WhatsApp has it',
			[body('{{1}}')],
			{ body_1: { type: 'date_time', date_time: { fallback_value: 'x' } } },
			[{ type: 'body', parameters: [{ type: 'date_time', date_time: { fallback_value: 'x' } }] }],
		],
		[
			'an image',
			[header('IMAGE')],
			{ header_image: link },
			[{ type: 'header', parameters: [{ type: 'image', image: { link } }] }],
		],
		[
			'a video',
			[header('VIDEO')],
			{ header_video: link },
			[{ type: 'header', parameters: [{ type: 'video', video: { link } }] }],
		],
		[
			'a document with its name',
			[header('DOCUMENT')],
			{ header_document: link, header_filename: 'a.pdf' },
			[{ type: 'header', parameters: [{ type: 'document', document: { link, filename: 'a.pdf' } }] }],
		],
		[
			'a location',
			[header('LOCATION')],
			{ header_latitude: '37.44', header_longitude: -122.16, header_name: 'Office', header_address: '101 Forest Ave' },
			[
				{
					type: 'header',
					parameters: [
						{
							type: 'location',
							location: { latitude: 37.44, longitude: -122.16, name: 'Office', address: '101 Forest Ave' },
						},
					],
				},
			],
		],
		[
			'a product',
			[header('PRODUCT')],
			{ header_product: 'sku-1', header_catalogue: '1' },
			[
				{
					type: 'header',
					parameters: [{ type: 'product', product: { product_retailer_id: 'sku-1', catalog_id: '1' } }],
				},
			],
		],
		[
			'buttons of all kinds, by their place',
			[
				buttons(
					{ type: 'QUICK_REPLY', text: 'Stop' },
					{ type: 'URL', text: 'Track', url: 'https://example.com/{{1}}' },
					{ type: 'URL', text: 'Home', url: 'https://example.com' },
					{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+1' },
					{ type: 'COPY_CODE', text: 'Copy' },
					{ type: 'FLOW', text: 'Book' },
					{ type: 'CATALOG', text: 'Shop' },
					{ type: 'MPM', text: 'Products' },
				),
			],
			{
				button_0_payload: 'stop',
				button_1_url: '4711',
				button_4_code: '25OFF',
				button_5_flow_token: 'token',
				button_5_flow_data: '{"a": 1}',
				button_6_thumbnail: 'sku-1',
				button_7_thumbnail: 'sku-2',
				button_7_sections: '[{"title": "One", "product_items": [{"product_retailer_id": "sku-2"}]}]',
			},
			[
				{ type: 'button', sub_type: 'quick_reply', index: 0, parameters: [{ type: 'payload', payload: 'stop' }] },
				{ type: 'button', sub_type: 'url', index: 1, parameters: [text('4711')] },
				{
					type: 'button',
					sub_type: 'copy_code',
					index: 4,
					parameters: [{ type: 'coupon_code', coupon_code: '25OFF' }],
				},
				{
					type: 'button',
					sub_type: 'flow',
					index: 5,
					parameters: [{ type: 'action', action: { flow_token: 'token', flow_action_data: { a: 1 } } }],
				},
				{
					type: 'button',
					sub_type: 'CATALOG',
					index: 6,
					parameters: [{ type: 'action', action: { thumbnail_product_retailer_id: 'sku-1' } }],
				},
				{
					type: 'button',
					sub_type: 'mpm',
					index: 7,
					parameters: [
						{
							type: 'action',
							action: {
								thumbnail_product_retailer_id: 'sku-2',
								sections: [{ title: 'One', product_items: [{ product_retailer_id: 'sku-2' }] }],
							},
						},
					],
				},
			],
		],
		[
			'buttons whose values may be missing',
			[buttons({ type: 'QUICK_REPLY' }, { type: 'FLOW' }, { type: 'CATALOG' })],
			{},
			[
				{
					type: 'button',
					sub_type: 'flow',
					index: 1,
					parameters: [{ type: 'action', action: { flow_token: 'unused' } }],
				},
			],
		],
		[
			'a limited-time offer',
			[
				body('{{1}}'),
				{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x', has_expiration: true } },
				buttons({ type: 'COPY_CODE' }, { type: 'URL', url: 'https://example.com/{{1}}' }),
			],
			{ body_1: 'Ann', offer_expiration: OFFER_END, button_0_code: '25OFF', button_1_url: 'x' },
			[
				{ type: 'body', parameters: [text('Ann')] },
				{
					type: 'limited_time_offer',
					parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: OFFER_END } }],
				},
				{
					type: 'button',
					sub_type: 'copy_code',
					index: 0,
					parameters: [{ type: 'coupon_code', coupon_code: '25OFF' }],
				},
				{ type: 'button', sub_type: 'url', index: 1, parameters: [text('x')] },
			],
		],
		[
			'a carousel, every card with its own values',
			[
				body('Hi'),
				{
					type: 'CAROUSEL',
					cards: [0, 1].map(() => ({
						components: [
							header('IMAGE'),
							body('{{1}}'),
							buttons(
								{ type: 'QUICK_REPLY', text: 'Reply' },
								{ type: 'URL', text: 'See', url: 'https://example.com/{{1}}' },
							),
						],
					})),
				},
			],
			Object.fromEntries(
				[0, 1].flatMap((card) => [
					[`card_${card}_header_image`, link],
					[`card_${card}_body_1`, `text ${card}`],
					[`card_${card}_button_0_payload`, `payload ${card}`],
					[`card_${card}_button_1_url`, `suffix ${card}`],
				]),
			),
			[
				{
					type: 'carousel',
					cards: [0, 1].map((card) => ({
						card_index: card,
						components: [
							{ type: 'header', parameters: [{ type: 'image', image: { link } }] },
							{ type: 'body', parameters: [text(`text ${card}`)] },
							{
								type: 'button',
								sub_type: 'quick_reply',
								index: 0,
								parameters: [{ type: 'payload', payload: `payload ${card}` }],
							},
							{ type: 'button', sub_type: 'url', index: 1, parameters: [text(`suffix%20${card}`)] },
						],
					})),
				},
			],
		],
	])('%s', (_what, components, given, expected) => {
		expect(build(template(components), given)).toEqual(expected);
	});

	it('carry a code for one time in the body and in the button', () => {
		const otp = template(
			[body('*{{1}}* is your code.'), buttons({ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy' })],
			'AUTHENTICATION',
		);
		expect(build(otp, { body_1: 'J$FpnYnP' })).toEqual([
			{ type: 'body', parameters: [text('J$FpnYnP')] },
			{ type: 'button', sub_type: 'url', index: 0, parameters: [text('J$FpnYnP')] },
		]);
		expect(() => build(otp, { body_1: '1'.repeat(16) })).toThrow("'Code' has 16 characters; at most 15 are allowed");
	});

	it.each([
		['offer_expiration', 1790000000, 'is no date'],
		['button_0_code', 'x'.repeat(21), 'at most 20'],
	])('refuse %s %s', (id, value, reason) => {
		const offer = template([{ type: 'LIMITED_TIME_OFFER' }, buttons({ type: 'COPY_CODE' })]);
		expect(() => build(offer, { offer_expiration: '2030-01-01', button_0_code: 'x', [id]: value })).toThrow(reason);
	});

	it.each([
		[{ body_1: 'a\nb' }, 'line break'],
		[{ body_1: 'a     b' }, 'five blanks'],
		[{ body_1: '1 €', body_1_currency: 'Euro' }, "'Body {{1}}: Currency Code' must be three letters"],
		[{ body_1: '1 €', body_1_type: 'money' }, '\'Body {{1}}: Type\' holds "money", which is no choice here'],
		[{ body_1: '1 €', body_1_type: 'Currency' }, "'Body {{1}}: Currency Code' must be three letters"],
		[
			{ body_1: '1 €', body_1_currency: 'EUR', body_1_amount: 'one' },
			'\'Body {{1}}: Amount\' holds "one", which is no number',
		],
	])('refuse %j in a variable', (given, reason) => {
		expect(() => build(template([body('{{1}}')]), given)).toThrow(reason);
	});
});

describe('a missing value', () => {
	it('is named together with what every component wants', () => {
		expect(() => build(order, { header_document: link, body_name: 'Ann', body_order: ' ' })).toThrow(
			"'Body {{order}}' is empty; the template wants Header Document; Body {{name}}, Body {{order}}; Button 1 (Track) URL Suffix",
		);
	});
});

describe('components by hand', () => {
	const right = [
		{ type: 'HEADER', parameters: [{ type: 'document', document: { link } }] },
		{ type: 'body', parameters: [text('a'), text('b')] },
		{ type: 'button', sub_type: 'url', index: '0', parameters: [text('x')] },
	];
	const check = (components: IDataObject[]) => () => checkCounts(components, partsOf(order));

	it('pass where each has as many parameters as the template', () => {
		expect(check(right)).not.toThrow();
		expect(check([...right, { type: 'something_new', parameters: [{}] }])).not.toThrow();
	});

	it.each([
		[[right[0], { type: 'body', parameters: [text('a')] }, right[2]], 'has 1 value for Body; the template wants 2'],
		[[right[0], right[1]], 'has 0 values for Button 1 (Track); the template wants 1'],
		[[right[1], right[2]], 'has 0 values for Header; the template wants 1'],
	])('are refused with the component that is wrong', (components, reason) => {
		expect(check(components as IDataObject[])).toThrow(reason);
	});

	it('are refused where the template has no variables', () => {
		expect(() => checkCounts(right.slice(1, 2), partsOf(template([body('Hi')])))).toThrow('has values for the body');
	});
});
