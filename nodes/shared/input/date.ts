import { badField } from '../failures/failure';
import { oneValue } from './text';
import { clip } from '../failures/clip';
import { isDate } from './value';

const ISO_8601 =
	/^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s?(Z|[+-](?:0\d|1[0-4])(?::?[0-5]\d)?)?$/i;
/** The same without dashes and colons, e.g. `20261205T180000Z`. */
const BASIC = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(?=\D|$)/i;
/** A day alone without dashes, e.g. `20261205`. */
const BASIC_DAY = /^((?:19|20)\d\d)(\d\d)(\d\d)$/;
/** A day that begins with its year, which leaves one meaning to what follows, e.g. `2026-5-2` or `2026/05/02`. */
const YEAR_FIRST = /^(\d{4})([-/.])(\d\d?)\2(\d\d?)(?=[T\s]|$)/i;
/** An hour without its zero, e.g. in `2026-05-02 9:00`. */
const SHORT_HOUR = /(?<=\d[T\s])(?=\d:)/i;
/** Days since 1899, as spreadsheets count them, with a part of a day for the time: those of 1928 to 2173. */
const DAY_NUMBER = /^\d{5}(\.\d+)?$/;
/** Since 1970. */
const SECONDS = /^\d{10}$/;
const MILLISECONDS = /^\d{12,13}$/;

/** What word processors make of a dash. */
const OTHER_DASHES = /[‐-―−]/g;

const DAY = 86_400_000;

/** An example of a date with its time. */
const INSTANT = "2026-12-05T18:00:00+01:00, or a DateTime such as {{ $now.plus(2, 'days') }}.";

/**
 * A date: ISO 8601, also without dashes or with what else leaves one meaning to it, or n8n's DateTime. One without a
 * zone is in the workflow's.
 *
 * @param zone name of the workflow's time zone, e.g. `Europe/Paris`
 * @param written an example of what is wanted
 * @throws Failure when it is empty, written otherwise, or in no calendar
 */
export function date(label: string, value: unknown, zone: string, written = INSTANT): Date {
	const given = oneValue(label, value);
	const example = `Give ISO 8601 in '${label}', e.g. ${written}`;
	if (given === '') throw badField(label, 'is empty', example);
	const parsed = read(given, zone);
	if (parsed !== undefined) return parsed;
	throw badField(label, `holds "${clip(given)}", which is no date in ISO 8601`, conversionOf(given) ?? example);
}

/** How to make a date of what counts days or seconds; undefined for what does not. */
function conversionOf(given: string): string | undefined {
	const from = (what: string, code: string) => `If it is ${what}, give {{ ${code} }} with your field for $json.date.`;
	if (DAY_NUMBER.test(given)) {
		const code = "DateTime.fromISO('1899-12-30').plus({ days: Number($json.date) }).toISODate()";
		return from('the day as a spreadsheet counts it', code);
	}
	const unit = SECONDS.test(given) ? 'Seconds' : MILLISECONDS.test(given) ? 'Millis' : undefined;
	if (unit === undefined) return undefined;
	return from('the time since 1970', `DateTime.from${unit}(Number($json.date)).toISO()`);
}

/**
 * A day of the calendar as `2026-12-05`, out of a date in ISO 8601 or n8n's DateTime, as it is written there; empty
 * where the field is. A date of JavaScript is that day in the workflow's zone, unless it is made of a day alone, which
 * is midnight in UTC.
 *
 * @throws Failure as {@link date} does
 */
export function optionalDay(label: string, value: unknown, zone: string): string {
	const given = oneValue(label, value);
	if (given === '') return '';
	const instant = date(label, value, 'UTC', '2026-12-05.').getTime();
	const isInstant = isDate(value) && instant % DAY !== 0;
	const day = isInstant ? new Date(instant + offsetAt(instant, zone)).toISOString() : extended(given);
	return day.slice(0, '2026-12-05'.length);
}

/** What is written otherwise and has one meaning, as ISO 8601 with dashes and colons. */
function extended(given: string): string {
	return given
		.replace(OTHER_DASHES, '-')
		.replace(BASIC_DAY, '$1-$2-$3')
		.replace(BASIC, (_, ...[year, month, day, hour, minute, second]: string[]) =>
			[`${year}-${month}-${day}T${hour}:${minute}`, second].filter(Boolean).join(':'),
		)
		.replace(YEAR_FIRST, (_, year: string, __, month: string, day: string) =>
			[year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
		)
		.replace(SHORT_HOUR, '0');
}

function read(given: string, zone: string): Date | undefined {
	const found = ISO_8601.exec(extended(given));
	if (!found) return undefined;
	const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0)) as [
		number,
		number,
		number,
		number,
		number,
		number,
	];
	const utc = Date.UTC(year, month - 1, day, hour, minute, second, Number(`0.${found[7] ?? 0}`) * 1000);
	const written = new Date(utc);
	// Dates roll over: the 31st of February would be a day in March, and the year 26 is 1926.
	const isDay = written.toISOString().startsWith(found.slice(1, 4).join('-'));
	const isReal = isDay && hour < 24 && minute < 60 && second < 60;
	if (!isReal) return undefined;
	return new Date(utc - (found[8] === undefined ? zoneOffset(utc, zone) : offsetOf(found[8])));
}

/** In milliseconds; before there were zones, clocks were minutes and seconds apart. */
function offsetOf(written: string): number {
	const [hours = 0, minutes = 0, seconds = 0] = (written.match(/\d\d/g) ?? []).map(Number);
	return (written.startsWith('-') ? -1 : 1) * ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** How far the clocks of a zone are ahead of UTC when they show `wall`, in milliseconds. */
function zoneOffset(wall: number, zone: string): number {
	// The offset at the wall time read as UTC may be that of the other side of a change of clocks; the second look is
	// not.
	return offsetAt(wall - offsetAt(wall, zone), zone);
}

function offsetAt(instant: number, zone: string): number {
	const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(instant);
	const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
	return name === 'GMT' ? 0 : offsetOf(name.slice(3));
}
