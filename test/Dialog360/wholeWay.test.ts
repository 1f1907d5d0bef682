import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { binaryItem, readBinary } from '../engine';
import { CUSTOMER, Dialog360Bench, locator } from './dialog360';

/** The whole way: the sandbox's own templates, read from its lists and sent to its checks. */
let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const link = 'https://example.com/a.png';
const text = (value: string) => ({ type: 'text', text: value });

const fields = (value: IDataObject): INodeParameters => ({
	templateFields: { mappingMode: 'defineBelow', value, schema: [] } as never,
});

const send = async (name: string, value: IDataObject, extras: Parameters<Dialog360Bench['run']>[2] = {}) =>
	await bench.run('message.sendTemplate', { to: CUSTOMER, template: locator('list', name), ...fields(value) }, extras);

const header = (type: string, value: object) => ({ type: 'header', parameters: [{ type, [type]: value }] });

const button = (index: number, sub_type: string, parameter: object) => ({
	type: 'button',
	sub_type,
	index,
	parameters: [parameter],
});

const body = (...parameters: object[]) => ({ type: 'body', parameters });

describe('a template of every kind is filled in by its form, and taken', () => {
	it.each<[name: string, value: IDataObject, components: object[] | undefined]>([
		['hello_world:en_US', {}, undefined],
		[
			'order_confirmation:de',
			{
				header_document: link,
				header_filename: 'a.pdf',
				body_1: 'Lena',
				body_2: '4711',
				body_3: 'Montag',
				button_0_url: '4711',
				button_1_payload: 'talk',
			},
			[
				header('document', { link, filename: 'a.pdf' }),
				body(text('Lena'), text('4711'), text('Montag')),
				button(0, 'url', text('4711')),
				button(1, 'quick_reply', { type: 'payload', payload: 'talk' }),
			],
		],
		[
			'order_shipped:en_US',
			{
				header_order_id: '4711',
				body_customer_name: 'Lena',
				body_total: '12.50 €',
				body_total_currency: 'EUR',
				body_total_amount: 12.5,
			},
			[
				{ type: 'header', parameters: [{ ...text('4711'), parameter_name: 'order_id' }] },
				body(
					{ ...text('Lena'), parameter_name: 'customer_name' },
					{
						type: 'currency',
						currency: { fallback_value: '12.50 €', code: 'EUR', amount_1000: 12500 },
						parameter_name: 'total',
					},
				),
			],
		],
		[
			'appointment:en_US',
			{
				header_latitude: '48.86',
				header_longitude: 2.34,
				header_name: 'Shop',
				header_address: 'Rue de Rivoli',
				body_1: 'Monday',
				body_1_type: 'date_time',
				body_2: '10:00',
			},
			[
				header('location', { latitude: 48.86, longitude: 2.34, name: 'Shop', address: 'Rue de Rivoli' }),
				body({ type: 'date_time', date_time: { fallback_value: 'Monday' } }, text('10:00')),
			],
		],
		['new_arrivals:en_US', { header_image: link, body_1: 'Lena' }, [header('image', { link }), body(text('Lena'))]],
		['how_it_works:en_US', { header_video: link }, [header('video', { link })]],
		[
			'summer_coupon:en_US',
			{ body_1: '25 %', button_0_code: '25OFF' },
			[body(text('25 %')), button(0, 'copy_code', { type: 'coupon_code', coupon_code: '25OFF' })],
		],
		[
			'weekend_offer:en_US',
			{
				header_image: link,
				offer_expiration: '2099-12-31T22:00:00Z',
				body_1: 'Lena',
				button_0_code: '25OFF',
				button_1_url: '25OFF',
			},
			[
				header('image', { link }),
				{
					type: 'limited_time_offer',
					parameters: [
						{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: Date.UTC(2099, 11, 31, 22) } },
					],
				},
				body(text('Lena')),
				button(0, 'copy_code', { type: 'coupon_code', coupon_code: '25OFF' }),
				button(1, 'url', text('25OFF')),
			],
		],
		[
			'booking_flow:en_US',
			{ body_1: 'Lena', button_0_flow_token: 'token' },
			[body(text('Lena')), button(0, 'flow', { type: 'action', action: { flow_token: 'token' } })],
		],
		[
			'catalog_offer:en_US',
			{ body_1: 'Lena', button_0_thumbnail: 'sku-1' },
			[
				body(text('Lena')),
				button(0, 'CATALOG', { type: 'action', action: { thumbnail_product_retailer_id: 'sku-1' } }),
			],
		],
		['login_code:en_US', { body_1: '123456' }, [body(text('123456')), button(0, 'url', text('123456'))]],
		[
			'carousel_of_shoes:en_US',
			{
				body_1: 'Lena',
				card_0_header_image: link,
				card_0_body_1: 'white',
				card_0_button_0_payload: 'more',
				card_0_button_1_url: '1',
				card_1_header_image: link,
				card_1_body_1: 'black',
				card_1_button_1_url: '2',
			},
			[
				body(text('Lena')),
				{
					type: 'carousel',
					cards: [
						{
							card_index: 0,
							components: [
								header('image', { link }),
								body(text('white')),
								button(0, 'quick_reply', { type: 'payload', payload: 'more' }),
								button(1, 'url', text('1')),
							],
						},
						{
							card_index: 1,
							components: [header('image', { link }), body(text('black')), button(1, 'url', text('2'))],
						},
					],
				},
			],
		],
	])('%s', async (name, value, components) => {
		const { items, error } = await send(name, value);
		expect(error?.message).toBeUndefined();
		const [templateName, code] = name.split(':');
		expect((await bench.bodies())[0]?.template).toEqual({
			name: templateName,
			language: { code },
			...(components && { components }),
		});
		expect(items[0]?.json).toMatchObject({ status: 'sending', providerStatus: 'accepted', recipient: CUSTOMER });
	});

	it.each(['newer', 'older'])('from the %s list alone', async (templateLists) => {
		await bench.sandbox.settings({ templateLists } as object, 'dialog360');
		const { error } = await send('summer_coupon:en_US', { body_1: '25 %', button_0_code: '25OFF' });
		expect(error?.message).toBeUndefined();
		const { results } = await bench.search('searchTemplates', {
			parameters: { resource: 'message', operation: 'sendTemplate' },
		});
		expect(results.map(({ value }) => value)).toContain('order_confirmation:de');
		expect(results.map(({ value }) => value)).not.toContain('survey_paused:en_US');
	});

	it('from a binary field to many customers with one upload and one reading', async () => {
		const { binary } = await binaryItem({
			fileName: 'receipt.pdf',
			mimeType: 'application/pdf',
			data: Buffer.from('%PDF-1.7'),
		});
		const items = Array.from({ length: 5 }, (_, n) => ({ json: { n }, binary }));
		const { status } = await send(
			'order_confirmation:de',
			{ header_document: 'data', body_1: 'a', body_2: 'b', body_3: '={{ $json.n }}', button_0_url: 'x' },
			{ items },
		);
		expect(status).toBe('success');
		expect((await bench.sandbox.requests()).map(({ path }) => path).sort()).toEqual([
			'/media',
			'/message_templates',
			...Array.from({ length: 5 }, () => '/messages'),
		]);
	});
});

describe('a template that cannot be sent', () => {
	it.each([
		['survey_paused:en_US', '132015', 'paused for its low quality'],
		['old_disabled:en_US', '132016', 'disabled'],
		['newsletter_pending:en_US', '132001', 'not approved yet'],
	])('%s says why, with the code %s', async (name, code, cause) => {
		const { error } = await send(name, name.startsWith('old') ? {} : { body_1: 'x' });
		expect(error?.context).toMatchObject({ code });
		expect(error?.description).toContain(cause);
	});
});

describe('a file', () => {
	it('comes back as it was uploaded, until it is deleted', async () => {
		const apiKey = bench.newKey();
		const data = Buffer.from('%PDF-1.7 a receipt');
		const uploaded = await bench.run(
			'media.upload',
			{},
			{ items: [await binaryItem({ fileName: 'a.pdf', mimeType: 'application/pdf', data })], apiKey },
		);
		const mediaId = String(uploaded.items[0]?.json.id);
		expect((await bench.run('media.get', { mediaId }, { apiKey })).items[0]?.json).toMatchObject({
			id: mediaId,
			mime_type: 'application/pdf',
		});
		const { items } = await bench.run('media.download', { mediaId }, { apiKey });
		expect(await readBinary(items[0]!)).toEqual(data);
		expect(items[0]?.binary?.data).toMatchObject({ fileName: `${mediaId}.pdf`, mimeType: 'application/pdf' });
		expect((await bench.run('media.delete', { mediaId }, { apiKey })).items[0]?.json).toEqual({
			deleted: true,
			id: mediaId,
		});
		expect((await bench.run('media.get', { mediaId }, { apiKey })).error?.description).toContain('7 days');
	});

	it('that is not there costs one of the five questions, not all of them', async () => {
		const apiKey = bench.newKey();
		const items = Array.from({ length: 8 }, () => ({ json: {} }));
		await bench.run('media.get', { mediaId: '999999' }, { apiKey, items, onError: 'continueRegularOutput' });
		expect((await bench.run('media.get', { mediaId: await bench.uploadedFile() }, { apiKey })).error).toBeUndefined();
	});
});

describe('the account', () => {
	it('is healthy or says what is in the way', async () => {
		await bench.sandbox.settings({ health: 'BLOCKED' } as object, 'dialog360');
		const { items } = await bench.run('account.getHealth', {});
		expect(items[0]?.json).toMatchObject({
			health_status: { can_send_message: 'BLOCKED' },
			display_phone_number: expect.any(String),
			quality_rating: 'GREEN',
		});
	});

	it('shows its profile after a change', async () => {
		await bench.run('account.updateProfile', { profile: { about: 'Closed on Mondays' } });
		const { items } = await bench.run('account.getProfile', {});
		expect(items[0]?.json).toMatchObject({ about: 'Closed on Mondays', vertical: 'RETAIL' });
	});

	it('blocks and unblocks', async () => {
		const blocked = async () =>
			(await bench.run('account.getAllBlocked', { returnAll: true })).items.map(({ json }) => json.wa_id);
		await bench.run('account.block', { users: '+49 151 12345678, +33 6 12 34 56 78' });
		expect(await blocked()).toEqual(['4915112345678', '33612345678']);
		await bench.run('account.unblock', { users: '+33 6 12 34 56 78' });
		expect(await blocked()).toEqual(['4915112345678']);
	});
});

describe('a template', () => {
	it('is created, found and deleted', async () => {
		const created = await bench.run('template.create', {
			templateName: 'fresh',
			language: 'en_US',
			bodyText: 'Hi {{1}}!',
			options: { bodyExamples: ['Ann'] },
		});
		expect(created.error?.message).toBeUndefined();
		expect(created.items[0]?.json).toMatchObject({ name: 'fresh', status: 'PENDING' });
		expect((await bench.run('template.get', { template: locator('name', 'fresh') })).items[0]?.json).toMatchObject({
			status: 'PENDING',
			category: 'UTILITY',
		});
		expect((await bench.run('template.delete', { template: locator('name', 'fresh') })).items[0]?.json).toEqual({
			deleted: true,
			name: 'fresh',
		});
		const again = await bench.run('template.delete', { template: locator('name', 'fresh') });
		expect(again.error?.context).toMatchObject({ code: '132001' });
	});
});
