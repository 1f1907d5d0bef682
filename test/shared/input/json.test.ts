import fc from 'fast-check';
import { DateTime } from 'luxon';
import { jsonList, jsonObject, parsed } from '../../../nodes/shared/input/json/json';
import { faultIn } from '../../../nodes/shared/input/json/jsonFault';

const read = (value: unknown) => parsed('Components (JSON)', value, '{"a": 1}');

describe('JSON', () => {
	it.each<[string, string, string]>([
		['{"a": “b”}', 'line 1, column 7', 'curly quotes'],
		['{\n  "a": 1,\n}', 'line 3, column 1', 'Take the comma'],
		['[1, 2, ]', 'line 1, column 8', 'Take the comma'],
		["{'a': 1}", 'line 1, column 2', 'double quotes'],
		['{"a": "He said "hi" to me"}', 'line 1, column 17', 'JSON.stringify($json.name)'],
		['{"a": "first\nsecond"}', 'line 1, column 13', 'JSON.stringify($json.name)'],
		['{"a": [object Object]}', 'line 1, column 8', 'JSON.stringify($json.customer)'],
		['{"a": undefined}', 'line 1, column 7', 'answers nothing'],
		['{"a": 1', 'line 1, column 8; it ends too early', 'Give JSON, e.g. {"a": 1}.'],
		['hello', 'line 1, column 1; there it reads: hello', 'Give JSON'],
		['{"a": 1} x', 'line 1, column 10', 'Give JSON'],
		['{"a":, "b": 1}', 'line 1, column 6', 'answers nothing'],
		['{"a":}', 'line 1, column 6', 'answers nothing'],
		['[1, , 2]', 'line 1, column 5', 'answers nothing'],
		['{"a": Ann}', 'line 1, column 7; there it reads: {"a": Ann}', 'JSON.stringify($json.name)'],
		['{"a": 2026-01-31}', 'line 1, column 11', 'needs quotes'],
		['{"a": 007}', 'line 1, column 7', 'needs quotes'],
		['{"a": +49 151}', 'line 1, column 7', 'needs quotes'],
		['{a: 1}', 'line 1, column 2', 'Put the key in double quotes'],
		['{"a": None}', 'line 1, column 7', 'Python'],
		['[True]', 'line 1, column 2', 'Python'],
		['{\n  // the name\n  "a": 1\n}', 'line 2, column 3', 'no comments'],
		['```json\n{"a": 1}\n```', 'line 1, column 1', 'Take the fence'],
		['{"a": 1}\n```', 'line 2, column 1', 'Take the fence'],
		['{\\"a\\": 1}', 'line 1, column 2', 'JSON twice'],
		['{"a": 1 "b": 2}', 'line 1, column 9', 'comma is missing'],
		['\uFEFF{"a": 1}', 'line 1, column 1; there it reads: <U+FEFF>{"a": 1}', 'invisible character (U+FEFF)'],
		['{"a":\u00A01}', 'line 1, column 6; there it reads: {"a":<U+00A0>1}', 'invisible character (U+00A0)'],
	])('%p is refused with its place and cause', (value, place, nextStep) => {
		expect(() => read(value)).toThrow(
			expect.objectContaining({
				message: expect.stringContaining(`'Components (JSON)' is no valid JSON at ${place}`),
				facts: expect.objectContaining({ nextStep: expect.stringContaining(nextStep) }),
			}),
		);
	});

	it.each<[() => unknown]>([
		[() => jsonObject('Metadata', '"{\\"a\\": 1}"')],
		[() => jsonList('Metadata', '"[{}]"', '[]')],
	])('that was made JSON twice is refused with that cause', (act) => {
		expect(act).toThrow(
			expect.objectContaining({ facts: expect.objectContaining({ nextStep: expect.stringContaining('JSON twice') }) }),
		);
	});

	it('is what JSON.parse takes, and nothing else', () => {
		const isJson = (text: string) => {
			try {
				JSON.parse(text);
				return true;
			} catch {
				return false;
			}
		};
		const damaged = fc
			.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 }), fc.nat({ max: 2 }))
			.map(([text, at, added, taken]) => {
				const index = at % (text.length + 1);
				return text.slice(0, index) + added + text.slice(index + taken);
			});
		fc.assert(
			fc.property(fc.oneof(fc.json(), damaged), (text) => (faultIn(text) === undefined) === isJson(text)),
			{
				numRuns: 2000,
			},
		);
	});

	it.each<[unknown, string]>([
		['{"name": "[object Object]"}', 'holds "[object Object]"'],
		['{"id": 17841405822304915}', 'holds the number 17841405822304916, whose last digits were rounded'],
		[{ amounts: [NaN] }, 'holds NaN'],
		[{ when: [new Date('x')] }, 'holds an invalid date'],
		[{ when: DateTime.invalid('test') }, 'holds an invalid date'],
		[{ tags: new Set(['a']) }, 'holds an object of the kind Set'],
		[[{ bytes: Buffer.from('a') }], 'holds an object of the kind Uint8Array'],
		[{ name: 'Hi \uD83D' }, 'holds half a character'],
	])('is refused where a value in it is not what was meant: %p', (value, message) => {
		expect(() => read(value)).toThrow(`'Components (JSON)' ${message}`);
	});

	it('is taken as a value of an expression too', () => {
		expect(jsonObject('Metadata', { a: 1 })).toEqual({ a: 1 });
		expect(jsonObject('Metadata', '{}')).toEqual({});
		const dates = { when: new Date(0), moment: DateTime.now(), took: DateTime.now().diffNow() };
		expect(jsonObject('Metadata', dates)).toEqual(dates);
		expect(jsonObject('Metadata', null)).toEqual({});
		expect(jsonList('Websites', '[{"url": "x"}]', '[]')).toEqual([{ url: 'x' }]);
		expect(jsonList('Websites', '', '[]')).toEqual([]);
	});

	it.each<[unknown, string]>([
		['[1]', "'Metadata' holds a list and wants a JSON object"],
		[7, 'holds a number'],
		[true, 'holds true'],
		['"a"', 'holds a text'],
		['null', 'holds null'],
		[new Date(), 'holds a date'],
		[new Map([['a', 1]]), 'holds an object of the kind Map'],
		[new Set([1]), 'holds an object of the kind Set'],
	])('object is not %p', (value, message) => expect(() => jsonObject('Metadata', value)).toThrow(message));

	it.each<[unknown, string]>([
		['{"a": 1}', "'Websites' holds an object and wants a list of objects"],
		['[{}, 7]', "'Websites' holds a number as entry 2 of its list, and wants objects"],
		['[null]', 'holds null as entry 1'],
	])('list of objects is not %p', (value, message) => expect(() => jsonList('Websites', value, '[]')).toThrow(message));
});

describe('a JSON without an end', () => {
	const circle: Record<string, unknown> = {};
	circle.self = circle;
	it.each<[string, unknown]>([
		['a text of many levels', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
		['brackets that are never closed', '['.repeat(5_000)],
		['an object that holds itself', circle],
	])('is refused: %s', (_, value) => {
		expect(() => parsed('Data', value, '{}')).toThrow("'Data' is nested more than 200 levels deep, or holds itself");
	});

	it('may have brackets in its texts, and the same object in many places', () => {
		const one = { a: 1 };
		expect(parsed('Data', `{"a": "${'['.repeat(300)}\\""}`, '{}')).toEqual({ a: `${'['.repeat(300)}"` });
		expect(parsed('Data', [one, one, [one]], '{}')).toEqual([one, one, [one]]);
	});
});
