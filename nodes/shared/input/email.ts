import { clip } from '../failures/clip';
import { badField } from '../failures/failure';
import { text } from './text';

/**
 * An email address without blanks around it; empty where the field is.
 *
 * @throws Failure when it is none, or several
 */
export function optionalEmail(label: string, value: unknown): string {
	const given = text(label, value).trim();
	if (given === '' || /^[^\s@,;<>]+@[^\s@,;<>]+$/.test(given)) return given;
	throw badField(
		label,
		`holds "${clip(given)}", which is no email address`,
		`Give one address in '${label}', e.g. jane@example.com.`,
	);
}
