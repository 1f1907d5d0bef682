import { type Answered, CUSTOMER, useWhatsApp } from './useWhatsApp';

const { api, control, settings, send } = useWhatsApp();

const text = (value: string, name?: string) => ({ type: 'text', text: value, ...(name && { parameter_name: name }) });
const body = (...values: string[]) => ({ type: 'body', parameters: values.map((value) => text(value)) });
const image = { type: 'header', parameters: [{ type: 'image', image: { link: 'https://example.com/a.png' } }] };
const pdf = {
	type: 'header',
	parameters: [{ type: 'document', document: { link: 'https://example.com/a.pdf', filename: 'a.pdf' } }],
};
const button = (sub_type: string, index: number, parameter: object) => ({
	type: 'button',
	sub_type,
	index,
	parameters: [parameter],
});
const suffix = button('url', 0, text('1042'));
const coupon = button('copy_code', 0, { type: 'coupon_code', coupon_code: '25OFF' });
const card = (card_index: number) => ({ card_index, components: [image, body('red'), button('url', 1, text('p1'))] });

const template = async (name: string, components?: object[], code = 'en_US') =>
	await send('template', { name, language: { code }, ...(components && { components }) });

it.each<[string, object[] | undefined]>([
	['hello_world', undefined],
	['order_confirmation', [pdf, body('Lena', '1042', 'Friday'), suffix]],
	[
		'order_shipped',
		[
			{ type: 'header', parameters: [text('1042', 'order_id')] },
			{
				type: 'body',
				parameters: [
					text('Lena', 'customer_name'),
					{
						type: 'currency',
						parameter_name: 'total',
						currency: { fallback_value: '€10', code: 'EUR', amount_1000: 10_000 },
					},
				],
			},
		],
	],
	[
		'appointment',
		[
			{
				type: 'header',
				parameters: [{ type: 'location', location: { latitude: 1, longitude: 2, name: 'A', address: 'B' } }],
			},
			body('Monday', '10:00'),
		],
	],
	['summer_coupon', [body('25 %'), coupon]],
	[
		'weekend_offer',
		[
			image,
			{
				type: 'limited_time_offer',
				parameters: [
					{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: Date.now() + 3_600_000 } },
				],
			},
			body('Lena'),
			coupon,
			button('url', 1, text('25OFF')),
		],
	],
	['carousel_of_shoes', [body('Lena'), { type: 'carousel', cards: [card(0), card(1)] }]],
	['booking_flow', [body('Lena'), button('flow', 0, { type: 'action', action: { flow_token: 't' } })]],
	[
		'catalog_offer',
		[body('Lena'), button('CATALOG', 0, { type: 'action', action: { thumbnail_product_retailer_id: 'p' } })],
	],
	['login_code', [body('J$FpnYnP'), button('url', 0, text('J$FpnYnP'))]],
])('takes the template %s with all that is variable', async (name, components) => {
	expect(await template(name, components)).toMatchObject({
		status: 200,
		body: { messages: [{ message_status: 'accepted' }] },
	});
});

it('shows the file of a template in the inbox, above the link of its button', async () => {
	await template('order_confirmation', [pdf, body('Lena', '1042', 'Friday'), suffix]);
	const { body: shown } = await control<{ messages: Array<{ links?: object[] }> }>(
		'GET',
		`/inbox/dialog360/${CUSTOMER}`,
	);
	expect(shown.messages.at(-1)?.links).toMatchObject([
		{ title: 'a.pdf', url: 'https://example.com/a.pdf' },
		{ url: expect.stringContaining('1042') },
	]);
});

it.each<
	[what: string, name: string, components: object[] | undefined, status: number, code: number, language?: string]
>([
	['a template that is not there', 'nobody', undefined, 404, 132001],
	['a language that is not there', 'order_confirmation', undefined, 404, 132001, 'fr'],
	['one that is not approved', 'promo_rejected', undefined, 404, 132001],
	['one that is paused', 'survey_paused', [body('x')], 400, 132015],
	['one that is disabled', 'old_disabled', undefined, 400, 132016],
	['too few values', 'order_confirmation', [pdf, body('Lena'), suffix], 400, 132000],
	['too many values', 'summer_coupon', [body('a', 'b'), coupon], 400, 132000],
	['a header of another kind', 'order_confirmation', [image, body('a', 'b', 'c'), suffix], 400, 132012],
	['no header', 'new_arrivals', [body('Lena')], 400, 132012],
	['no value for a link', 'order_confirmation', [pdf, body('a', 'b', 'c')], 400, 131008],
	['no coupon', 'summer_coupon', [body('25 %')], 400, 131008],
	[
		'a value for a button that takes none',
		'new_arrivals',
		[image, body('Lena'), button('url', 0, text('x'))],
		400,
		132012,
	],
	['a button that is not there', 'hello_world', [button('url', 0, text('x'))], 400, 132012],
	['a line break in a value', 'summer_coupon', [body('a\nb'), coupon], 400, 132012],
	['a text that becomes too long', 'summer_coupon', [body('x'.repeat(1100)), coupon], 400, 132005],
	['a card too few', 'carousel_of_shoes', [body('Lena'), { type: 'carousel', cards: [card(0)] }], 400, 132012],
	[
		'a name that the template does not have',
		'order_shipped',
		[
			{ type: 'header', parameters: [text('1', 'order')] },
			{ type: 'body', parameters: [text('a', 'customer_name'), text('b', 'total')] },
		],
		400,
		131008,
	],
])('refuses %s', async (...[, name, components, status, code, language]) => {
	expect(await template(name, components, language)).toMatchObject({ status, body: { error: { code } } });
});

describe('the list of templates', () => {
	const all = async (path: string) => (await api<Answered>('GET', path)).body;

	it('has pages at its newer address, and a link that no client should follow', async () => {
		const first = await all('/message_templates?limit=3');
		expect(first.data).toHaveLength(3);
		expect(first.paging.next).toContain('graph.facebook.com');
		const second = await all(`/message_templates?limit=500&after=${first.paging.cursors.after}`);
		expect(second.paging.next).toBeUndefined();
		const names = [...first.data, ...second.data].map(({ id }: { id: string }) => id);
		expect(new Set(names).size).toBe(names.length);
	});

	it('has words of its own at its older address', async () => {
		const { waba_templates: templates, total } = await all('/v1/configs/templates?limit=500');
		expect(templates).toHaveLength(total);
		expect(new Set(templates.map(({ status }: { status: string }) => status))).toEqual(
			new Set(['approved', 'paused', 'rejected', 'submitted', 'disabled']),
		);
	});

	it('is missing at the address that is switched off', async () => {
		await settings({ templateLists: 'older' });
		expect((await api<Answered>('GET', '/message_templates')).status).toBe(404);
	});

	it('has what was created, and not what was deleted', async () => {
		const wanted = {
			name: 'new_one',
			category: 'UTILITY',
			language: 'en_US',
			components: [{ type: 'BODY', text: 'Hi {{1}}!', example: { body_text: [['Ann']] } }],
		};
		expect((await api<Answered>('POST', '/message_templates', wanted)).body).toMatchObject({
			status: 'PENDING',
			category: 'UTILITY',
		});
		expect((await api<Answered>('POST', '/v1/configs/templates', wanted)).body.error.code).toBe(100);
		expect((await api<Answered>('DELETE', '/message_templates?name=new_one')).body).toEqual({ success: true });
		expect((await api<Answered>('DELETE', '/v1/configs/templates/new_one')).status).toBe(404);
	});

	it.each([
		[{ name: 'New One' }],
		[{ components: [{ type: 'HEADER', format: 'TEXT', text: 'x' }] }],
		[{ components: [{ type: 'BODY', text: 'Hi {{1}}' }] }],
		[{ components: [{ type: 'BODY', text: 'x'.repeat(1025) }] }],
	])('takes no template with %j', async (change) => {
		const wanted = {
			name: 'new_one',
			category: 'UTILITY',
			language: 'en_US',
			components: [{ type: 'BODY', text: 'Hi' }],
			...change,
		};
		expect((await api<Answered>('POST', '/message_templates', wanted)).status).toBe(400);
	});
});
