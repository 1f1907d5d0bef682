import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { binaryItem } from '../../../engine';
import { CUSTOMER, Dialog360Bench, locator } from '../../dialog360';
import { GERMAN, list, OFFER, olderList, ORDER, sends } from '../../templateSamples';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

/** The number has these templates, and takes messages with them. */
const withTemplates = async (...data: IDataObject[]) =>
	await bench.fault([{ ...list, body: { data, paging: { cursors: { after: 'x' } } } }, sends]);

const reads = async () => await bench.sandbox.requests({ method: 'GET', path: '/message_templates' });
const fromList = (value: string) => ({ to: CUSTOMER, template: locator('list', value) });
const byName = (value: string) => ({ to: CUSTOMER, template: locator('name', value) });

const fields = (value: IDataObject | null): INodeParameters => ({
	templateFields: { mappingMode: 'defineBelow', value, schema: [] } as never,
});

const values = {
	header_document: 'https://example.com/a.pdf',
	body_1: 'Ann',
	body_2: '={{ 4711 }}',
	button_0_url: '4711',
};

describe('Send Template', () => {
	it('does not make a thousandth of an amount with a thousands separator', async () => {
		await withTemplates({ ...GERMAN, components: [{ type: 'BODY', text: 'You paid {{1}}, thanks' }] });
		const { error } = await bench.run('message.sendTemplate', {
			...byName('order_update:de'),
			...fields({ body_1: '1,234 €', body_1_currency: 'EUR', body_1_amount: '1,234' }),
		});
		expect(error?.message).toContain('\'Body {{1}}: Amount\' holds "1,234", which may be 1234 or 1.234');
		expect(error?.description).toContain('1234 or 1234.00');
		expect(await bench.bodies()).toEqual([]);
	});

	it.each<[string, INodeParameters, string]>([
		['in its field', fields({ ...values, header_document: 'https://x.example/undefined/a.pdf' }), 'Header Document'],
		[
			'that an expression leaves there',
			fields({ ...values, header_document: '=https://x.example/{{ $json.none }}/a.pdf' }),
			'Header Document',
		],
		[
			'in a list',
			{ valuesFrom: 'values', templateValues: '["https://x.example/a.pdf?id=null", "Ann", "4711", "x"]' },
			'Header Document',
		],
		[
			'in components',
			{
				valuesFrom: 'components',
				components: JSON.stringify([
					{ type: 'header', parameters: [{ type: 'document', document: { link: 'https://x.example/undefined' } }] },
				]),
			},
			'Components (JSON) > 1 > parameters > 1 > document > link',
		],
	])('sends no file from a link with a hole: %s', async (_, given, label) => {
		await withTemplates(ORDER);
		const { error } = await bench.run('message.sendTemplate', { ...byName('order_update:en_US'), ...given });
		expect(error?.message).toContain(`'${label}' holds `);
		expect(error?.message).toMatch(/a field that is not there|in it answers nothing/);
		expect(error?.description).toContain('Check the name of the field');
		expect(await bench.bodies()).toEqual([]);
	});

	it('takes an amount without its currency for no text', async () => {
		await withTemplates({ ...GERMAN, components: [{ type: 'BODY', text: 'You paid {{1}}, thanks' }] });
		const { error } = await bench.run('message.sendTemplate', {
			...byName('order_update:de'),
			...fields({ body_1: '12 €', body_1_amount: '12' }),
		});
		expect(error?.message).toBe("'Body {{1}}: Currency Code' must be three letters [item 0]");
	});

	it.each([
		['a variable that it had before', { body_9: 'Monday' }, '"body_9"'],
		['the file of another template', { header_image: 'https://example.com/a.png' }, '"header_image"'],
		['values of which an expression answers', { body_8: '={{ 0 }}', body_9: '={{ $json.day ?? "" }}' }, '"body_8"'],
	])('loses nothing that the form holds beyond the template: %s', async (_, more, named) => {
		await withTemplates(ORDER, GERMAN);
		const { error } = await bench.run('message.sendTemplate', {
			...fromList('order_update:en_US'),
			...fields({ ...values, ...more }),
		});
		expect(error?.message).toBe(`'Fields' has a value for ${named}, which the template does not have [item 0]`);
		expect(error?.description).toContain('header_document');
		expect(error?.description).toContain("Refresh the fields in the ⋮ menu beside 'Values of the Template'");
		expect(await bench.bodies()).toEqual([]);
	});

	it('does not mind empty fields of another template', async () => {
		await withTemplates(ORDER, GERMAN);
		const { error } = await bench.run('message.sendTemplate', {
			...fromList('order_update:en_US'),
			...fields({ ...values, body_8: null, body_9: ' ', header_image: '' }),
		});
		expect(error?.message).toBeUndefined();
		expect(await bench.bodies()).toHaveLength(1);
	});

	it('fills what grew out of the template into its components', async () => {
		await withTemplates(ORDER, GERMAN);
		const { items, error } = await bench.run('message.sendTemplate', {
			...fromList('order_update:en_US'),
			...fields(values),
		});
		expect(error?.message).toBeUndefined();
		expect(await bench.bodies()).toEqual([
			{
				messaging_product: 'whatsapp',
				recipient_type: 'individual',
				to: CUSTOMER,
				type: 'template',
				template: {
					name: 'order_update',
					language: { code: 'en_US' },
					components: [
						{ type: 'header', parameters: [{ type: 'document', document: { link: 'https://example.com/a.pdf' } }] },
						{
							type: 'body',
							parameters: [
								{ type: 'text', text: 'Ann' },
								{ type: 'text', text: '4711' },
							],
						},
						{ type: 'button', sub_type: 'url', index: 0, parameters: [{ type: 'text', text: '4711' }] },
					],
				},
			},
		]);
		expect(items[0]?.json).toMatchObject({
			messageId: 'wamid.1',
			status: 'sending',
			providerStatus: 'accepted',
			provider: 'dialog360',
		});
	});

	it('reads the definition once and uploads the file once for all items', async () => {
		await withTemplates(ORDER);
		const { binary } = await binaryItem({
			fileName: 'receipt.pdf',
			mimeType: 'application/pdf',
			data: Buffer.from('%PDF'),
		});
		const items = Array.from({ length: 30 }, (_, n) => ({ json: { n }, binary }));
		const filled = { ...values, header_document: 'data', body_2: '={{ $json.n }}' };
		const { status } = await bench.run(
			'message.sendTemplate',
			{ ...fromList('order_update:en_US'), ...fields(filled) },
			{ items },
		);
		expect(status).toBe('success');
		expect(await reads()).toHaveLength(1);
		expect(await bench.sandbox.requests({ path: '/media' })).toHaveLength(1);
		const bodies = await bench.bodies();
		expect(bodies).toHaveLength(30);
		expect(JSON.stringify(bodies[0])).toContain('"filename":"receipt.pdf"');
	});

	it('sends a template without variables as it is', async () => {
		await withTemplates(OFFER);
		await bench.run('message.sendTemplate', { ...fromList('offer:en_US'), ...fields(null) });
		expect((await bench.bodies())[0]?.template).toEqual({ name: 'offer', language: { code: 'en_US' } });
	});

	it('says what is missing, and what each component wants', async () => {
		await withTemplates(ORDER);
		const { error } = await bench.run('message.sendTemplate', {
			...fromList('order_update:en_US'),
			...fields({ ...values, body_2: '' }),
		});
		expect(error?.message).toContain("'Body {{2}}' is empty; the template wants Header Document");
		expect(await bench.bodies()).toEqual([]);
	});

	it('takes a list or a map where the template is chosen by an expression', async () => {
		await withTemplates(ORDER, GERMAN);
		const items = [
			{
				json: { template: 'order_update', language: 'en_US', values: ['https://example.com/a.pdf', 'Ann', 4711, 'x'] },
			},
			{ json: { template: 'order_update', language: 'de', values: { name: 'Eva' } } },
		];
		const { status, error } = await bench.run(
			'message.sendTemplate',
			{
				...byName('={{ $json.template }}:{{ $json.language }}'),
				valuesFrom: 'values',
				templateValues: '={{ $json.values }}',
			},
			{ items },
		);
		expect(error?.message).toBeUndefined();
		expect(status).toBe('success');
		const sent = (await bench.bodies()).map(({ template }) => template as IDataObject);
		expect(sent.map(({ language }) => language)).toEqual(expect.arrayContaining([{ code: 'en_US' }, { code: 'de' }]));
		expect(JSON.stringify(sent)).toContain('{"type":"text","text":"Eva","parameter_name":"name"}');
	});

	it('sends components written by hand, even when the definition cannot be read', async () => {
		await bench.fault([{ ...list, status: 403, body: { error: 'The endpoint is blocked' } }, sends]);
		const components = [{ type: 'body', parameters: [{ type: 'text', text: 'Ann' }] }];
		const { status } = await bench.run('message.sendTemplate', {
			...byName('order_update:en_US'),
			valuesFrom: 'components',
			components: JSON.stringify(components),
		});
		expect(status).toBe('success');
		expect((await bench.bodies())[0]?.template).toEqual({
			name: 'order_update',
			language: { code: 'en_US' },
			components,
		});
	});

	it('checks the counts of components written by hand', async () => {
		await withTemplates(ORDER);
		const { error } = await bench.run('message.sendTemplate', {
			...byName('order_update'),
			valuesFrom: 'components',
			components: '[]',
		});
		expect(error?.message).toContain("'Components (JSON)' has 0 values for Header; the template wants 1");
	});

	it.each([
		['nothing', 'names "nothing", and the number has no such template'],
		['order_update', 'without a language, and it exists in en_US, de'],
		['order_update:fr', 'names "order_update" in "fr", and it exists in en_US, de'],
		['={{ "" }}', "'Template' is empty"],
	])('%s is refused with the way out', async (name, reason) => {
		await withTemplates(ORDER, GERMAN);
		const { error } = await bench.run('message.sendTemplate', { ...byName(name), ...fields({}) });
		expect(error?.message).toContain(reason);
		expect(await bench.bodies()).toEqual([]);
	});

	it('reads the older list where there is no newer one, over all its pages', async () => {
		const page = (body: object, times: number | null = 1) => ({ ...olderList, times, body });
		await bench.fault([
			{ ...list, status: 404, body: { error: 'Not found' } },
			page({ waba_templates: [{ ...OFFER, status: 'approved' }], total: 2 }),
			page({ waba_templates: [{ ...GERMAN, status: 'submitted' }], total: 2 }),
			sends,
		]);
		const { error } = await bench.run('message.sendTemplate', {
			...byName('order_update:de'),
			...fields({ body_name: 'Eva' }),
		});
		expect(error?.message).toBeUndefined();
		expect(
			(await bench.sandbox.requests({ path: '/v1/configs/templates' })).map(({ query }) => String(query.offset)),
		).toEqual(['0', '1']);
	});
});
