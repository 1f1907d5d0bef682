/** A character by its number or its name; see {@link characterOf}. */
export const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi;

/** Those that agents write. */
const ENTITIES: Record<string, string> = {
	amp: '&',
	apos: "'",
	bull: '•',
	cent: '¢',
	copy: '©',
	deg: '°',
	euro: '€',
	gt: '>',
	hellip: '…',
	laquo: '«',
	ldquo: '“',
	lsquo: '‘',
	lt: '<',
	mdash: '—',
	middot: '·',
	nbsp: ' ',
	ndash: '–',
	pound: '£',
	quot: '"',
	raquo: '»',
	rdquo: '”',
	reg: '®',
	rsquo: '’',
	times: '×',
	trade: '™',
	yen: '¥',
};

/** The character of an entity's number, decimal or hexadecimal, or its name; undefined where it is none. */
export function characterOf([decimal, hexadecimal, name]: Array<string | undefined>): string | undefined {
	if (name !== undefined) return ENTITIES[name.toLowerCase()];
	const code = decimal === undefined ? parseInt(hexadecimal!, 16) : Number(decimal);
	const isCharacter = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
	return isCharacter ? String.fromCodePoint(code) : undefined;
}

const COMMENT = /<!--[^]{0,1000}?-->/g;
const LINE_BREAK = /(?<![ \t])[ \t]*<br[ \t]*\/?>[ \t]*\n?/gi;
const EMPHASIS = /<(b|strong|i|em|s|del|strike|u)>([^<]{1,1000})<\/\1>/gi;

/**
 * A text without the HTML that agents write between words: line breaks, comments and emphasis. Other tags stay: they
 * may be what the text is about.
 *
 * @param marks what stands around the words of a tag in the place of it
 */
export function withoutTags(text: string, marks: Record<string, string>): string {
	const emphasized = (_: string, tag: string, words: string) => {
		const mark = marks[tag.toLowerCase()] ?? '';
		return mark + words + mark;
	};
	const plain = text.replace(COMMENT, '').replace(LINE_BREAK, '\n');
	// Tags stand within others: those within come first.
	return plain.replace(EMPHASIS, emphasized).replace(EMPHASIS, emphasized);
}
