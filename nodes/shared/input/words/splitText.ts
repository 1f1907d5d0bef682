/** How long a text may be on a channel. */
export interface TextLimit {
	max: number;
	/** What it is counted in; characters are Unicode code points. */
	unit: 'characters' | 'bytes';
}

/** Where a text is cut best: between paragraphs, else after a sentence or line, else between words. */
const SEAMS = [/\n[^\S\n]*\n\s*/g, /(?<=[.!?…。！？]["'»”’)\]]*)\s+|\n\s*|(?<=[。！？])/gu, /\s+/g];

/**
 * A text in parts, none of them longer than the limit and each as long as it can be: at paragraphs, then sentences,
 * then words, and within a word where it is longer than a part.
 */
export function splitText(text: string, limit: TextLimit): string[] {
	const parts: string[] = [];
	let rest = text;
	for (let window = beginning(rest, limit); window < rest.length; window = beginning(rest, limit)) {
		const { end, next } = cut(rest, window);
		parts.push(rest.slice(0, end));
		rest = rest.slice(next);
	}
	return [...parts, rest].map((part) => part.trim()).filter((part) => part !== '');
}

/** How many code units of a text are within the limit. */
function beginning(text: string, { max, unit }: TextLimit): number {
	let [length, at] = [0, 0];
	for (const character of text) {
		length += unit === 'bytes' ? Buffer.byteLength(character) : 1;
		if (length > max) break;
		at += character.length;
	}
	return at;
}

/** Where a part ends and the next one begins. */
function cut(text: string, window: number): { end: number; next: number } {
	for (const seam of SEAMS) {
		const found = [...text.slice(0, window + 1).matchAll(seam)].filter(({ index }) => index > 0 && index <= window);
		const last = found.at(-1);
		if (last) return { end: last.index, next: last.index + last[0].length };
	}
	return { end: window, next: window };
}
