/** A text for a sentence: short, on one line. `max` in characters. */
export function clip(text: string, max = 60): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > max ? `${line.slice(0, max)} …` : line;
}

/** A quoted stretch that is too long for a sentence. */
const LONG_QUOTE = /"[^"]{200,}"/g;
/** Characters of a sentence's end that stay: mostly it says what is wrong. */
const KEPT_END = 300;

/** A sentence of an error that shows values of any length: what it quotes is clipped, then its middle. */
export function brief(sentence: string, max: number): string {
	if (sentence.length <= max) return sentence;
	const line = sentence.replace(LONG_QUOTE, (quote) => `"${clip(quote.slice(1, -1))}"`);
	return line.length <= max ? line : `${line.slice(0, max - KEPT_END)} … ${line.slice(-KEPT_END)}`;
}
