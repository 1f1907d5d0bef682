import { DateTime } from 'luxon';
import { identifier, issuedId, optionalIdentifier, wholeNumberId } from '../../../nodes/shared/input/identifier';
import { list } from '../../../nodes/shared/input/list';
import { choice, optionalChoice, requiredText, text } from '../../../nodes/shared/input/text';

const BIG = Number('17841405822304915');
const CUSTOMER = { name: 'Ann', city: 'Lyon' };

describe('a text', () => {
	it.each<[unknown, string]>([
		['Hello\n "Ann"\t☕ 👨‍👩‍👧', 'Hello\n "Ann"\t☕ 👨‍👩‍👧'],
		['  Hello ', '  Hello '],
		[4711, '4711'],
		[0, '0'],
		[12.5, '12.5'],
		[false, 'false'],
		[true, 'true'],
		[null, ''],
		[undefined, ''],
		['', ''],
		['\u200B', ''],
		[' \uFEFF\u00AD\u2060\n', ''],
		['a\u0000b\u0007c\u0085', 'abc'],
		['\u0000', ''],
		['The word undefined', 'The word undefined'],
		['NaN is Indian bread', 'NaN is Indian bread'],
		['Excel says #N/A', 'Excel says #N/A'],
		['Invalid Dates', 'Invalid Dates'],
		['Excel says Invalid Date.', 'Excel says Invalid Date.'],
		['#SALE!', '#SALE!'],
		['{{name}}', '{{name}}'],
		[0.1 + 0.2, '0.3'],
		[48.858370099, '48.858370099'],
		[new Date('1970-01-01T00:00:00Z'), '1970-01-01T00:00:00.000Z'],
		[DateTime.fromISO('2026-01-31T16:22:17.000Z', { zone: 'utc' }), '2026-01-31T16:22:17.000Z'],
	])('of %p is %p', (value, expected) => expect(text('Text', value)).toBe(expected));

	it.each<[unknown, string, string]>([
		[CUSTOMER, "'Text' holds an object with the fields name, city", 'Choose one, e.g. with .name'],
		[CUSTOMER, "'Text' holds an object", '{{ $json.customer.name }} instead of {{ $json.customer }}'],
		[{ 'Order ID': 7 }, '\'Text\' holds an object with the field "Order ID"', '{{ $json.customer["Order ID"] }}'],
		[{}, "'Text' holds an empty object", 'Give a text'],
		[['Red', 'Blue'], "'Text' holds a list of 2 entries", ".join(', ')"],
		[[], "'Text' holds a list of 0 entries", '.join'],
		[NaN, "'Text' holds NaN, which is no number", 'calculation'],
		[Infinity, "'Text' holds Infinity", 'calculation'],
		[BIG, "'Text' holds the number 17841405822304916, whose last digits were rounded", 'as text'],
		[DateTime.invalid('test'), "'Text' holds an invalid date", 'ISO 8601'],
		[new Date('x'), "'Text' holds an invalid date", 'ISO 8601'],
		[' Invalid Date ', "'Text' holds an invalid date", 'ISO 8601'],
		['undefined', '\'Text\' holds "undefined": an expression in it answers nothing', "of 'Text'"],
		['null', '\'Text\' holds "null": an expression in it answers nothing', "of 'Text'"],
		[' NaN ', "'Text' holds NaN, which is no number", 'calculation'],
		[' #REF! ', '\'Text\' holds "#REF!", which a spreadsheet writes where a formula failed', 'formula'],
		['#N/A', '\'Text\' holds "#N/A"', 'spreadsheet'],
		['Invalid DateTime', "'Text' holds an invalid date", 'ISO 8601'],
		['#WERT!', '\'Text\' holds "#WERT!"', 'spreadsheet'],
		['#¡VALOR!', '\'Text\' holds "#¡VALOR!"', 'spreadsheet'],
		['Err:508', '\'Text\' holds "Err:508"', 'spreadsheet'],
		['{{ $json.name }}', '\'Text\' holds "{{ $json.name }}", an expression that n8n did not evaluate', 'Expression'],
		['Hello [object Map]', '\'Text\' holds "[object Map]"', 'Name a field of the object'],
		['Hello [object Object]', '\'Text\' holds "[object Object]"', 'Name a field of the object'],
		['Hi \uD83D', "'Text' holds half a character", 'Cut texts'],
	])('of %p is refused', (value, message, nextStep) => {
		expect(() => text('Text', value)).toThrow(
			expect.objectContaining({
				message: expect.stringContaining(message),
				facts: expect.objectContaining({ nextStep: expect.stringContaining(nextStep) }),
			}),
		);
	});

	it.each([null, '', ' ', '\u200B', '\u2800'])('that must be there is not %p', (value) => {
		expect(() => requiredText('Text', value)).toThrow("'Text' is empty");
	});
});

describe('an ID', () => {
	it.each<[unknown, string]>([
		[' 7 ', '7'],
		[7, '7'],
		[0, '0'],
		['a/b', 'a/b'],
		['17841405822304915', '17841405822304915'],
		['..a', '..a'],
		['-OAbc12_', '-OAbc12_'],
		['#1001', '#1001'],
	])('of %p is %p', (value, expected) => expect(identifier('Channel ID', value)).toBe(expected));

	it.each<[unknown, string]>([
		[{ id: 7 }, 'holds an object with the field "id"'],
		[[7], 'holds a list of 1 entry'],
		[true, 'holds true, which is no ID'],
		[false, 'holds false, which is no ID'],
		[BIG, 'whose last digits were rounded'],
		[7.5, 'holds 7.5, which is no ID'],
		[-1.5, 'holds -1.5, which is no ID'],
		[NaN, 'holds NaN'],
		['.', 'holds ".", which is no ID'],
		['web-', 'holds "web-", which is no ID'],
		['_web', 'holds "_web", which is no ID'],
		['shop:', 'holds "shop:", which is no ID'],
		['|7', 'holds "|7", which is no ID'],
		['--', 'holds "--", which is no ID'],
		[' .. ', 'holds "..", which is no ID'],
		['[object Object]', 'points at a whole object'],
		['', 'is empty'],
		[null, 'is empty'],
	])('of %p is refused', (value, message) => {
		expect(() => identifier('Channel ID', value)).toThrow(message);
	});

	it('may be left out where that is fine', () => expect(optionalIdentifier('User', null)).toBe(''));

	it.each<[unknown, number]>([
		['1001', 1001],
		[1001, 1001],
		[0, 0],
	])('that is counted: %p', (value, expected) =>
		expect(wholeNumberId('Conversation', value, 'Choose one.')).toBe(expected),
	);

	it.each([
		'undefined',
		'null',
		'NaN',
		'true',
		'false',
		'Invalid Date',
		'web-undefined',
		'undefined_7',
		'web:null:7',
		new Date(0),
		DateTime.now(),
	])('is not what an expression writes for nothing: %s', (value) => {
		expect(() => identifier('Channel', value)).toThrow(/'Channel' holds .*, which is no ID/);
	});

	it.each(['undefinedly', 'nullable-7', 'NaNa', 'trueblue'])('may begin like such a word: %s', (value) => {
		expect(identifier('Channel', value)).toBe(value);
	});

	it.each([
		'https://example.com/4711',
		'jane@example.com',
		'+31 6 12345678',
		'Sales Team',
		'équipe',
		'C:\\a',
		'"7"',
		'#REF!',
		'x'.repeat(2000),
	])('that a provider gave is not %s', (value) => {
		expect(() => issuedId('Team', value, 'Choose one.')).toThrow(/^'Team' holds "/);
	});

	it.each(['wamid.HBgLMzM2+/AgA=', 'NL.13491208655302741918', '35f6f8cc-b550-4278-a2ea-099f3a4e0730', 'a_b:c', 4711])(
		'that a provider gave may be %s',
		(value) => expect(issuedId('Team', value, 'Choose one.')).toBe(String(value)),
	);

	it.each<[unknown, string]>([
		['#584', '584'],
		['ID: 584', '584'],
		['id=584', '584'],
		['Conversation ID #584', '584'],
		['Ticket No. 584', '584'],
		['UUID: 35f6f8cc', '35f6f8cc'],
		['id-584', 'id-584'],
		['NO.13491208655302741918', 'NO.13491208655302741918'],
	])('that a provider gave has no label before it: %p', (value, expected) => {
		expect(issuedId('Team', value, 'Choose one.')).toBe(expected);
	});

	it.each(['#584', 'ID: 584', 'Conversation #584', ' id 584'])('that is counted has none either: %p', (value) =>
		expect(wholeNumberId('Conversation', value, 'Choose one.')).toBe(584),
	);

	it.each(['Sales #Team', '#sales', 'ID: none', '# 584 Main Street'])('that a provider gave is not %p', (value) => {
		expect(() => issuedId('Team', value, 'Choose one.')).toThrow('which is no ID');
	});

	it.each(['12a', '1.5', '17841405822304915999', '-1', '007'])('that is counted is not %p', (value) => {
		expect(() => wholeNumberId('Conversation', value, 'Choose one.')).toThrow(
			`'Conversation' must be a whole number, not "${value}"`,
		);
	});
});

describe('a choice', () => {
	const words = ['open', 'close'] as const;
	it.each<[unknown, string]>([
		['open', 'open'],
		[' open ', 'open'],
		['Open', 'open'],
		['CLOSE', 'close'],
	])('of %p is %p', (value, expected) => expect(choice('Change', value, words)).toBe(expected));

	it('takes its default where it was not added, and nowhere else', () => {
		const option = (value: unknown) => choice('Change', value, words, { fallback: 'close' });
		expect(option(undefined)).toBe('close');
		for (const empty of [null, '', ' ']) {
			expect(() => option(empty)).toThrow("'Change' is empty");
			expect(() => choice('Change', empty, words)).toThrow("'Change' is empty");
		}
	});

	it('is known whatever its case, blanks and hyphens, and stays as it is where a provider may know it', () => {
		expect(optionalChoice('Flow Action', 'Data Exchange', ['data_exchange', 'navigate'])).toBe('data_exchange');
		expect(optionalChoice('Flow Action', null, ['navigate'])).toBe('');
		expect(optionalChoice('Flow Action', 'New Word', ['navigate'])).toBe('New Word');
		expect(choice<string>('From', 'Line', ['whatsapp'], { isOpen: true })).toBe('Line');
	});

	it.each<[unknown, string]>([
		['shut', '\'Change\' holds "shut", which is no choice here'],
		[CUSTOMER, 'holds an object'],
	])('is not %p', (value, message) => expect(() => choice('Change', value, words)).toThrow(message));
});

describe('a list', () => {
	it.each<[unknown, string[]]>([
		['a, b,,c', ['a', 'b', 'c']],
		['["a, b", 7]', ['a, b', '7']],
		[
			['a', 7, ''],
			['a', '7'],
		],
		[null, []],
		[7, ['7']],
		['[VIP]', ['[VIP]']],
		['[VIP], [2024] Summer; new', ['[VIP]', '[2024] Summer', 'new']],
		['[7, 8]', ['7', '8']],
		['[]', []],
		['a; b;c\r\nd;', ['a', 'b', 'c', 'd']],
	])('of %p is %p', (value, expected) => expect(list('Tags', value)).toEqual(expected));

	it.each<[unknown, string]>([
		[[CUSTOMER], 'holds an object'],
		[CUSTOMER, 'holds an object'],
		['["a"', 'is no valid JSON at line 1, column 5'],
		["['a']", 'is no valid JSON at line 1, column 2'],
	])('is not %p', (value, message) => expect(() => list('Tags', value)).toThrow(message));
});
