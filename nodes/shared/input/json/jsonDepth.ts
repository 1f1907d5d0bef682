import { DEEPEST } from '../../failures/values/valueFault';

/** Whether a text of JSON has too many levels; what is no JSON may have, too. */
export function isDeepText(text: string): boolean {
	let depth = 0;
	let isInString = false;
	for (let at = 0; at < text.length && depth <= DEEPEST; at++) {
		const character = text[at]!;
		if (character === '"') isInString = !isInString;
		else if (isInString) at += character === '\\' ? 1 : 0;
		else if (character === '{' || character === '[') depth++;
		else if (character === '}' || character === ']') depth--;
	}
	return depth > DEEPEST;
}

/** Whether an object or a list has too many levels: one that holds itself has no end of them. */
export function isDeepValue(value: unknown): boolean {
	let level = [value];
	for (let depth = 0; depth <= DEEPEST; depth++) {
		const objects = new Set(level.filter((inner) => typeof inner === 'object' && inner !== null));
		if (objects.size === 0) return false;
		level = [...objects].flatMap((inner) => Object.values(inner as object) as unknown[]);
	}
	return true;
}
