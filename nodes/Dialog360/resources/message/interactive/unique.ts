import { badField } from '../../../../shared/failures/failure';

/**
 * Refuses a text that comes twice where WhatsApp wants each once.
 *
 * @throws Failure naming the text
 */
export function checkUnique(label: string, what: string, texts: string[]): void {
	const double = texts.find((text, index) => texts.indexOf(text) !== index);
	if (double === undefined) return;
	throw badField(label, `holds the ${what} "${double}" twice`, `Give each its own ${what}.`);
}
