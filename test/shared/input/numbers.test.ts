import { DateTime } from 'luxon';
import { date, optionalDay } from '../../../nodes/shared/input/date';
import { decimal, wholeNumber } from '../../../nodes/shared/input/number';
import { toggle } from '../../../nodes/shared/input/toggle';

describe('a number', () => {
	it.each<[unknown, number]>([
		[48.85, 48.85],
		['48.85', 48.85],
		['48,85', 48.85],
		[' -2.3 ', -2.3],
		['.5', 0.5],
		['−33.8688', -33.8688],
		['\u200E48.85\u200E', 48.85],
		[-5e-7, -5e-7],
		[0.3 - 0.1 * 3, 0],
		[0, 0],
		[null, 1],
		['', 1],
	])('of %p is %p', (value, expected) => expect(decimal('Latitude', value, { fallback: 1 })).toBe(expected));

	it.each<[unknown, string]>([
		['north', '\'Latitude\' holds "north", which is no number'],
		['1,234.5', 'is no number'],
		[true, 'holds "true", which is no number'],
		[NaN, 'holds NaN'],
		['9007199254740993', 'whose last digits were rounded'],
		['9'.repeat(400), 'holds Infinity'],
		[[1], 'holds a list'],
		[{ lat: 1 }, 'holds an object with the field "lat"'],
		[91, 'holds 91; it must be -90 to 90'],
		['', 'is empty'],
	])('is not %p', (value, message) => {
		expect(() => decimal('Latitude', value, { min: -90, max: 90 })).toThrow(message);
	});

	it.each(['1,234', '1.234', '-1,234'])('that may be in thousands is not guessed: %p', (value) => {
		expect(() => decimal('Amount', value)).toThrow(`'Amount' holds "${value}", which may be`);
	});

	it.each<[unknown, number]>([
		[1.234, 1.234],
		['1.2340', 1.234],
		['0.125', 0.125],
		['1234.500', 1234.5],
		['1234', 1234],
	])('of %p has one meaning only', (value, expected) => expect(decimal('Amount', value)).toBe(expected));

	it('of degrees is never in thousands', () => {
		expect(decimal('Latitude', '48.856', { min: -90, max: 90 })).toBe(48.856);
	});

	it('is whole where it counts', () => {
		expect(wholeNumber('Limit', '50', { min: 1 })).toBe(50);
		expect(() => wholeNumber('Limit', 1.5, { min: 1 })).toThrow("'Limit' holds 1.5, which is no whole number");
		expect(() => wholeNumber('Limit', 0, { min: 1 })).toThrow("'Limit' holds 0; it must be 1 or more");
	});
});

describe('a switch', () => {
	it.each<[unknown, boolean]>([
		[true, true],
		[false, false],
		['true', true],
		['False', false],
		[1, true],
		[0, false],
		['', true],
		[null, true],
	])('of %p is %p', (value, expected) => expect(toggle('Preview URL', value, true)).toBe(expected));

	it.each<[unknown, string]>([
		['maybe', '\'Preview URL\' holds "maybe"; it must be true or false'],
		['{}', 'must be true or false'],
		[{ on: true }, 'holds an object'],
		[[], 'holds a list'],
		[7, 'must be true or false'],
		[new Set([1]), 'holds an object of the kind Set'],
		['constructor', '\'Preview URL\' holds "constructor"; it must be true or false'],
		['__proto__', 'it must be true or false'],
	])('is not %p', (value, message) => expect(() => toggle('Preview URL', value)).toThrow(message));
});

describe('a date', () => {
	const read = (value: unknown, zone = 'Europe/Paris') => date('Offer Expiration', value, zone).toISOString();

	it.each<[unknown, string]>([
		['2026-12-05T18:00:00Z', '2026-12-05T18:00:00.000Z'],
		['2026-12-05T18:00:00.123+01:00', '2026-12-05T17:00:00.123Z'],
		['2026-12-05T18:00:00-0530', '2026-12-05T23:30:00.000Z'],
		['2026-12-05T18:00', '2026-12-05T17:00:00.000Z'],
		['2026-07-05 18:00:00', '2026-07-05T16:00:00.000Z'],
		['2026-12-05', '2026-12-04T23:00:00.000Z'],
		['20261205T180000', '2026-12-05T17:00:00.000Z'],
		['20261205', '2026-12-04T23:00:00.000Z'],
		[20261205, '2026-12-04T23:00:00.000Z'],
		['2026-12-5 18:00', '2026-12-05T17:00:00.000Z'],
		['2026-5-2T9:00', '2026-05-02T07:00:00.000Z'],
		['2026-05-02 9:00:30 +02:00', '2026-05-02T07:00:30.000Z'],
		['2026/12/5t0:30Z', '2026-12-05T00:30:00.000Z'],
		['2026/12/05', '2026-12-04T23:00:00.000Z'],
		['20261205t1800Z', '2026-12-05T18:00:00.000Z'],
		['\u200E2026‑12‑05T18:00Z', '2026-12-05T18:00:00.000Z'],
		// What tables have for no date; the clocks of Paris were 9 minutes and 21 seconds ahead until 1911.
		['1900-01-01', '1899-12-31T23:50:39.000Z'],
		['20261205T180000.5+0100', '2026-12-05T17:00:00.500Z'],
		// The clocks of Paris go forward at 2026-03-29 02:00 and back at 2026-10-25 03:00.
		['2026-03-29T01:59', '2026-03-29T00:59:00.000Z'],
		['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
		['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
		[DateTime.fromISO('2026-12-05T18:00:00Z'), '2026-12-05T18:00:00.000Z'],
		[new Date('2026-12-05T18:00:00Z'), '2026-12-05T18:00:00.000Z'],
	])('%p is read', (value, expected) => expect(read(value)).toBe(expected));

	it.each(['UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham'])('without a zone is in %s', (zone) => {
		for (const month of [1, 4, 7, 10]) {
			const local = `2026-${String(month).padStart(2, '0')}-15T12:34:56`;
			expect(read(local, zone)).toBe(DateTime.fromISO(local, { zone }).toUTC().toISO());
		}
	});

	it.each<[unknown, string]>([
		['05.12.2026', '\'Offer Expiration\' holds "05.12.2026", which is no date in ISO 8601'],
		['12/05/2026', 'no date in ISO 8601'],
		['2026-02-30', 'no date in ISO 8601'],
		['20260230T180000', 'no date in ISO 8601'],
		['20261205T18000', 'no date in ISO 8601'],
		['2026-12-05T25:00', 'no date in ISO 8601'],
		['2026-12-05 9:00 PM', 'no date in ISO 8601'],
		['2026-12-05T9', 'no date in ISO 8601'],
		['tomorrow', 'no date in ISO 8601'],
		[1796493600, 'no date in ISO 8601'],
		['20261305', 'no date in ISO 8601'],
		['2026-13-5', 'no date in ISO 8601'],
		['1/2/26', 'no date in ISO 8601'],
		['0026-12-05', 'no date in ISO 8601'],
		['2026-12-05T18:00+99:99', 'no date in ISO 8601'],
		[new Date('+275760-09-12T22:00:00.001Z'), 'no date in ISO 8601'],
		[45123, 'no date in ISO 8601'],
		[DateTime.invalid('test'), 'holds an invalid date'],
		['', 'is empty'],
		[{ date: '2026-12-05' }, 'holds an object'],
	])('%p is refused', (value, message) => expect(() => read(value)).toThrow(message));
});

describe('a date that is counted', () => {
	it.each([
		[45123, 'a spreadsheet counts', "DateTime.fromISO('1899-12-30').plus({ days: Number($json.date) })"],
		['45123.75', 'a spreadsheet counts', 'days: Number($json.date)'],
		['1796493600', 'since 1970', 'DateTime.fromSeconds(Number($json.date)).toISO()'],
		[1796493600000, 'since 1970', 'DateTime.fromMillis(Number($json.date)).toISO()'],
		['05.12.2026', 'Give ISO 8601', 'e.g. 2026-12-05'],
	])('%p is refused with how to make one of it', (value, what, code) => {
		const nextStep = expect.stringMatching(new RegExp(what)) as unknown;
		expect(() => optionalDay('Birthday', value, 'UTC')).toThrow(
			expect.objectContaining({ facts: expect.objectContaining({ nextStep }) }),
		);
		expect(() => optionalDay('Birthday', value, 'UTC')).toThrow(
			expect.objectContaining({ facts: expect.objectContaining({ nextStep: expect.stringContaining(code) }) }),
		);
	});
});

describe('a day', () => {
	it.each<[unknown, string, string]>([
		['1990-12-31', 'Europe/Paris', '1990-12-31'],
		['19900512', 'Europe/Paris', '1990-05-12'],
		[19900512, 'Asia/Tokyo', '1990-05-12'],
		['1990-5-2', 'America/New_York', '1990-05-02'],
		['1990/05/12', 'UTC', '1990-05-12'],
		['1990.5.12', 'UTC', '1990-05-12'],
		['1990-12-31T23:30:00+01:00', 'UTC', '1990-12-31'],
		['19901231T000000', 'America/New_York', '1990-12-31'],
		[DateTime.fromISO('1990-12-31T00:00:00', { zone: 'Europe/Paris' }), 'UTC', '1990-12-31'],
		[new Date('1990-12-31T00:00:00+01:00'), 'Europe/Paris', '1990-12-31'],
		[new Date('1990-12-31T00:00:00-05:00'), 'America/New_York', '1990-12-31'],
		[new Date('1990-12-31T00:00:00+13:00'), 'Pacific/Auckland', '1990-12-31'],
		[new Date('1990-12-31'), 'America/New_York', '1990-12-31'],
		[new Date('1990-12-31'), 'Asia/Tokyo', '1990-12-31'],
		[new Date('1900-12-31T23:55:00Z'), 'Europe/Paris', '1901-01-01'],
		['1990‑12‑31', 'UTC', '1990-12-31'],
		['', 'UTC', ''],
	])('%p in a workflow of %s is %s', (value, zone, day) => expect(optionalDay('Birthday', value, zone)).toBe(day));

	it.each(['31.12.1990', '1990-12-32', new Date('x')])('%p is refused', (value) =>
		expect(() => optionalDay('Birthday', value, 'UTC')).toThrow("'Birthday' holds "),
	);
});
