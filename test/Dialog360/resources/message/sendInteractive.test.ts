import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byId, byUrl, CUSTOMER, Dialog360Bench, locator } from '../../dialog360';

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

describe('Send Interactive fills the form into the body that WhatsApp documents', () => {
	const interactive = (
		type: string,
		action: IDataObject,
		around: IDataObject = { body: { text: 'Text' } },
	): IDataObject => ({
		type: 'interactive',
		interactive: { type, ...around, action },
	});
	const image = { type: 'image', image: { link } };

	const cards = (action: IDataObject) =>
		[0, 1].map((card_index) => ({
			card_index,
			type: 'cta_url',
			header: { type: 'image', image: { link } },
			...(card_index === 0 && { body: { text: 'Shoes' } }),
			action,
		}));
	const mediaCards = (fields: object) => ({
		card: [
			{ media: byUrl(link), text: 'Shoes', ...fields },
			{ media: byUrl(link), ...fields },
		],
	});

	it.each<Case>([
		[
			'a carousel with links',
			{ messageType: 'carousel', text: 'Text', mediaCards: mediaCards({ buttonText: 'Buy', url: link }) },
			interactive('carousel', {
				cards: cards({ name: 'cta_url', parameters: { display_text: 'Buy', url: link } }),
			}),
		],
		[
			'a carousel with replies',
			{
				messageType: 'carousel',
				text: 'Text',
				mediaCards: mediaCards({ replies: { reply: [{ title: 'More', id: 'more' }, { title: 'Like' }] } }),
			},
			interactive('carousel', {
				cards: cards({
					buttons: [
						{ type: 'quick_reply', quick_reply: { id: 'more', title: 'More' } },
						{ type: 'quick_reply', quick_reply: { id: 'Like', title: 'Like' } },
					],
				}),
			}),
		],
		['a call button', { messageType: 'voice_call', text: 'Text' }, interactive('voice_call', { name: 'voice_call' })],
		[
			'a call button with all that it may have',
			{
				messageType: 'voice_call',
				text: 'Text',
				options: { callText: 'Call us', callMinutes: '60', callPayload: 'order-1' },
			},
			interactive('voice_call', {
				name: 'voice_call',
				parameters: { display_text: 'Call us', ttl_minutes: 60, payload: 'order-1' },
			}),
		],
		[
			'an address',
			{
				messageType: 'address_message',
				text: 'Text',
				addressCountry: 'in',
				options: {
					addressValues: '{"name": "Ann"}',
					savedAddresses: '[{"id": "home", "value": {"city": "Delhi"}}]',
				},
			},
			interactive('address_message', {
				name: 'address_message',
				parameters: {
					country: 'IN',
					values: { name: 'Ann' },
					saved_addresses: [{ id: 'home', value: { city: 'Delhi' } }],
				},
			}),
		],
		[
			'reply buttons',
			{
				messageType: 'button',
				text: 'Does 10:00 suit you?',
				buttons: {
					button: [
						{ title: 'Yes', id: 'yes' },
						{ title: 'No', id: 'no' },
					],
				},
				options: { headerText: 'Appointment', footer: 'Reply with a button' },
			},
			interactive(
				'button',
				{
					buttons: [
						{ type: 'reply', reply: { id: 'yes', title: 'Yes' } },
						{ type: 'reply', reply: { id: 'no', title: 'No' } },
					],
				},
				{
					header: { type: 'text', text: 'Appointment' },
					body: { text: 'Does 10:00 suit you?' },
					footer: { text: 'Reply with a button' },
				},
			),
		],
		[
			'a button without an ID, which is its title then, below an image',
			{
				messageType: 'button',
				text: 'Text',
				buttons: { button: [{ title: 'Yes' }] },
				options: { headerImage: byUrl(link) },
			},
			interactive(
				'button',
				{ buttons: [{ type: 'reply', reply: { id: 'Yes', title: 'Yes' } }] },
				{ header: image, body: { text: 'Text' } },
			),
		],
		[
			'a button below a document',
			{
				messageType: 'button',
				text: 'Text',
				buttons: { button: [{ title: 'Yes' }] },
				options: { headerDocument: byId(FILE_ID), headerFileName: 'offer.pdf' },
			},
			interactive(
				'button',
				{ buttons: [{ type: 'reply', reply: { id: 'Yes', title: 'Yes' } }] },
				{ header: { type: 'document', document: { id: FILE_ID, filename: 'offer.pdf' } }, body: { text: 'Text' } },
			),
		],
		[
			'a list',
			{
				messageType: 'list',
				text: 'Text',
				buttonText: 'Menu',
				sections: {
					section: [
						{
							title: 'Food',
							rows: {
								row: [
									{ id: 'r1', title: 'Soup', description: 'of the day' },
									{ id: 'r2', title: 'Salad' },
								],
							},
						},
						{ title: 'Drinks', rows: { row: [{ title: 'Tea' }] } },
					],
				},
				options: { headerText: 'Today', footer: 'Enjoy' },
			},
			interactive(
				'list',
				{
					button: 'Menu',
					sections: [
						{
							title: 'Food',
							rows: [
								{ id: 'r1', title: 'Soup', description: 'of the day' },
								{ id: 'r2', title: 'Salad' },
							],
						},
						{ title: 'Drinks', rows: [{ id: 'Tea', title: 'Tea' }] },
					],
				},
				{ header: { type: 'text', text: 'Today' }, body: { text: 'Text' }, footer: { text: 'Enjoy' } },
			),
		],
		[
			'a list of one section without a title',
			{
				messageType: 'list',
				text: 'Text',
				buttonText: 'Menu',
				sections: { section: [{ rows: { row: [{ id: 'r1', title: 'Soup' }] } }] },
			},
			interactive('list', { button: 'Menu', sections: [{ rows: [{ id: 'r1', title: 'Soup' }] }] }),
		],
		[
			'a URL button below a video',
			{
				messageType: 'cta_url',
				text: 'Text',
				buttonText: 'See it',
				url: 'https://example.com/x?y=1',
				options: { headerVideo: byUrl(link) },
			},
			interactive(
				'cta_url',
				{ name: 'cta_url', parameters: { display_text: 'See it', url: 'https://example.com/x?y=1' } },
				{ header: { type: 'video', video: { link } }, body: { text: 'Text' } },
			),
		],
		[
			'a location request',
			{ messageType: 'location_request_message', text: 'Text' },
			interactive('location_request_message', { name: 'send_location' }),
		],
		[
			'a catalog with a thumbnail',
			{ messageType: 'catalog_message', text: 'Text', options: { thumbnailProduct: 'sku-1', footer: 'Foot' } },
			interactive(
				'catalog_message',
				{ name: 'catalog_message', parameters: { thumbnail_product_retailer_id: 'sku-1' } },
				{ body: { text: 'Text' }, footer: { text: 'Foot' } },
			),
		],
		[
			'a catalog',
			{ messageType: 'catalog_message', text: 'Text' },
			interactive('catalog_message', { name: 'catalog_message' }),
		],
		[
			'a product',
			{
				messageType: 'product',
				catalogId: '146265584024623',
				productId: 'sku-1',
				options: { bodyText: 'Text', footer: 'Foot' },
			},
			interactive(
				'product',
				{ catalog_id: '146265584024623', product_retailer_id: 'sku-1' },
				{ body: { text: 'Text' }, footer: { text: 'Foot' } },
			),
		],
		[
			'a product without a text',
			{ messageType: 'product', catalogId: '1', productId: 'sku-1' },
			interactive('product', { catalog_id: '1', product_retailer_id: 'sku-1' }, {}),
		],
		[
			'a product list',
			{
				messageType: 'product_list',
				text: 'Text',
				catalogId: '1',
				productSections: {
					section: [
						{ title: 'One', products: 'sku-1, sku-2' },
						{ title: 'Two', products: '={{ ["sku-3"] }}' },
					],
				},
				options: { headerText: 'Shop' },
			},
			interactive(
				'product_list',
				{
					catalog_id: '1',
					sections: [
						{ title: 'One', product_items: [{ product_retailer_id: 'sku-1' }, { product_retailer_id: 'sku-2' }] },
						{ title: 'Two', product_items: [{ product_retailer_id: 'sku-3' }] },
					],
				},
				{ header: { type: 'text', text: 'Shop' }, body: { text: 'Text' } },
			),
		],
		[
			'a flow with all its parameters',
			{
				messageType: 'flow',
				text: 'Text',
				flow: byId('123'),
				buttonText: 'Book',
				options: {
					headerText: 'Head',
					footer: 'Foot',
					flowToken: 'token',
					flowMode: 'draft',
					flowAction: 'navigate',
					flowScreen: 'WELCOME',
					flowData: '{"product": "x"}',
				},
			},
			interactive(
				'flow',
				{
					name: 'flow',
					parameters: {
						flow_message_version: '3',
						flow_token: 'token',
						flow_id: '123',
						flow_cta: 'Book',
						mode: 'draft',
						flow_action: 'navigate',
						flow_action_payload: { screen: 'WELCOME', data: { product: 'x' } },
					},
				},
				{ header: { type: 'text', text: 'Head' }, body: { text: 'Text' }, footer: { text: 'Foot' } },
			),
		],
		[
			'a flow by its name',
			{
				messageType: 'flow',
				text: 'Text',
				flow: locator('name', 'booking'),
				buttonText: 'Book',
				options: { flowAction: 'data_exchange' },
			},
			interactive('flow', {
				name: 'flow',
				parameters: { flow_message_version: '3', flow_name: 'booking', flow_cta: 'Book', flow_action: 'data_exchange' },
			}),
		],
		[
			'a call permission request',
			{ messageType: 'call_permission_request', options: { bodyText: 'May we call?' } },
			interactive('call_permission_request', { name: 'call_permission_request' }, { body: { text: 'May we call?' } }),
		],
		[
			'a request for contact data',
			{ messageType: 'request_contact_info', text: 'How can we call you?' },
			interactive('request_contact_info', { name: 'request_contact_info' }, { body: { text: 'How can we call you?' } }),
		],
		[
			'the status of an order',
			{
				messageType: 'order_status',
				text: 'On its way',
				orderReference: 'order-4711',
				orderStatus: 'Partially Shipped',
				options: { orderDescription: 'The rest follows', footer: 'Bye' },
			},
			interactive(
				'order_status',
				{
					name: 'review_order',
					parameters: {
						reference_id: 'order-4711',
						order: { status: 'partially_shipped', description: 'The rest follows' },
					},
				},
				{ body: { text: 'On its way' }, footer: { text: 'Bye' } },
			),
		],
		[
			'JSON, as the interactive object',
			{
				messageType: 'json',
				json: { type: 'order_details', body: { text: 'x' }, action: { name: 'review_and_pay' } } as never,
			},
			{
				type: 'interactive',
				interactive: { type: 'order_details', body: { text: 'x' }, action: { name: 'review_and_pay' } },
			},
		],
		[
			'JSON, as a whole message',
			{
				messageType: 'json',
				json: '{"to": "1", "type": "interactive", "interactive": {"type": "order_details", "action": {"name": "review_and_pay"}}}',
			},
			{ type: 'interactive', interactive: { type: 'order_details', action: { name: 'review_and_pay' } } },
		],
	])('%s', async (_what, parameters, body) => {
		expect(await sent('sendInteractive', parameters)).toEqual(await withFile(body));
	});
});

describe('Send Interactive, with a header that is a file', () => {
	const buttons = { text: 'Hi', buttons: { button: [{ title: 'Yes' }] } };
	const empty = locator('binary', '={{ $binary.nope }}');

	it.each([
		['headerImage', 'Header Image', empty],
		['headerVideo', 'Header Video', locator('url', '={{ $json.nope }}')],
		['headerDocument', 'Header Document', locator('id', '')],
	])('does not send without the file: %s', async (name, label, value) => {
		const { error } = await bench.run('message.sendInteractive', {
			to: CUSTOMER,
			...buttons,
			options: { [name]: value },
		});
		expect(error?.message).toBe(`'${label}' is empty, and the message would go out without it [item 0]`);
		expect(error?.description).toContain(`remove the option '${label}'`);
		expect(await bench.bodies()).toEqual([]);
	});

	it('takes the one of several that is filled', async () => {
		const options = { headerImage: empty, headerVideo: byUrl('https://example.com/a.mp4'), headerText: '' };
		const content = await sent('sendInteractive', { ...buttons, options });
		expect(content).toMatchObject({ interactive: { header: { type: 'video' } } });
	});
});

describe('a carousel that WhatsApp would refuse', () => {
	const card = (fields: object) => ({ media: byUrl(link), buttonText: 'Buy', url: link, ...fields });
	const reply = { reply: [{ title: 'More' }] };

	it.each([
		[[card({})], "'Cards' holds 1; a carousel has 2 to 10 cards"],
		[[card({}), card({ url: '', replies: reply })], "'Cards > 2' has 1 Replies, and the first card has a URL"],
		[[card({ replies: reply }), card({})], "'Cards > 1 > URL' is there beside Replies"],
		[[card({ text: 'x'.repeat(161) }), card({})], "'Cards > 1 > Text' has 161 characters"],
		[[card({ url: '' }), card({})], "'Cards > 1 > URL' is empty"],
	])('%j is refused before anything is sent', async (cards, reason) => {
		const parameters = { to: CUSTOMER, messageType: 'carousel', text: 'x', mediaCards: { card: cards } };
		const { error } = await bench.run('message.sendInteractive', parameters as INodeParameters);
		expect(error?.message).toContain(reason);
		expect(await bench.sandbox.requests()).toEqual([]);
	});
});
