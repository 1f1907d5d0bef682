import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { binaryItem } from '../engine';
import { CUSTOMER, Dialog360Bench, locator } from './dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const ORDER = {
	id: '1',
	name: 'order_update',
	language: 'en_US',
	status: 'APPROVED',
	category: 'UTILITY',
	components: [
		{ type: 'HEADER', format: 'DOCUMENT' },
		{ type: 'BODY', text: 'Hi {{1}}, your order {{2}}' },
		{
			type: 'BUTTONS',
			buttons: [
				{ type: 'URL', text: 'Track', url: 'https://example.com/{{1}}' },
				{ type: 'QUICK_REPLY', text: 'Stop' },
			],
		},
	],
};
const GERMAN = {
	...ORDER,
	id: '2',
	language: 'de',
	status: 'PENDING',
	components: [{ type: 'BODY', text: 'Hallo {{name}}' }],
};
const OFFER = {
	...ORDER,
	id: '3',
	name: 'offer',
	category: 'MARKETING',
	components: [{ type: 'BODY', text: 'Only today' }],
};

const list = { method: 'GET', path: '^/message_templates$', effect: 'status', status: 200, times: null } as const;
const olderList = { ...list, path: '^/v1/configs/templates$' };
const sends = {
	method: 'POST',
	path: '^/messages$',
	effect: 'status',
	status: 200,
	times: null,
	body: { contacts: [{ wa_id: CUSTOMER }], messages: [{ id: 'wamid.1', message_status: 'accepted' }] },
} as const;

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

describe('the editor', () => {
	const parameters = (operation: string, template = '') => ({
		parameters: {
			resource: operation === 'sendTemplate' ? 'message' : 'template',
			operation,
			template: locator('list', template),
		},
		parameterName: 'template',
	});
	const names = async (operation: string, filter?: string) =>
		(await bench.search('searchTemplates', { filter, ...parameters(operation) })).results.map(({ value }) => value);

	it('offers approved templates to send, by name, language or category', async () => {
		await withTemplates(ORDER, GERMAN, OFFER);
		const { results } = await bench.search('searchTemplates', parameters('sendTemplate'));
		expect(results).toEqual([
			{ name: 'order_update (en_US) – utility, approved', value: 'order_update:en_US' },
			{ name: 'offer (en_US) – marketing, approved', value: 'offer:en_US' },
		]);
		expect(await names('sendTemplate', 'Marketing')).toEqual(['offer:en_US']);
	});

	it('finds others by their status, and shows all to read or delete', async () => {
		await withTemplates(ORDER, GERMAN);
		expect(await names('sendTemplate', 'pend')).toEqual(['order_update:de']);
		expect(await names('get')).toEqual(['order_update:en_US', 'order_update:de']);
	});

	it('grows a field for each value, the needed ones first and marked', async () => {
		await withTemplates(ORDER);
		const { fields: grown } = await bench.map('templateFields', parameters('sendTemplate', 'order_update:en_US'));
		expect(grown.filter(({ required }) => required).map(({ id }) => id)).toEqual([
			'header_document',
			'body_1',
			'body_2',
			'button_0_url',
		]);
		expect(grown.filter(({ removed }) => !removed).map(({ displayName }) => displayName)).toEqual([
			'Header Document',
			'Header Document File Name',
			'Body {{1}}',
			'Body {{2}}',
			'Button 1 (Track) URL Suffix',
			'Button 2 (Stop) Payload',
		]);
		expect(grown.find(({ id }) => id === 'body_1_type')?.options?.map(({ value }) => value)).toEqual([
			'currency',
			'date_time',
			'text',
		]);
	});

	it.each([
		['', 'Choose a template first'],
		['unknown:en', 'not known'],
		['offer:en_US', 'no variables'],
	])('says why there are no fields (%s)', async (template, notice) => {
		await withTemplates(ORDER, OFFER);
		const { fields: grown, emptyFieldsNotice } = await bench.map(
			'templateFields',
			parameters('sendTemplate', template),
		);
		expect(grown).toEqual([]);
		expect(emptyFieldsNotice).toContain(notice);
	});

	it('says what is wrong with the key', async () => {
		await expect(bench.search('searchTemplates', parameters('sendTemplate'), { apiKey: 'wrong' })).rejects.toThrow(
			'360dialog refused the request (HTTP 401)',
		);
	});
});

describe('Template', () => {
	it('Get Many filters by status, category, language and name, whatever their case', async () => {
		await withTemplates(ORDER, GERMAN, OFFER);
		const found = async (filters: INodeParameters) =>
			(await bench.run('template.getAll', { returnAll: true, filters })).items.map(({ json }) => json.id);
		expect(await found({})).toEqual(['1', '2', '3']);
		expect(await found({ status: 'approved' })).toEqual(['1', '3']);
		expect(await found({ category: 'MARKETING' })).toEqual(['3']);
		expect(await found({ language: 'DE' })).toEqual(['2']);
		expect(await found({ name: 'Order' })).toEqual(['1', '2']);
	});

	it('Get Many reads no page more than its limit needs, and never follows an address at Meta', async () => {
		const next = 'https://graph.facebook.com/v1/templates?after=abc';
		await bench.fault([
			{ ...list, times: 1, body: { data: [ORDER], paging: { cursors: { after: 'abc' }, next } } },
			{ ...list, body: { data: [GERMAN], paging: {} } },
		]);
		expect((await bench.run('template.getAll', { limit: 1 })).items).toHaveLength(1);
		expect(await reads()).toHaveLength(1);
	});

	it('Get Many goes on with the cursor', async () => {
		const next = 'https://graph.facebook.com/v1/templates?after=abc';
		await bench.fault([
			{ ...list, times: 1, body: { data: [ORDER], paging: { cursors: { after: 'abc' }, next } } },
			{ ...list, body: { data: [GERMAN], paging: {} } },
		]);
		expect((await bench.run('template.getAll', { returnAll: true })).items).toHaveLength(2);
		expect((await reads()).at(-1)?.query).toMatchObject({ after: 'abc' });
	});

	it('Get finds one by name and language', async () => {
		await withTemplates(ORDER, GERMAN);
		const { items } = await bench.run('template.get', { template: locator('list', 'order_update:de') });
		expect(items[0]?.json).toEqual(GERMAN);
	});

	it.each([
		[200, ['/message_templates']],
		[404, ['/message_templates', '/v1/configs/templates/order_update']],
	])('Delete takes out all languages; where the newer address answers %i it asks at %j', async (status, paths) => {
		await bench.fault([
			{ method: 'DELETE', path: '^/message_templates$', effect: 'status', status, body: { success: true } },
			{ method: 'DELETE', path: '^/v1/configs/templates/', effect: 'status', status: 200, body: {} },
		]);
		const { items } = await bench.run('template.delete', { template: locator('list', 'order_update:de') });
		expect(items[0]?.json).toEqual({ deleted: true, name: 'order_update' });
		const requests = await bench.sandbox.requests();
		expect(requests.map(({ path }) => path)).toEqual(paths);
		expect(requests[0]?.query).toEqual({ name: 'order_update' });
	});
});

describe('Create', () => {
	const answer = {
		method: 'POST',
		path: '^/message_templates$',
		effect: 'status',
		status: 200,
		body: { id: '9', status: 'PENDING', category: 'MARKETING' },
	} as const;
	const create = async (parameters: INodeParameters) => {
		await bench.fault([answer]);
		const run = await bench.run('template.create', { templateName: 'order_update', language: 'en_US', ...parameters });
		return { ...run, body: (await bench.sandbox.requests({ method: 'POST' }))[0]?.body };
	};

	it('hands in text, footer and buttons with examples', async () => {
		const { body, items } = await create({
			category: 'MARKETING',
			bodyText: 'Hi {{1}}, {{2}}',
			options: {
				allowCategoryChange: true,
				bodyExamples: ['Ann', '4711'],
				templateHeader: 'Order {{1}}',
				templateHeaderExample: '4711',
				templateFooter: 'Thank you',
				templateButtons: {
					button: [
						{ type: 'QUICK_REPLY', text: 'Stop' },
						{ type: 'URL', text: 'Track', url: 'https://example.com/{{1}}', urlExample: 'https://example.com/4711' },
						{ type: 'URL', text: 'Home', url: 'https://example.com' },
						{ type: 'PHONE_NUMBER', text: 'Call', phoneNumber: '+4915112345678' },
						{ type: 'COPY_CODE', example: '25OFF' },
					],
				},
			},
		});
		expect(body).toEqual({
			name: 'order_update',
			category: 'MARKETING',
			language: 'en_US',
			allow_category_change: true,
			components: [
				{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['4711'] } },
				{ type: 'BODY', text: 'Hi {{1}}, {{2}}', example: { body_text: [['Ann', '4711']] } },
				{ type: 'FOOTER', text: 'Thank you' },
				{
					type: 'BUTTONS',
					buttons: [
						{ type: 'QUICK_REPLY', text: 'Stop' },
						{ type: 'URL', text: 'Track', url: 'https://example.com/{{1}}', example: ['https://example.com/4711'] },
						{ type: 'URL', text: 'Home', url: 'https://example.com' },
						{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+4915112345678' },
						{ type: 'COPY_CODE', example: '25OFF' },
					],
				},
			],
		});
		expect(items[0]?.json).toEqual({
			name: 'order_update',
			language: 'en_US',
			id: '9',
			status: 'PENDING',
			category: 'MARKETING',
		});
	});

	it('names variables that have names', async () => {
		const { body } = await create({ bodyText: 'Hi {{customer}}', options: { bodyExamples: ['Ann'] } });
		expect(body).toEqual({
			name: 'order_update',
			category: 'UTILITY',
			language: 'en_US',
			parameter_format: 'NAMED',
			components: [
				{
					type: 'BODY',
					text: 'Hi {{customer}}',
					example: { body_text_named_params: [{ param_name: 'customer', example: 'Ann' }] },
				},
			],
		});
	});

	it('takes JSON for everything else', async () => {
		const components = [{ type: 'BODY', add_security_recommendation: true }];
		const { body } = await create({
			category: 'AUTHENTICATION',
			options: { templateComponents: JSON.stringify(components) },
		});
		expect(body).toEqual({ name: 'order_update', category: 'AUTHENTICATION', language: 'en_US', components });
	});

	it.each<[INodeParameters, string]>([
		[{ templateName: 'Order Update', bodyText: 'Hi' }, 'lower-case letters, digits and underscores only'],
		[{ bodyText: '' }, "'Body' is empty"],
		[{ bodyText: 'x'.repeat(1025) }, "'Body' has 1025 characters; at most 1024"],
		[{ bodyText: 'Hi {{1}}' }, "'Body Examples' holds 0, and the text has 1 variables"],
		[{ bodyText: 'Hi', options: { templateHeader: '{{1}} {{2}}' } }, 'WhatsApp takes one'],
		[
			{
				bodyText: 'Hi',
				options: { templateButtons: { button: [{ type: 'URL', text: 'x', url: 'https://example.com/{{1}}' }] } },
			},
			"'Buttons > 1 > Example URL' is empty",
		],
		[
			{ bodyText: 'Hi', options: { templateButtons: { button: Array.from({ length: 11 }, () => ({ text: 'x' })) } } },
			'holds 11 buttons; a template takes 10',
		],
		[{ bodyText: 'Hi', options: { templateComponents: '{}' } }, "'Components (JSON)' is no list of objects"],
	])('refuses %j', async (parameters, reason) => {
		const { error, body } = await create(parameters);
		expect(error?.message).toContain(reason);
		expect(body).toBeUndefined();
	});

	it('goes to the older address where there is no newer one', async () => {
		await bench.fault([
			{ ...answer, status: 404, body: { error: 'Not found' } },
			{ ...answer, path: '^/v1/configs/templates$', body: { id: '9', status: 'submitted' } },
		]);
		const { items } = await bench.run('template.create', { templateName: 'a', language: 'en', bodyText: 'Hi' });
		expect(items[0]?.json).toMatchObject({ id: '9', status: 'submitted' });
	});
});
