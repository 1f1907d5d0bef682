import fc from 'fast-check';

import { parseJson } from '../../nodes/shared/json';

/** What JSON can hold, with numbers as a reader that knows no limit would write them. */
type Exact = null | boolean | string | bigint | number | Exact[] | { [key: string]: Exact };

const { value: exact } = fc.letrec<{ value: Exact }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4 },
		fc.constant(null),
		fc.boolean(),
		fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', '\\', '9', '1', '-', 'é', '\n', '{', '😀') })),
		fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
		fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Number.isInteger(number)),
		fc.array(tie('value'), { maxLength: 4 }),
		fc.dictionary(fc.oneof(fc.string(), fc.constant('12345678901234567890')), tie('value'), { maxKeys: 4 }),
	),
}));

function write(value: Exact, blank: string): string {
	if (typeof value === 'bigint') return String(value);
	if (Array.isArray(value)) return `[${value.map((entry) => blank + write(entry, blank)).join(',')}${blank}]`;
	if (typeof value === 'object' && value !== null) {
		const fields = Object.entries(value).map(([key, field]) => `${JSON.stringify(key)}${blank}:${write(field, blank)}`);
		return `{${fields.join(`${blank},`)}}`;
	}
	return JSON.stringify(value);
}

const isSafe = (value: bigint) => Number.isSafeInteger(Number(value));

function read(value: Exact): unknown {
	if (typeof value === 'bigint') return isSafe(value) ? Number(value) : String(value);
	if (Array.isArray(value)) return value.map(read);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, read(field)]));
}

describe('JSON of a provider', () => {
	it('keeps every digit of an ID that comes as a number', () => {
		expect(parseJson('{"id":24046389435050573,"ids":[-9007199254740993, 9007199254740991]}')).toEqual({
			id: '24046389435050573',
			ids: ['-9007199254740993', 9007199254740991],
		});
	});

	it('is what was written, whatever it holds', () => {
		fc.assert(
			fc.property(exact, fc.constantFrom('', ' ', '\n\t'), (value, blank) => {
				expect(parseJson(write(value, blank))).toEqual(read(value));
			}),
			{ numRuns: 2000 },
		);
	});

	it('leaves numbers alone that stand in a text, or are no integers', () => {
		const text = '{"a":"id 24046389435050573, \\"24046389435050573\\"","b":1.2345678901234567,"c":12345678901234567e3}';
		expect(parseJson(text)).toEqual(JSON.parse(text));
	});

	it.each(['{"id":012345678901234567}', '{"id":12345678901234567', '12345678901234567,', '', '{"a":-}'])(
		'stays no JSON where it is none: %s',
		(text) => expect(() => parseJson(text)).toThrow(SyntaxError),
	);

	it('is read in one go, however long', () => {
		const long = '"\\n9'.repeat(1_000_000);
		const started = performance.now();
		const body = parseJson(`{"text":${JSON.stringify(long)},"id":24046389435050573}`);
		expect(body).toEqual({ text: long, id: '24046389435050573' });
		expect(performance.now() - started).toBeLessThan(5_000);
	});
});
