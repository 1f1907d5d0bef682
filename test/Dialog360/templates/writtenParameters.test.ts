import type { IDataObject } from 'n8n-workflow';
import { CUSTOMER, Dialog360Bench, locator } from '../dialog360';
import { GERMAN, list, sends } from '../templateSamples';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const LINK = 'https://example.com/a.png';

/** Sends a template with a header of the kind and one variable, values as WhatsApp writes them. */
async function send(format: string, parameters: object) {
	const components = [
		{ type: 'HEADER', format },
		{ type: 'BODY', text: 'Hello {{1}}, welcome' },
	];
	const template = { ...GERMAN, name: 'welcome', language: 'en_US', components };
	await bench.fault([{ ...list, body: { data: [template], paging: { cursors: { after: 'x' } } } }, sends]);
	const { error } = await bench.run('message.sendTemplate', {
		to: CUSTOMER,
		template: locator('name', 'welcome:en_US'),
		...parameters,
	});
	const sent = (await bench.bodies()).map((body) => (body.template as IDataObject).components);
	return { error, sent };
}

const written = (header: object, body: object = { type: 'text', text: 'Ann' }) => [
	{ type: 'header', parameters: [header] },
	{ type: 'body', parameters: [body] },
];
const asJson = (components: object) => ({ valuesFrom: 'components', components: JSON.stringify(components) });

describe('a parameter as WhatsApp writes it', () => {
	const HEADER = 'Components (JSON) > 1 > parameters > 1 > ';
	it.each<[string, object, string, string]>([
		['an object for an address', { type: 'image', image: { link: { url: LINK } } }, 'image > link', 'holds an object'],
		['no whole address', { type: 'image', image: { link: 'a.example/b.png' } }, 'image > link', 'lacks https://'],
		['an address alone', { type: 'image', image: LINK }, 'image', `holds "${LINK}", and WhatsApp wants an object`],
		['no file at all', { type: 'image', image: {} }, 'image', 'has neither a link nor an id'],
		['a file name for an ID', { type: 'image', image: { id: 'a.png' } }, 'image > id', 'holds "a.png", which is no'],
		[
			'a list as product',
			{ type: 'product', product: { product_retailer_id: ['7'], catalog_id: '1' } },
			'product > product_retailer_id',
			'holds a list of 1 entry',
		],
		[
			'words for degrees',
			{ type: 'location', location: { latitude: 'north', longitude: 2 } },
			'location > latitude',
			'holds "north"',
		],
		['a number as code', { type: 'coupon_code', coupon_code: 5 }, 'coupon_code', 'holds 5'],
	])('is refused with its place where it has %s', async (_, header, place, what) => {
		const { error, sent } = await send('IMAGE', asJson(written(header)));
		expect(error?.message).toContain(`'${HEADER}${place}' ${what}`);
		expect(sent).toEqual([]);
	});

	it('is sent as it is where it is good, with degrees and amounts as numbers', async () => {
		const image = { type: 'image', image: { link: LINK } };
		const currency = { type: 'currency', currency: { fallback_value: '$1', code: 'USD', amount_1000: '1000' } };
		const { sent } = await send('IMAGE', asJson(written(image, currency)));
		expect(sent).toEqual([written(image, { type: 'currency', currency: { ...currency.currency, amount_1000: 1000 } })]);
		const location = { latitude: '48.85', longitude: 2.35, name: 'Shop', address: 'Main Street 1' };
		const place = await send('LOCATION', asJson(written({ type: 'location', location })));
		expect(place.sent[1]).toEqual(written({ type: 'location', location: { ...location, latitude: 48.85 } }));
	});

	const BODY = 'Body {{1}} > ';
	it.each<[object, string, string]>([
		[{ type: 'text', text: { name: 'Ann' } }, 'text', 'holds {"name":"Ann"}'],
		[{ type: 'currency', currency: '5 €' }, 'currency', 'holds "5 €"'],
		[{ type: 'date_time', date_time: { fallback_value: ['Monday'] } }, 'date_time > fallback_value', 'holds a list'],
	])('is read among the values of the form as well: %j', async (value, place, what) => {
		const values = { header_image: LINK, body_1: value };
		const asMap = await send('IMAGE', { valuesFrom: 'values', templateValues: JSON.stringify(values) });
		const expression = `={{ (${JSON.stringify(value).replaceAll('}', ' }')}) }}`;
		const fields = { mappingMode: 'defineBelow', value: { ...values, body_1: expression }, schema: [] };
		const inForm = await send('IMAGE', { templateFields: fields });
		for (const { error, sent } of [asMap, inForm]) {
			expect(error?.message).toContain(`'${BODY}${place}' ${what}`);
			expect(sent).toEqual([]);
		}
	});
});
