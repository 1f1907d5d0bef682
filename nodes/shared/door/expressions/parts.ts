/** A stretch of code in an expression; braces behind a backslash are none. */
const CODE = /(?<!\\)(?:\\\\)*\{\{((?:\\\}\}|(?!\}\})[^])*)(?:\}\}|$)/g;
/** A sentence that code puts together. */
const COMPOSED = /`|["']\s*\+|\+\s*["']/;

/** In code: an empty text on purpose, or a value that an AI agent may leave out. */
export const MAY_BE_EMPTY = /''|""|\$fromAI\(/;

/** An expression as it is written: code, and the text between it. */
export interface Expression {
	/** Each with its braces, as n8n evaluates it alone. */
	parts: string[];
	/** Whether it is one part and no more, so that n8n hands over its value as it is. */
	isWhole: boolean;
	/** Whether its code puts texts together. */
	isComposed: boolean;
}

/** Takes an expression apart. @param written without the sign in front of it */
export function expressionOf(written: string): Expression {
	const codes = [...written.matchAll(CODE)].map(([, code]) => code!);
	return {
		parts: codes.map((code) => `{{${code}}}`),
		isWhole: codes.length === 1 && written.replace(CODE, '') === '',
		isComposed: codes.some((code) => COMPOSED.test(code)),
	};
}
