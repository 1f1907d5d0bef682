import type { IDataObject } from 'n8n-workflow';
import { templateLanguage } from '../../../nodes/Dialog360/resources/template/nameAndLanguage';
import { Dialog360Bench, locator } from '../dialog360';
import { GERMAN, list, OFFER, ORDER, sends } from '../templateSamples';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

/** The number has these templates, and takes messages with them. */
const withTemplates = async (...data: IDataObject[]) =>
	await bench.fault([{ ...list, body: { data, paging: { cursors: { after: 'x' } } } }, sends]);

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
			{ name: 'order_update (en_US) – utility', value: 'order_update:en_US' },
			{ name: 'offer (en_US) – marketing', value: 'offer:en_US' },
		]);
		expect(await names('sendTemplate', 'Marketing')).toEqual(['offer:en_US']);
	});

	it('finds others by their status, and shows all to read or delete', async () => {
		await withTemplates(ORDER, GERMAN);
		expect(await names('sendTemplate', 'pend')).toEqual(['order_update:de']);
		expect(await names('get')).toEqual(['order_update:en_US', 'order_update:de']);
	});

	it('offers the languages of a new template by name and code, without asking 360dialog', async () => {
		const languages = async (filter?: string) => (await bench.search('searchLanguages', { filter })).results;
		expect(await languages('german')).toEqual([
			{ name: 'German – de', value: 'de' },
			{ name: 'German (Austria) – de_AT', value: 'de_AT' },
			{ name: 'German (Switzerland) – de_CH', value: 'de_CH' },
		]);
		expect(await languages('pt-br')).toEqual([{ name: 'Portuguese (Brazil) – pt_BR', value: 'pt_BR' }]);
		const codes = (await languages()).map(({ value }) => String(value));
		expect(codes.length).toBeGreaterThan(90);
		expect(new Set(codes).size).toBe(codes.length);
		for (const code of codes) expect(templateLanguage(code)).toBe(code);
		expect(await bench.sandbox.requests()).toEqual([]);
	});

	it('offers the industries of a profile by name and code', async () => {
		const industries = async (filter?: string) => (await bench.search('searchIndustries', { filter })).results;
		expect(await industries('reta')).toEqual([{ name: 'Retail – RETAIL', value: 'RETAIL' }]);
		expect((await industries('edu')).map(({ value }) => value)).toEqual(['EDU']);
		expect((await industries()).length).toBeGreaterThan(15);
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
			'Body {{1}}: Hi ▢, your order…',
			'Body {{2}}: …your order ▢',
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
