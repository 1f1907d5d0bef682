import { badField } from '../../shared/failures/failure';
import { filledIn } from '../../shared/failures/values/valueFault';
import { limitedText, text } from '../../shared/input/text';

const BREAK = /[\n\r\u2028\u2029]/;

/**
 * A text that stands on one line, without blanks around it: what is written on buttons, above and below a message.
 *
 * @throws Failure when it is empty, too long, wholly a variable that nothing filled in, or has a line break in it,
 * which WhatsApp refuses
 */
export function limitedLine(label: string, value: unknown, max: number): string {
	return limitedText(label, filledIn(label, oneLine(label, value)), max);
}

/** `{ [name]: line }`, or nothing where the field is empty. @throws Failure as {@link limitedLine} does */
export function optionalLine<Name extends string>(
	name: Name,
	label: string,
	value: unknown,
	max: number,
): Partial<Record<Name, string>> {
	return isBlank(label, value) ? {} : ({ [name]: limitedLine(label, value, max) } as Partial<Record<Name, string>>);
}

/** The same for a template, whose variables stay as they are. Empty where there is none. */
export function templateLine(label: string, value: unknown, max: number): string {
	return isBlank(label, value) ? '' : limitedText(label, oneLine(label, value), max);
}

function isBlank(label: string, value: unknown): boolean {
	return text(label, value).trim() === '';
}

function oneLine(label: string, value: unknown): string {
	const given = text(label, value).trim();
	if (!BREAK.test(given)) return given;
	throw badField(
		label,
		'has a line break in it; WhatsApp takes one line there',
		"Write it on one line, e.g. with .replace(/\\s+/g, ' ') behind it in the expression.",
	);
}
