import { badField } from '../failure';
import type { Failure } from '../failure';
import { clip } from '../clip';

/** A date as JavaScript writes it into a text, e.g. `Thu Nov 26 2026 10:00:00 GMT+0100 (CET)`. */
const MACHINE_DATE =
	/\b(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d\d \d{4} \d\d:\d\d:\d\d GMT[+-]\d{4}(?: \([^)]*\))?/;

/** A date that was made of something that is none. */
export function invalidDate(label: string): Failure {
	return badField(
		label,
		'holds an invalid date',
		'Check how the expression makes the date. It must be ISO 8601, e.g. 2026-01-31T16:22:17Z.',
	);
}

/** The first date in a text that JavaScript wrote there. */
export function machineDateIn(words: string): string | undefined {
	return MACHINE_DATE.exec(words)?.[0];
}

/** A date that customers would read in English, with seconds and zone. */
export function machineDate(label: string, written: string): Failure {
	return badField(
		label,
		`holds "${clip(written)}", a date as JavaScript writes it`,
		"Say in the expression how customers are to read it, e.g. with .toDateTime().toFormat('dd.MM.yyyy') behind the date.",
	);
}
