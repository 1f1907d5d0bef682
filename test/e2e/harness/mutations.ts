/** What is done to a genuine value, by a name for it. */
type Mutate<T> = Record<string, (value: T) => unknown>;

/** Of a header that makes a body genuine; undefined leaves it out, a list sends it several times. */
export const HEADERS: Mutate<string> = {
	missing: () => undefined,
	empty: () => '',
	doubled: (value) => [value, value],
	'doubled with another': (value) => [value, value.replace(/.$/, 'A')],
	'joined by a comma': (value) => `${value},${value}`,
	truncated: (value) => value.slice(0, -5),
	'too long': (value) => `${value}AAAA`,
	'changed in its first character': (value) => (/^a/i.test(value) ? 'B' : 'A') + value.slice(1),
	'changed in the middle': (value) => value.slice(0, 20) + (value[20] === 'x' ? 'y' : 'x') + value.slice(21),
	'in upper case': (value) => value.toUpperCase(),
	reversed: (value) => [...value].reverse().join(''),
	quoted: (value) => `"${value}"`,
	'not base64': () => '*** not base64 ***',
	'of the right length': (value) => 'A'.repeat(value.length),
	enormous: () => 'A'.repeat(6_000),
};

/** Of a body whose headers stay as they are. */
export const BODIES: Mutate<Buffer> = {
	'one byte more': (body) => Buffer.concat([body, Buffer.from(' ')]),
	'one byte less': (body) => body.subarray(0, -1),
	'a changed digit': (body) => Buffer.from(body.toString().replace(/\d/, (digit) => String((Number(digit) + 1) % 10))),
	'spaces between': (body) => Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 2)),
	'another order': (body) =>
		Buffer.from(JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(body.toString()) as object).reverse()))),
	'a mark before it': (body) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]),
	'itself twice': (body) => Buffer.concat([body, body]),
	nothing: () => Buffer.alloc(0),
};

export const NO_OBJECTS = ['null', 'true', '17', '"text"', '[]', '[{}]', '[[[[]]]]'];

export const NO_JSON = [
	'',
	'{',
	'{"type":',
	'type=message',
	'<xml/>',
	'{"type":"x",}',
	"{'type':'x'}",
	'NaN',
	'\u0000',
];

/**
 * Under which no JSON comes. XML is missing: n8n 2.41 reads all of it with one parser, which never answers again once
 * it was given two texts at a time or one that is no XML (`body-parser.js`), whatever node is called.
 */
export const CONTENT_TYPES = [
	'text/plain',
	'text/html',
	'application/octet-stream',
	'application/x-www-form-urlencoded',
	'multipart/form-data',
	'multipart/form-data; boundary=x',
	'application/jsonx',
	'',
	'nonsense',
];

/** Bytes. */
export const FUZZED_SIZES = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
