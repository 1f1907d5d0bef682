/** A text for a sentence: short, on one line. `max` in characters. */
export function clip(text: string, max = 60): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length > max ? `${line.slice(0, max)} …` : line;
}
