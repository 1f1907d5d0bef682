/** Blanks and marks that look like nothing, and that JSON does not take between its parts. */
export const INVISIBLE = /[\p{Cf}\p{Zl}\p{Zp}\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;

/** An invisible character as `<U+00A0>`. */
export function visible(character: string): string {
	return `<${nameOf(character)}>`;
}

const WITH_STRINGIFY =
	'Mostly an expression in it answers a text with a quote or a line break: write {{ JSON.stringify($json.name) }} without quotes around it.';

/** The usual causes of a fault by what stands before and behind it, the surest first. */
const CAUSES: Array<{ before?: RegExp; after: RegExp; cause: string }> = [
	{
		after: /^[“”„‟«»‘’‚]/u,
		cause: 'Replace the curly quotes by straight ones ("): word processors and chats turn them.',
	},
	{
		after: /^```/,
		cause: "Take the fence (```) around it away, e.g. with {{ $json.output.replace(/```(json)?/g, '') }}.",
	},
	{ after: /^(?:\/\/|\/\*|#)/, cause: 'JSON has no comments: take it away.' },
	{ before: /,\s*$/, after: /^[}\]]/, cause: 'Take the comma before the closing bracket away.' },
	{
		before: /[:[,]\s*$/,
		after: /^[,}\]]/,
		cause: 'There is no value. Mostly an expression in it answers nothing: check the name of the field in it.',
	},
	{ after: /^'/, cause: 'Use double quotes (") instead of single ones (\').' },
	{
		before: /\[$/,
		after: /^object /,
		cause: 'An expression in it points at a whole object: write {{ JSON.stringify($json.customer) }}.',
	},
	{
		after: /^(undefined|NaN)/,
		cause: 'An expression in it answers nothing: check the name of the field in it.',
	},
	{
		after: /^(None|True|False)\b/,
		cause: "JSON writes null, true and false; None, True and False are Python's words.",
	},
	{ before: /[{,]\s*$/, after: /^[\p{L}_$][\p{L}\p{N}_$-]*\s*:/u, cause: 'Put the key in double quotes (").' },
	{
		before: /^\s*[[{]*\s*$/,
		after: /^\\"/,
		cause:
			'Its quotes have backslashes: it was made JSON twice. Use JSON.stringify once only, or JSON.parse before it.',
	},
	{ before: /["\d}\]el]\s+$/, after: /^"[^"\n]*"\s*:/, cause: 'A comma is missing before it.' },
	{ before: /"\s*$/, after: /^[^\s,:}\]]/, cause: WITH_STRINGIFY },
	{
		before: /[:[,]\s*[\d.+-]*$/,
		after: /^[^\s"{}[\],:]/,
		cause:
			'A text there needs quotes: write it in double quotes, or as {{ JSON.stringify($json.name) }} where an expression gives it.',
	},
];

/** What mostly is the cause of a fault and its remedy, where there is one. */
export function causeOf(before: string, after: string): string | undefined {
	const invisible = after.match(INVISIBLE)?.[0];
	if (invisible !== undefined && after.startsWith(invisible)) {
		return `An invisible character (${nameOf(invisible)}) stands there: take it away.`;
	}
	if (/^\p{Cc}/u.test(after) && isInString(before)) return WITH_STRINGIFY;
	return CAUSES.find((one) => one.after.test(after) && (one.before?.test(before) ?? true))?.cause;
}

function nameOf(character: string): string {
	return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Whether the text before the fault ends inside a string: its quotes do not come in pairs. */
function isInString(before: string): boolean {
	return (before.replace(/\\./g, '').match(/"/g) ?? []).length % 2 === 1;
}
