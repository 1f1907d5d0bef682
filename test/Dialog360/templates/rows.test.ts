import type { IDataObject } from 'n8n-workflow';
import { buildComponents } from '../../../nodes/Dialog360/templates/components';
import type { Component, Template } from '../../../nodes/Dialog360/templates/definition';
import { partsOf } from '../../../nodes/Dialog360/templates/parts';
import { urlSuffix } from '../../../nodes/Dialog360/templates/values/urlSuffix';
import { areComponents, writtenComponents } from '../../../nodes/Dialog360/templates/values/writtenComponents';

const template = (...components: IDataObject[]): Template => ({
	name: 'order_update',
	language: 'en_US',
	status: 'APPROVED',
	category: 'UTILITY',
	components: components as Component[],
});
const body = (text: string) => ({ type: 'BODY', text });
const build = (definition: Template, given: Record<string, unknown>, how = {}) =>
	buildComponents(partsOf(definition), given, (_label, _kind, value) => ({ link: value as string }), how);

describe('a variable whose name ends like a field of the form', () => {
	const invoice = template(body('Invoice {{invoice}} of {{invoice_amount}} {{invoice_currency}}, thanks'));

	it('is a text', () => {
		const given = { body_invoice: 'R-1', body_invoice_amount: '12.50', body_invoice_currency: 'EUR' };
		expect(build(invoice, given)).toEqual([
			{
				type: 'body',
				parameters: [
					{ type: 'text', text: 'R-1', parameter_name: 'invoice' },
					{ type: 'text', text: '12.50', parameter_name: 'invoice_amount' },
					{ type: 'text', text: 'EUR', parameter_name: 'invoice_currency' },
				],
			},
		]);
	});

	it('gets fields of its own', () => {
		const ids = partsOf(invoice).flatMap(({ slots }) => slots.map(({ id }) => id));
		expect(new Set(ids).size).toBe(ids.length);
	});
});

describe('a part that the form does not know', () => {
	it.each<[string, IDataObject]>([
		['a header of the kind GIF', { type: 'HEADER', format: 'GIF' }],
		['a button of the kind ORDER_DETAILS', { type: 'BUTTONS', buttons: [{ type: 'ORDER_DETAILS', text: 'Pay' }] }],
		['the part TAX_REPORT', { type: 'TAX_REPORT' }],
	])('is refused: %s', (what, component) => {
		expect(() => build(template(component, body('Hi')), {})).toThrow(`'Template' has ${what}`);
	});

	it('is none that takes no values', () => {
		const buttons = ['PHONE_NUMBER', 'VOICE_CALL', 'REQUEST_CONTACT_INFO'].map((type) => ({ type, text: 'x' }));
		const url = { type: 'URL', text: 'x', url: 'https://example.com' };
		const known = template(body('Hi'), { type: 'FOOTER', text: 'x' }, { type: 'BUTTONS', buttons: [...buttons, url] });
		expect(build(known, {})).toEqual([]);
	});
});

describe('a value', () => {
	it.each<[string, unknown, string]>([
		['object', { name: 'Ann', city: 'Lyon' }, "'Body {{1}}' holds an object with the fields name, city"],
		['object with a type of its own', { type: 'vip', name: 'Ann' }, 'holds an object with the fields type, name'],
		['list', ['Red'], 'holds a list of 1 entry'],
		['line break', 'a\nb', 'holds a line break'],
	])('that is no text is refused: %s', (_, value, message) => {
		expect(() => build(template(body('Hi {{1}}!')), { body_1: value })).toThrow(message);
	});

	it('is made one line where the user wants that', () => {
		const [sent] = build(template(body('Hi {{1}}!')), { body_1: 'a\nb' }, { flattens: true });
		expect(sent?.parameters).toEqual([{ type: 'text', text: 'a b' }]);
	});

	it.each<[unknown, string]>([
		['05.12.2026', 'which is no date in ISO 8601'],
		['2020-01-01T00:00:00Z', 'is in the past'],
		[1796493600, 'which is no date in ISO 8601'],
		// Digits of a day with its time, which as milliseconds are in the year 2612.
		['20991205180000', 'which is no date in ISO 8601'],
	])('that ends an offer is no %p', (value, message) => {
		const offer = template({ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x', has_expiration: true } });
		expect(() => build(offer, { offer_expiration: value })).toThrow(message);
	});

	it('that ends an offer is in the zone of the workflow', () => {
		const offer = template({ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x', has_expiration: true } });
		const [sent] = build(offer, { offer_expiration: '2099-12-05T18:00' }, { zone: 'Europe/Paris' });
		expect(JSON.stringify(sent)).toContain(String(Date.parse('2099-12-05T17:00:00Z')));
	});

	it('of a location is a number', () => {
		const given = { header_latitude: '48,85', header_longitude: '2.35' };
		const [sent] = build(template({ type: 'HEADER', format: 'LOCATION' }), given);
		expect(sent?.parameters).toEqual([{ type: 'location', location: { latitude: 48.85, longitude: 2.35 } }]);
	});
});

describe('the end of a button’s address', () => {
	const url = 'https://shop.example/track/{{1}}';
	it.each([
		['4711', '4711'],
		['/4711', '4711'],
		['https://shop.example/track/4711', '4711'],
		['https://SHOP.example/track/4711?x=1', '4711?x=1'],
		['http://shop.example/track/4711', '4711'],
		['shop.example/track/4711', '4711'],
		['order 4711', 'order%204711'],
		['fac é', 'fac%20%C3%A9'],
		['a%20b', 'a%20b'],
	])('of %s is %s', (given, expected) => expect(urlSuffix('Button 1 URL Suffix', given, url)).toBe(expected));

	it('keeps the slash where the template has none', () => {
		expect(urlSuffix('Button 1 URL Suffix', '/4711', 'https://shop.example{{1}}')).toBe('/4711');
		expect(urlSuffix('Button 1 URL Suffix', 'www.shop.example/x', 'https://go.example/?to={{1}}')).toBe(
			'www.shop.example/x',
		);
	});

	it.each(['100%', 'undefined', 'orders/null?x=1', 'a?x=1&amp;y=2'])('is not %s, which leads nowhere', (given) => {
		expect(() => urlSuffix('Button 1 URL Suffix', given, url)).toThrow("'Button 1 URL Suffix' holds ");
	});

	it.each([
		['{{1}}', 'still holds the variable {{1}}'],
		['orders/{{ order_id }}', 'still holds the variable {{ order_id }}'],
		['https://shop.example/track/{{1}}', 'still holds the variable {{1}}'],
		['www.other.example/1', 'holds "www.other.example/1", and the button of the template opens'],
	])('is not %s', (given, reason) => {
		expect(() => urlSuffix('Button 1 URL Suffix', given, url)).toThrow(`'Button 1 URL Suffix' ${reason}`);
	});

	it('is no address elsewhere', () => {
		expect(() => urlSuffix('Button 1 URL Suffix', 'https://other.example/1', url)).toThrow(
			'\'Button 1 URL Suffix\' holds "https://other.example/1"',
		);
	});
});

describe('components by hand', () => {
	const text = (value: unknown) => [{ type: 'body', parameters: [{ type: 'text', text: value }] }];

	it.each<[string, unknown, string]>([
		['null', [null], "'Components (JSON)' holds null as entry 1"],
		['without a type', [{ parameters: [] }], "'Components (JSON) > 1' has no type"],
		['text null', text(null), "'Components (JSON) > 1 > parameters > 1 > text' holds null"],
		['text 5', text(5), "'Components (JSON) > 1 > parameters > 1 > text' holds 5"],
		['a line break', text('a\nb'), "'Components (JSON) > 1 > parameters > 1 > text' holds a line break"],
		['parameters', [{ type: 'body', parameters: {} }], "'Components (JSON) > 1 > parameters' is no list of objects"],
		['cards', [{ type: 'carousel', cards: [{ components: [null] }] }], 'cards > 1 > components'],
	])('are refused with the place: %s', (_, value, message) => {
		expect(() => writtenComponents(value)).toThrow(message);
	});

	it('are known among values', () => {
		expect(areComponents(text('Ann'))).toBe(true);
		expect(areComponents(['Ann'])).toBe(false);
		expect(areComponents([])).toBe(false);
		expect(areComponents({ body_1: 'Ann' })).toBe(false);
	});
});
