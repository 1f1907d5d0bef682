import { badField } from '../failures/failure';
import { text } from './text';
import { clip } from '../failures/clip';
import { isDate, isDateTime } from './value';

const ISO_8601 =
	/^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?$/i;
/** The same without dashes and colons, e.g. `20261205T180000Z`. */
const BASIC = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)?(?=\D|$)/i;

const DAY = 86_400_000;

/** An example of a date with its time. */
const INSTANT = "2026-12-05T18:00:00+01:00, or a DateTime such as {{ $now.plus(2, 'days') }}.";

/**
 * A date: ISO 8601, or n8n's DateTime. One without a zone is in the workflow's.
 *
 * @param zone name of the workflow's time zone, e.g. `Europe/Paris`
 * @param written an example of what is wanted
 * @throws Failure when it is empty, written otherwise, or in no calendar
 */
export function date(label: string, value: unknown, zone: string, written = INSTANT): Date {
	if (isDateTime(value) && value.isValid) return new Date(value.toMillis());
	if (isDate(value) && !Number.isNaN(value.getTime())) return new Date(value.getTime());
	const given = text(label, value).trim();
	const example = `Give ISO 8601 in '${label}', e.g. ${written}`;
	if (given === '') throw badField(label, 'is empty', example);
	const parsed = read(given, zone);
	if (parsed === undefined) throw badField(label, `holds "${clip(given)}", which is no date in ISO 8601`, example);
	return parsed;
}

/**
 * A day of the calendar as `2026-12-05`, out of a date in ISO 8601 or n8n's DateTime, as it is written there; empty
 * where the field is. A date of JavaScript is that day in the workflow's zone, unless it is made of a day alone, which
 * is midnight in UTC.
 *
 * @throws Failure as {@link date} does
 */
export function optionalDay(label: string, value: unknown, zone: string): string {
	const given = text(label, value).trim();
	if (given === '') return '';
	const instant = date(label, value, 'UTC', '2026-12-05.').getTime();
	const isInstant = isDate(value) && instant % DAY !== 0;
	const day = isInstant ? new Date(instant + offsetAt(instant, zone)).toISOString() : extended(given);
	return day.slice(0, '2026-12-05'.length);
}

function extended(given: string): string {
	return given.replace(BASIC, (_, ...[year, month, day, hour, minute, second]: string[]) =>
		[`${year}-${month}-${day}T${hour}:${minute}`, second].filter(Boolean).join(':'),
	);
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
	// Dates roll over: the 31st of February would be a day in March.
	const isReal =
		written.getUTCMonth() === month - 1 && written.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
	if (!isReal) return undefined;
	return new Date(utc - (found[8] === undefined ? zoneOffset(utc, zone) : offsetOf(found[8])));
}

function offsetOf(written: string): number {
	if (/^z$/i.test(written)) return 0;
	const [hours, minutes] = [written.slice(1, 3), written.slice(3).replace(':', '') || 0].map(Number) as [
		number,
		number,
	];
	return (written.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
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
