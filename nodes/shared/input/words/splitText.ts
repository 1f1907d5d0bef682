/** How long a text may be on a channel. */
export interface TextLimit {
	max: number;
	/** What it is counted in; characters are Unicode code points. */
	unit: 'characters' | 'bytes';
}

/** Where a text is cut best: between paragraphs, else after a sentence or line, else between words. */
const SEAMS = [/\n[^\S\n]*\n\s*/g, /(?<=[.!?…。！？]["'»”’)\]]*)\s+|\n\s*|(?<=[。！？])/gu, /\s+/g];

/** Code units of what a reader takes for one character. */
const LONGEST_CHARACTER = 64;

/** Within code lines keep what they begin with. */
const LINES = [/\n/g];

/** Words between marks of WhatsApp's writing, which count within a line, and not within a word. */
const SPANS = ['*', '_', '~', '`'].map(
	(mark) =>
		new RegExp(
			`(?<![\\p{L}\\p{N}${mark}])[${mark}](?=[^\\s${mark}])[^\\n${mark}]*(?<=\\S)[${mark}](?![\\p{L}\\p{N}${mark}])`,
			'gu',
		),
);
/** What is emphasized behind a cut is looked for so far. */
const LONGEST_SPAN = 1000;

/** Begins or ends code; with the language where one follows. */
const FENCE = /```(?:[\w+#-]*(?=\n))?/g;
const CLOSING = '\n```';

/**
 * A text in parts, none of them longer than the limit and each as long as it can be: at paragraphs, then sentences,
 * then words, and within a word where it is longer than a part. Code and emphasis that are cut end in their part and
 * begin anew in the next one. A text that is short enough stays as it is.
 */
export function splitText(text: string, limit: TextLimit): string[] {
	if (beginning(text, limit) === text.length) return [text];
	const room = text.includes('```') ? { ...limit, max: limit.max - CLOSING.length } : limit;
	const parts: string[] = [];
	let rest = text;
	for (let window = beginning(rest, room); window < rest.length; window = beginning(rest, room)) {
		const { end, next, fence, marks = '' } = cut(rest, window);
		const part = rest.slice(0, end).trim();
		parts.push(part + (fence === undefined ? [...marks].reverse().join('') : CLOSING));
		rest = (fence === undefined ? marks : `${fence}\n`) + rest.slice(next);
	}
	return [...parts, rest.trim()].filter((part) => part !== '');
}

/** How long a text is. */
export function lengthOf(text: string, unit: TextLimit['unit']): number {
	return unit === 'bytes' ? Buffer.byteLength(text) : [...text].length;
}

/** How many code units of a text are within the limit. */
function beginning(text: string, { max, unit }: TextLimit): number {
	let [length, at] = [0, 0];
	for (const character of text) {
		length += lengthOf(character, unit);
		if (length > max) break;
		at += character.length;
	}
	return at;
}

/** Where a part ends and the next one begins, and the fence of the code or the marks of the emphasis that is cut. */
interface Cut {
	end: number;
	next: number;
	fence?: string;
	marks?: string;
}

function cut(text: string, window: number): Cut {
	const whole = seamIn(text, window, SEAMS);
	const fence = openFence(text.slice(0, whole.end));
	if (fence === undefined) return withMarks(text, window, whole);
	// A fence that fills half a part would leave no room for what is in it.
	if (fence.length + LONGEST_CHARACTER > window / 2) return whole;
	const line = seamIn(text, window, LINES, fence.length);
	return { ...line, fence: openFence(text.slice(0, line.end)) };
}

/** A cut within emphasis leaves room for the marks that end it. */
function withMarks(text: string, window: number, whole: Cut): Cut {
	const marks = openMarks(text, whole);
	if (marks === '' || window <= 3 * SPANS.length) return whole;
	if (whole.end + marks.length <= window) return { ...whole, marks };
	const earlier = seamIn(text, window - SPANS.length, SEAMS);
	return { ...earlier, marks: openMarks(text, earlier) };
}

/** The marks, in their order, between which a cut is; within code others are letters. */
function openMarks(text: string, { end, next }: Cut): string {
	const start = text.lastIndexOf('\n', end - 1) + 1;
	const line = text.slice(start, next + LONGEST_SPAN).split('\n', 1)[0]!;
	const open = SPANS.flatMap((span) => [...line.matchAll(span)])
		.filter(({ index, 0: words }) => start + index < end && start + index + words.length > next)
		.sort((one, other) => one.index - other.index)
		.map(({ 0: words }) => words[0]!);
	const code = open.indexOf('`');
	return (code < 0 ? open : open.slice(0, code + 1)).join('');
}

/** The last seam of the best kind, else the last whole character; `after` are characters that no seam is in. */
function seamIn(text: string, window: number, seams: RegExp[], after = 0): Cut {
	for (const seam of seams) {
		const found = [...text.slice(0, window + 1).matchAll(seam)];
		const last = found.filter(({ index }) => index > after && index <= window).at(-1);
		if (last) return { end: last.index, next: last.index + last[0].length };
	}
	const end = wholeCharacters(text, window);
	return { end, next: end };
}

/** The place at or before another one where no character ends up in halves that are made of several, e.g. a family. */
function wholeCharacters(text: string, at: number): number {
	const around = new Intl.Segmenter().segment(text.slice(0, at + LONGEST_CHARACTER));
	const start = around.containing(at)?.index ?? at;
	return at - start < LONGEST_CHARACTER ? start || at : at;
}

function openFence(text: string): string | undefined {
	const fences = text.match(FENCE) ?? [];
	return fences.length % 2 === 1 ? fences.at(-1) : undefined;
}
