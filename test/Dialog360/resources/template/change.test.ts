import type { INodeParameters } from 'n8n-workflow';
import { byId, Dialog360Bench } from '../../dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const templates = async () =>
	(await bench.run('template.getAll', { returnAll: true })).items.map(({ json }) => `${json.name}:${json.language}`);
const blocked = { effect: 'status', status: 403, body: { error: 'The endpoint is blocked' } } as const;

describe('Edit', () => {
	const edit = async (template: string, form: object) =>
		await bench.run('template.edit', { template: byId(template), ...form } as INodeParameters);

	it('puts new parts in the place of those of a language', async () => {
		const { items, error } = await edit('hello_world:en_US', { bodyText: 'Welcome back!' });
		expect(error?.message).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ name: 'hello_world', language: 'en_US', success: true });
		const [changed] = (await bench.run('template.get', { template: byId('hello_world:en_US') })).items;
		expect(changed?.json).toMatchObject({
			status: 'PENDING',
			components: [{ type: 'BODY', text: 'Welcome back!' }],
		});
	});

	it('knows the ID where there is the older list only', async () => {
		await bench.fault([{ method: 'GET', path: '^/message_templates$', times: null, ...blocked }]);
		const { error } = await edit('hello_world:en_US', { bodyText: 'Welcome back!' });
		expect(error?.message).toBeUndefined();
	});

	it('says where to do it when 360dialog does not pass it on', async () => {
		await bench.fault([{ method: 'POST', path: '^/\\d+$', times: null, ...blocked }]);
		const { error } = await edit('hello_world:en_US', { bodyText: 'Hi' });
		expect(error?.message).toContain('The endpoint is blocked');
		expect(error?.description).toContain('Nothing was changed');
		expect(error?.description).toContain('360dialog Hub');
	});

	it.each([
		['login_code:en_US', { bodyText: 'Hi' }],
		['hello_world:en_US', { templateKind: 'code' }],
	])('does not make %s another kind', async (template, form) => {
		const { error } = await edit(template, form);
		expect(error?.message).toContain("'Kind' does not fit");
		expect(await bench.sandbox.requests({ method: 'POST' })).toEqual([]);
	});
});

describe('Delete', () => {
	const remove = async (template: string, languages?: string) =>
		await bench.run('template.delete', { template: byId(template), ...(languages && { languages }) });

	it('takes one language out, by its ID and name', async () => {
		const { items } = await remove('order_confirmation:de', 'one');
		expect(items[0]?.json).toEqual({ deleted: true, name: 'order_confirmation', language: 'de' });
		expect((await bench.sandbox.requests({ method: 'DELETE' }))[0]?.query).toMatchObject({
			name: 'order_confirmation',
			hsm_id: expect.stringMatching(/^\d+$/),
		});
		const left = await templates();
		expect(left).toContain('order_confirmation:en_US');
		expect(left).not.toContain('order_confirmation:de');
	});

	it('takes all languages out unless told otherwise', async () => {
		await remove('order_confirmation:de');
		expect((await templates()).filter((one) => one.startsWith('order_confirmation'))).toEqual([]);
	});

	it('of one language never reaches the address that deletes all', async () => {
		await bench.fault([{ method: 'DELETE', path: '^/message_templates$', times: null, ...blocked }]);
		const { error } = await remove('order_confirmation:de', 'one');
		expect(error?.description).toContain('does not pass on the deletion of one language');
		expect(await templates()).toContain('order_confirmation:de');
	});

	it('whose answer was lost is one', async () => {
		await bench.fault([{ method: 'DELETE', path: '^/message_templates$', effect: 'lostAnswer' }]);
		const { items, error } = await remove('order_confirmation:de', 'one');
		expect(error?.message).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ deleted: true });
	});
});

describe('Create From Library', () => {
	const take = async (form: object) =>
		await bench.run('template.createFromLibrary', {
			templateName: 'my_delivery',
			language: 'en_US',
			libraryTemplate: 'delivery_update_1',
			...form,
		} as INodeParameters);
	const button = { type: 'URL', url: 'https://example.com/{{1}}', urlExample: 'https://example.com/1' };

	const inWhatsAppsWords = { base_url: button.url, url_suffix_example: button.urlExample };
	it.each([
		['by form', button],
		["in WhatsApp's words", { type: 'URL', url: inWhatsAppsWords }],
		['in JSON of these', { type: 'URL', url: JSON.stringify(inWhatsAppsWords) }],
	])('takes a template with the links of its buttons, given %s', async (_, given) => {
		const { items, error } = await take({
			options: { libraryButtons: { button: [given] }, bodyInputs: '{"add_contact_number": true}' },
		});
		expect(error?.message).toBeUndefined();
		expect((await bench.sandbox.requests({ method: 'POST' }))[0]?.body).toEqual({
			name: 'my_delivery',
			category: 'UTILITY',
			language: 'en_US',
			library_template_name: 'delivery_update_1',
			library_template_button_inputs: [
				{ type: 'URL', url: { base_url: 'https://example.com/{{1}}', url_suffix_example: 'https://example.com/1' } },
			],
			library_template_body_inputs: { add_contact_number: true },
		});
		expect(items[0]?.json).toMatchObject({ name: 'my_delivery', status: 'APPROVED' });
	});

	it('goes to the older address, which 360dialog documents, where the newer is blocked', async () => {
		await bench.fault([{ method: 'POST', path: '^/message_templates$', times: null, ...blocked }]);
		const { error } = await take({ options: { libraryButtons: { button: [button] } } });
		expect(error?.message).toBeUndefined();
		expect(await bench.sandbox.requests({ path: '/v1/configs/templates', method: 'POST' })).toHaveLength(1);
	});

	it.each([
		[{ libraryTemplate: '={{ "" }}' }, "'Library Template' is empty"],
		[
			{ options: { libraryButtons: { button: [{ ...button, urlExample: '' }] } } },
			"'Buttons > 1 > Example URL' is empty",
		],
		[
			{ options: { libraryButtons: { button: [{ type: 'URL', url: '{"base_url": ' }] } } },
			"'Buttons > 1 > URL' is no valid JSON",
		],
		[{ libraryTemplate: 'none' }, 'none does not exist'],
	])('refuses %j', async (form, reason) => {
		expect((await take(form)).error?.message).toContain(reason);
	});
});
