import type { INodeParameters } from 'n8n-workflow';
import { Dialog360 } from '../../../../nodes/Dialog360/Dialog360.node';
import { withDefaults } from '../../../engine/parameters';
import { Dialog360Bench } from '../../dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

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
			bodyText: 'Hi {{1}}, {{2}}!',
			options: {
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
						{ type: 'REQUEST_CONTACT_INFO' },
					],
				},
			},
		});
		expect(body).toEqual({
			name: 'order_update',
			category: 'MARKETING',
			language: 'en_US',
			components: [
				{ type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['4711'] } },
				{ type: 'BODY', text: 'Hi {{1}}, {{2}}!', example: { body_text: [['Ann', '4711']] } },
				{ type: 'FOOTER', text: 'Thank you' },
				{
					type: 'BUTTONS',
					buttons: [
						{ type: 'QUICK_REPLY', text: 'Stop' },
						{ type: 'URL', text: 'Track', url: 'https://example.com/{{1}}', example: ['https://example.com/4711'] },
						{ type: 'URL', text: 'Home', url: 'https://example.com' },
						{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+4915112345678' },
						{ type: 'COPY_CODE', example: '25OFF' },
						{ type: 'REQUEST_CONTACT_INFO' },
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
		const { body } = await create({ bodyText: 'Hi {{customer}}!', options: { bodyExamples: ['Ann'] } });
		expect(body).toEqual({
			name: 'order_update',
			category: 'UTILITY',
			language: 'en_US',
			parameter_format: 'NAMED',
			components: [
				{
					type: 'BODY',
					text: 'Hi {{customer}}!',
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
		[{ bodyText: 'Hi {{1}}' }, "'Body' ends with a variable"],
		[{ bodyText: 'Hi {{1}}!' }, "'Body Examples' holds 0, and the text has 1 variable"],
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
		[
			{ bodyText: 'Hi', options: { templateComponents: '{}' } },
			"'Components (JSON)' holds an object and wants a list of objects",
		],
	])('refuses %j', async (parameters, reason) => {
		const { error, body } = await create(parameters);
		expect(error?.message).toContain(reason);
		expect(body).toBeUndefined();
	});

	it.each([
		[404, { error: 'Not found' }],
		[405, { error: 'Method not allowed' }],
		[403, { error: 'The endpoint is blocked' }],
		[400, { error: 'The endpoint is blocked' }],
		[403, { meta: { httpCode: 403, developerMessage: 'This URL /message_templates is blocked.', success: false } }],
	])('goes to the older address where the newer one answers %i %j', async (status, body) => {
		await bench.fault([
			{ ...answer, status, body },
			{ ...answer, path: '^/v1/configs/templates$', body: { id: '9', status: 'submitted' } },
		]);
		const { items } = await bench.run('template.create', { templateName: 'a', language: 'en', bodyText: 'Hi' });
		expect(items[0]?.json).toMatchObject({ id: '9', status: 'submitted' });
	});

	it('does not go elsewhere where WhatsApp itself refuses', async () => {
		const body = { error: { code: 368, message: '(#368) The account is blocked, it is blocked for violations' } };
		await bench.fault([{ ...answer, status: 403, body }]);
		const { error } = await bench.run('template.create', { templateName: 'a', language: 'en', bodyText: 'Hi' });
		expect(error?.context).toMatchObject({ code: '368' });
		expect(await bench.sandbox.requests({ path: '/v1/configs/templates' })).toEqual([]);
	});

	it('says what the finer code of a refusal means', async () => {
		const body = { error: { code: 100, error_subcode: 2388293, message: '(#100) Invalid parameter' } };
		await bench.fault([{ ...answer, status: 400, body }]);
		const { error } = await bench.run('template.create', { templateName: 'a', language: 'en', bodyText: 'Hi' });
		expect(error?.context).toMatchObject({ code: '2388293' });
		expect(error?.description).toContain('too many variables for its length');
	});

	it.each([
		['of the list', 'de_AT', { __rl: true, mode: 'list', value: 'de_AT' }],
		['that the list does not have', 'eo', { __rl: true, mode: 'id', value: '={{ "eo" }}' }],
		['of a workflow that was saved before there was a list', 'pt_BR', 'pt_BR'],
	])('takes a language %s', async (_, code, language) => {
		expect((await create({ language, bodyText: 'Hi' })).body).toMatchObject({ language: code });
	});

	it('takes workflows that were saved with Allow Category Change', () => {
		const parameters = { resource: 'template', operation: 'create', options: { allowCategoryChange: true } };
		expect(withDefaults(new Dialog360(), parameters)).toMatchObject({ templateKind: 'standard', options: {} });
	});
});
