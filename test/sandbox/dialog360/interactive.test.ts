import { useWhatsApp } from './useWhatsApp';

const { send, refused } = useWhatsApp();

const long = (length: number) => 'x'.repeat(length);
const many = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index));
const body = { text: 'Text' };

const reply = (index: number, wanted: object = {}) => ({
	type: 'reply',
	reply: { id: `b${index}`, title: `Button ${index}`, ...wanted },
});
const buttons = (...all: object[]) => ({ type: 'button', body, action: { buttons: all } });
const row = (index: number, wanted: object = {}) => ({ id: `r${index}`, title: `Row ${index}`, ...wanted });
const list = (...sections: object[]) => ({ type: 'list', body, action: { button: 'Menu', sections } });
const products = (count: number, first = 0) => many(count, (index) => ({ product_retailer_id: `p${first + index}` }));
const shop = (...sections: object[]) => ({
	type: 'product_list',
	header: { type: 'text', text: 'Shop' },
	body,
	action: { catalog_id: '1', sections },
});
const flow = (parameters: object) => ({
	type: 'flow',
	body,
	action: { name: 'flow', parameters: { flow_message_version: '3', flow_id: '1', flow_cta: 'Book', ...parameters } },
});
const url = (parameters: object) => ({
	type: 'cta_url',
	body,
	action: { name: 'cta_url', parameters: { display_text: 'Look', url: 'https://shop.example/', ...parameters } },
});

it.each<[string, object]>([
	[
		'three buttons',
		{
			...buttons(...many(3, (index) => reply(index, { title: `${index}${long(19)}`, id: `${index}${long(255)}` }))),
			header: { type: 'text', text: long(60) },
			footer: { text: long(60) },
		},
	],
	[
		'buttons below a picture',
		{ ...buttons(reply(1)), header: { type: 'image', image: { link: 'https://e.com/a.png' } } },
	],
	[
		'buttons below a document with a name',
		{
			...buttons(reply(1)),
			header: { type: 'document', document: { link: 'https://e.com/a.pdf', filename: 'a.pdf' } },
		},
	],
	[
		'a list of ten rows',
		{
			...list(
				{ title: 'A', rows: many(5, (index) => row(index, { description: long(72) })) },
				{ title: 'B', rows: many(5, (index) => row(index + 5)) },
			),
			body: { text: long(4096) },
		},
	],
	['a link', url({})],
	['a question for the location', { type: 'location_request_message', body, action: { name: 'send_location' } }],
	['a catalog', { type: 'catalog_message', body, action: { name: 'catalog_message' } }],
	['a product', { type: 'product', action: { catalog_id: '1', product_retailer_id: 'p' } }],
	[
		'thirty products',
		shop({ title: 'A', product_items: products(15) }, { title: 'B', product_items: products(15, 15) }),
	],
	[
		'a flow',
		flow({
			mode: 'draft',
			flow_token: 't',
			flow_action: 'navigate',
			flow_action_payload: { screen: 'ONE', data: { a: 1 } },
		}),
	],
	['a flow by its name', flow({ flow_id: undefined, flow_name: 'booking' })],
	['a question for calls', { type: 'call_permission_request', action: { name: 'call_permission_request' } }],
	[
		'a type that no page of 360dialog lists',
		{ type: 'address_message', body, action: { name: 'address_message', parameters: { country: 'IN' } } },
	],
])('%s is taken', async (_what, content) => {
	expect((await send('interactive', content)).body).toMatchObject({ messages: [{ id: expect.any(String) }] });
});

it.each<[string, object, string]>([
	['no button', buttons(), 'interactive.action.buttons'],
	['four buttons', buttons(...many(4, (index) => reply(index))), 'interactive.action.buttons'],
	['a title of 21 characters', buttons(reply(1, { title: long(21) })), 'interactive.action.buttons.0.reply.title'],
	['an ID of 257 characters', buttons(reply(1, { id: long(257) })), 'interactive.action.buttons.0.reply.id'],
	['an ID with a blank in front', buttons(reply(1, { id: ' x' })), 'interactive.action.buttons.0.reply.id'],
	['the same title twice', buttons(reply(1, { title: 'Yes' }), reply(2, { title: 'Yes' })), 'titles'],
	['the same ID twice', buttons(reply(1), reply(1, { title: 'x' })), 'IDs'],
	['a body of 1025 characters', { ...buttons(reply(1)), body: { text: long(1025) } }, 'interactive.body.text'],
	['a footer of 61 characters', { ...buttons(reply(1)), footer: { text: long(61) } }, 'interactive.footer.text'],
	[
		'a header of 61 characters',
		{ ...buttons(reply(1)), header: { type: 'text', text: long(61) } },
		'interactive.header.text',
	],
	['a header without its file', { ...buttons(reply(1)), header: { type: 'image' } }, 'interactive.header.image'],
	['no body', { ...buttons(reply(1)), body: undefined }, 'interactive.body'],
	[
		'eleven rows',
		list(
			{ title: 'A', rows: many(6, (index) => row(index)) },
			{ title: 'B', rows: many(5, (index) => row(index + 6)) },
		),
		'11 rows',
	],
	[
		'eleven sections',
		list(...many(11, (index) => ({ title: `S${index}`, rows: [row(index)] }))),
		'interactive.action.sections',
	],
	['a section without a title beside another', list({ title: 'A', rows: [row(1)] }, { rows: [row(2)] }), 'title'],
	['a row ID twice', list({ rows: [row(1), row(1)] }), 'row IDs'],
	['a row title of 25 characters', list({ rows: [row(1, { title: long(25) })] }), 'rows.0.title'],
	['a description of 73 characters', list({ rows: [row(1, { description: long(73) })] }), 'rows.0.description'],
	['a row ID of 201 characters', list({ rows: [row(1, { id: long(201) })] }), 'rows.0.id'],
	[
		'a picture above a list',
		{ ...list({ rows: [row(1)] }), header: { type: 'image', image: { link: 'https://e.com/a' } } },
		'interactive.header',
	],
	['a label of 21 characters', url({ display_text: long(21) }), 'display_text'],
	['a link that is none', url({ url: 'shop' }), 'url'],
	[
		'a header above a product',
		{ type: 'product', header: { type: 'text', text: 'x' }, action: { catalog_id: '1', product_retailer_id: 'p' } },
		'interactive.header',
	],
	['no header above products', { ...shop({ product_items: products(1) }), header: undefined }, 'interactive.header'],
	[
		'31 products',
		shop({ title: 'A', product_items: products(16) }, { title: 'B', product_items: products(15, 16) }),
		'products',
	],
	['neither flow ID nor name', flow({ flow_id: undefined }), 'parameters'],
	['a flow with empty data', flow({ flow_action_payload: { screen: 'ONE', data: {} } }), 'flow_action_payload.data'],
	[
		'a flow that shows a screen of its own while the server decides',
		flow({ flow_action: 'data_exchange', flow_action_payload: { screen: 'ONE' } }),
		'flow_action_payload',
	],
	['a flow whose button has an emoji', flow({ flow_cta: 'Book 🎉' }), 'flow_cta'],
	['a flow whose button has 31 characters', flow({ flow_cta: long(31) }), 'flow_cta'],
])('%s is refused', async (_what, content, words) => {
	const answer = await refused('interactive', content);
	expect(answer.status).toBe(400);
	expect([100, 131008, 131009]).toContain(answer.code);
	expect(answer.details).toContain(words);
});
