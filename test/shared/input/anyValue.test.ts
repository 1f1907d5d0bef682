import fc from 'fast-check';
import { DateTime } from 'luxon';
import { cardText } from '../../../nodes/Dialog360/resources/message/content/contactReaders';
import { limitedLine } from '../../../nodes/Dialog360/fields/lines';
import { mediaReference } from '../../../nodes/Dialog360/media/mediaReference';
import { Failure } from '../../../nodes/shared/failures/failure';
import { entries } from '../../../nodes/shared/input/collection';
import { date, optionalDay } from '../../../nodes/shared/input/date';
import { link, pageLink } from '../../../nodes/shared/input/files/link';
import { identifier, issuedId, optionalEmail, wholeNumberId } from '../../../nodes/shared/input/identifier';
import { jsonList, jsonObject, listOrObject, parsed } from '../../../nodes/shared/input/json/json';
import { list } from '../../../nodes/shared/input/list';
import { decimal, wholeNumber } from '../../../nodes/shared/input/number';
import { phoneNumber } from '../../../nodes/shared/input/phone/phoneNumber';
import { amountOf } from '../../../nodes/shared/input/templates/amount';
import { optionalChoice, text } from '../../../nodes/shared/input/text';
import { toggle } from '../../../nodes/shared/input/toggle';
import { customerText } from '../../../nodes/shared/input/words/customerText';

const LABEL = 'Field';
const RUNS = { numRuns: 300 };

/** One reader for each type of value, as operations use them. */
const READERS: Record<string, (value: unknown) => unknown> = {
	text: (value) => text(LABEL, value),
	'text for customers': (value) => customerText(LABEL, value),
	line: (value) => limitedLine(LABEL, value, 60),
	choice: (value) => optionalChoice(LABEL, value, ['open', 'data_exchange']),
	ID: (value) => identifier(LABEL, value),
	'ID of a provider': (value) => issuedId(LABEL, value, 'Choose one.'),
	'ID that is counted': (value) => wholeNumberId(LABEL, value, 'Choose one.'),
	'email address': (value) => optionalEmail(LABEL, value),
	'phone number': (value) => phoneNumber(LABEL, value),
	'phone number of Germany': (value) => phoneNumber(LABEL, value, '49'),
	'phone number of a card': (value) => cardText('phone', LABEL, value, ''),
	link: (value) => link(LABEL, value, false),
	page: (value) => pageLink(LABEL, value, true),
	'page of a card': (value) => cardText('url', LABEL, value, ''),
	file: (value) => mediaReference(LABEL, value, false),
	number: (value) => decimal(LABEL, value),
	'whole number': (value) => wholeNumber(LABEL, value),
	amount: (value) => amountOf(LABEL, value, 'EUR'),
	switch: (value) => toggle(LABEL, value),
	date: (value) => date(LABEL, value, 'Europe/Paris'),
	day: (value) => optionalDay(LABEL, value, 'Europe/Paris'),
	list: (value) => list(LABEL, value),
	'list of IDs': (value) => list(LABEL, value, identifier),
	JSON: (value) => parsed(LABEL, value, '{}'),
	'JSON object': (value) => jsonObject(LABEL, value),
	'JSON list': (value) => jsonList(LABEL, value, '[{}]'),
	'list or object': (value) => listOrObject(LABEL, value, '[]'),
	entries: (value) => entries(LABEL, 'button', value),
};

/** What people, spreadsheets and machines write, and what does not show. */
const PIECES = [
	...['a', 'Ann', '1', '49', '+49', '0', '.', ',', ';', '-', '−', '/', ':', '@', '€', '%', '#', '"', "'", '\\', '|'],
	...[
		' ',
		'\t',
		'\n',
		'\r\n',
		'\u00A0',
		'\u200B',
		'\u200E',
		'\u202E',
		'\uFEFF',
		'\u00AD',
		'\uFE0F',
		'\u0000',
		'\u0007',
	],
	...['👩🏽‍🚀', '🇩🇪', 'é', 'e\u0301', '١٢', '１２', '½', '\uD83D', '\uDE00', '\uE000', '\uFFFE'],
	...['{', '}', '[', ']', '{}', '[]', '{{', '}}', '{{1}}', '{{ $json.a }}', '["a"]', '{"a":1}', '[object Map]'],
	...[
		'true',
		'null',
		'undefined',
		'NaN',
		'Infinity',
		'1e3',
		'0x10',
		'1e400',
		'1,234',
		'4.9171E+11',
		'9007199254740993',
	],
	...['http://', 'https://example.com', 'example.com', 'localhost', 'javascript:', 'data:,', 'mailto:', '..', '%zz'],
	...['2026-12-05', 'T18:00', 'Z', '+01:00', '12/05/2026', '#N/A', '15112345678', 'wamid.', 'id: ', '__proto__'],
];
const odd = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join(''));
const words = fc.oneof(odd, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(2 ** 53, 2 ** 53 - 1, -(2 ** 53), -0, 1e21, 5e-324));
const moment = fc.date({ noInvalidDate: false }).map((day) => DateTime.fromJSDate(day));
const leaf = fc.oneof(words, number, fc.boolean(), fc.bigInt(), fc.date({ noInvalidDate: false }), moment);
const structure = fc.oneof(
	fc.array(leaf, { maxLength: 4 }),
	fc.dictionary(fc.oneof(fc.constantFrom('id', 'link', 'mimeType', 'type', 'value', 'mode', 'button'), words), leaf),
	fc.anything({ maxDepth: 3 }),
	fc.anything({
		...{ maxDepth: 2, withBigInt: true, withBoxedValues: true, withDate: true, withMap: true, withSet: true },
		...{ withNullPrototype: true, withObjectString: true, withSparseArray: true, withTypedArray: true },
	}),
	fc.constantFrom(Buffer.from('a'), new Error('x'), /x/, { toString: 1 }, { id: { toString: 1 }, mimeType: 'a/b' }),
	fc.constantFrom({ isLuxonDateTime: true }, { isLuxonDateTime: true, isValid: true }, { link: { valueOf: 1 } }),
);
const anyValue = fc.oneof(leaf, structure, fc.json(), structure.map(asJson));

function asJson(value: unknown): string {
	try {
		return JSON.stringify(value) ?? 'undefined';
	} catch {
		return '{}';
	}
}

/** All texts in a value, without the names of fields. */
function textsIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [String(value)];
	return Object.values(value).flatMap(textsIn);
}

/** Fifteen digits of a number are sure. */
function inDigits(result: ReturnType<typeof outcome>) {
	return 'read' in result && typeof result.read === 'number' ? { read: result.read.toPrecision(14) } : result;
}

/** What a reader made of a value, or the sentence with which it refused it. Anything else that is thrown is a fault. */
function outcome(read: (value: unknown) => unknown, value: unknown): { read: unknown } | { refused: Failure } {
	try {
		return { read: read(value) };
	} catch (error) {
		if (error instanceof Failure) return { refused: error };
		throw error;
	}
}

describe.each(Object.entries(READERS))('whatever is given for a %s', (_, read) => {
	it('is read, or refused with the label and a next step', () => {
		fc.assert(
			fc.property(anyValue, (value) => {
				const result = outcome(read, value);
				if ('read' in result) return !textsIn(result.read).some((said) => said.includes('[object '));
				const { message, nextStep, code } = result.refused.facts;
				return message.includes(`'${LABEL}'`) && nextStep.length > 0 && code === 'INVALID_INPUT';
			}),
			RUNS,
		);
	});
});

/** What is read as something else than was given: a file's place, a text of JSON. */
const ANOTHER_KIND = ['file', 'JSON'];

describe.each(Object.entries(READERS).filter(([kind]) => !ANOTHER_KIND.includes(kind)))(
	'what is read as %s',
	(_, read) => {
		it('is read as the same again', () => {
			fc.assert(
				fc.property(anyValue, (value) => {
					const once = outcome(read, value);
					if ('read' in once) expect(inDigits(outcome(read, once.read))).toEqual(inDigits(once));
				}),
				RUNS,
			);
		});
	},
);

describe('what is read', () => {
	it('of a text is the text, but for control characters', () => {
		fc.assert(
			fc.property(words, (value) => {
				const result = outcome(READERS.text!, value);
				const visible = value.replace(/[^\P{Cc}\t\n\r]/gu, '');
				if ('read' in result && result.read !== '') expect(result.read).toBe(visible);
				if ('read' in result && result.read === '')
					expect(value).not.toMatch(/[\p{L}\p{Nd}\p{P}\p{Emoji_Presentation}]/u);
			}),
			RUNS,
		);
	});

	it('of a number is the number', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.float({ noNaN: true, noDefaultInfinity: true })),
				(value) => {
					const result = outcome(READERS.number!, value);
					if ('read' in result) expect(result.read).toBeCloseTo(value, 10);
					else expect(Number.isSafeInteger(value)).toBe(false);
				},
			),
			RUNS,
		);
	});

	it('of a date is its instant, in whatever zone it is written', () => {
		const zones = fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham');
		const days = fc.date({ min: new Date(0), max: new Date('9999-12-30'), noInvalidDate: true });
		fc.assert(
			fc.property(days, zones, zones, (instant, written, workflow) => {
				const local = DateTime.fromJSDate(instant, { zone: written });
				expect(date(LABEL, local.toISO(), workflow)).toEqual(instant);
				expect(date(LABEL, local, workflow)).toEqual(instant);
				expect(optionalDay(LABEL, local.toISO(), workflow)).toBe(local.toISODate());
			}),
			RUNS,
		);
	});

	it('of a list is the same however it is written', () => {
		const name = fc
			.string({ unit: 'grapheme', minLength: 1 })
			.filter((entry) => /^[\p{L}\d][^,;"\n]*$/u.test(entry) && entry.trim() === entry);
		fc.assert(
			fc.property(fc.array(name, { minLength: 1 }), (names) => {
				const read = outcome(READERS.list!, names);
				const quoted = names.map((entry) => `"${entry}"`);
				const writings = [asJson(names), ...[', ', ';', '\n', '\r\n'].map((between) => names.join(between))];
				for (const writing of [...writings, quoted.join(', '), asJson(asJson(names))]) {
					expect(outcome(READERS.list!, writing)).toEqual(read);
				}
			}),
			RUNS,
		);
	});

	it('of a list of any texts is the same as a list and as JSON', () => {
		fc.assert(
			fc.property(fc.array(words), (texts) => {
				const [asText, asList] = [asJson(texts), texts].map((given) => outcome(READERS.list!, given));
				// Which of several faults is named does not matter.
				if ('read' in asList!) expect(asText).toEqual(asList);
				else expect(asText).toHaveProperty('refused');
			}),
			RUNS,
		);
	});

	it('of an address is the address', () => {
		fc.assert(
			fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
				const result = outcome(READERS.page!, address);
				if ('read' in result) expect(result.read).toBe(address);
			}),
			RUNS,
		);
	});

	it('of JSON is what JSON.parse makes of it', () => {
		fc.assert(
			fc.property(fc.json(), (written) => {
				const result = outcome(READERS.JSON!, written);
				if ('read' in result) expect(result.read).toEqual(JSON.parse(written));
			}),
			RUNS,
		);
	});
});
