/** What evaluates a part of an expression for the item. */
export type Evaluate = (part: string) => unknown;

/** A field of an item in code, e.g. `$json.order?.id` or `$('CRM').item.json["last name"]`. */
const FIELD =
	/\$(?:json|\((?:"[^"]*"|'[^']*')\)\.(?:item|first\(\)|last\(\))\.json)(?:\??\.[\w$]+|\["[^"]*"\]|\['[^']*'\])+/g;

/** Whether the code itself has the words as a text. */
export function isQuoted(written: string, words: string): boolean {
	return new RegExp(`["'\`][^"'\`]*${words}`).test(written);
}

/** What n8n writes into the text for a part; one that throws alone is of no interest, since the whole did not. */
export function answerTo(evaluate: Evaluate, part: string): unknown {
	try {
		return evaluate(part);
	} catch {
		return part;
	}
}

/** Whether a field that holds null is written into the text as the word; JSON has it for nothing. */
export function addsNull(evaluate: Evaluate, written: string, value: string): boolean {
	if (!/(?<![A-Za-z\d])null(?![A-Za-z\d])/.test(value) || isQuoted(written, 'null') || /^\s*[[{]/.test(value))
		return false;
	return (written.match(FIELD) ?? []).some((field) => answerTo(evaluate, `{{ ${field} }}`) === null);
}
