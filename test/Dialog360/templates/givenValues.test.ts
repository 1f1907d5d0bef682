import type { IDataObject } from 'n8n-workflow';
import type { Component, Template } from '../../../nodes/Dialog360/templates/definition';
import { checkComplete, readValues } from '../../../nodes/Dialog360/templates/givenValues';
import { partsOf } from '../../../nodes/Dialog360/templates/parts';

const link = 'https://example.com/a.pdf';

const template = (components: IDataObject[], category = 'UTILITY'): Template => ({
	name: 'order_update',
	language: 'en_US',
	status: 'APPROVED',
	category,
	components: components as Component[],
});

const body = (text: string) => ({ type: 'BODY', text });
const header = (format: string, more = {}) => ({ type: 'HEADER', format, ...more });
const buttons = (...list: IDataObject[]) => ({ type: 'BUTTONS', buttons: list });

const order = template([
	header('DOCUMENT'),
	body('Hi {{name}}, {{order}}'),
	buttons({ type: 'URL', text: 'Track', url: 'https://example.com/{{1}}' }, { type: 'QUICK_REPLY', text: 'Stop' }),
]);

describe('values as list or map', () => {
	const parts = partsOf(order);

	it('a list fills what is needed, in its order', () => {
		expect(readValues('["https://example.com/a.pdf", "Ann", "4711", "x"]', parts)).toEqual({
			header_document: link,
			body_name: 'Ann',
			body_order: '4711',
			button_0_url: 'x',
		});
	});

	it('a map that names a variable in two ways is refused where the values differ', () => {
		expect(() => readValues({ name: 'Ann', body_name: 'Bob' }, parts)).toThrow(
			'\'Values (JSON)\' gives "body_name" twice: as Ann and as Bob',
		);
		expect(readValues({ name: 'Ann', body_name: 'Ann' }, parts)).toEqual({ body_name: 'Ann' });
	});

	it('a map that names a variable, and each of its places as well, is told which of them is too many', () => {
		const named = partsOf(template([header('TEXT', { text: 'For {{name}}' }), body('Hi {{name}}!')]));
		const map = { header_name: 'Ann', body_name: 'Bob', name: 'Ann' };
		expect(() => readValues(map, named)).toThrow(
			expect.objectContaining({
				message: '\'Values (JSON)\' gives "body_name" twice: as Ann and as Bob; "name" stands for it, too',
				facts: expect.objectContaining({ nextStep: 'Give one of "name" and "body_name".' }),
			}),
		);
		expect(readValues({ ...map, body_name: 'Ann' }, named)).toEqual({ header_name: 'Ann', body_name: 'Ann' });
	});

	it('a map names fields, or variables of the body by their names', () => {
		expect(readValues({ name: 'Ann', body_order: '4711', button_1_payload: 'stop' }, parts)).toEqual({
			body_name: 'Ann',
			body_order: '4711',
			button_1_payload: 'stop',
		});
	});

	it('a map names variables wherever they stand, and a field stands over a name', () => {
		const named = partsOf(
			template([header('TEXT', { text: 'Order {{order}}' }), body('Hi {{name}}, {{order}} is ready'), buttons()]),
		);
		expect(readValues({ name: 'Ann', order: '4711' }, named)).toEqual({
			header_order: '4711',
			body_name: 'Ann',
			body_order: '4711',
		});
		expect(readValues({ order: '4711', body_order: 'It', name: 'Ann' }, named)).toMatchObject({
			header_order: '4711',
			body_order: 'It',
		});
		const numbered = partsOf(template([header('TEXT', { text: 'Order {{1}}' }), body('Hi {{1}}!')]));
		expect(readValues({ 1: 'Ann', header_1: '4711' }, numbered)).toEqual({ body_1: 'Ann', header_1: '4711' });
	});

	it('a map that lacks values is refused with their keys', () => {
		expect(() => checkComplete(readValues('{"name": "Ann", "body_order": ""}', parts), parts, true)).toThrow(
			'\'Values (JSON)\' has no value for "header_document", "body_order", "button_0_url"',
		);
	});

	it.each([
		['["Ann"]', "'Values (JSON)' holds 1 value; the template wants 4: Header Document"],
		['{"nmae": "Ann"}', '\'Values (JSON)\' names "nmae", which the template does not have'],
		['{', 'is no valid JSON'],
		['7', 'is neither a list nor an object'],
	])('%s is refused', (values, reason) => {
		expect(() => readValues(values, parts)).toThrow(reason);
	});
});
