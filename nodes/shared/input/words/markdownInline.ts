/** Stand for marks of emphasis until what Markdown means by each of its own is done. */
const BOLD = '\uE000';
const ITALIC = '\uE001';
const GONE = '\uE002';
const MARKS: Record<string, string> = { [BOLD]: '*', [ITALIC]: '_', [GONE]: '~' };

/** Characters without a meaning of their own, which stand for others here: a text must not hold them. */
export const OWN_MARKS = /[\uE000-\uE004]/g;

const CODE = /(?<![`\\])(`+)(?!`)([^]*?[^`])\1(?!`)/g;
/** `[words](address "title")`, with a pair of brackets in each at most. */
const LINK =
	/!?\[((?:\\.|[^[\]\\]|\[(?:\\.|[^[\]\\])*\])*)\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()<>]|\([^\s()<>]*\))+))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g;
const IN_ANGLES = /<((?:https?:\/\/|mailto:|tel:)[^\s<>]+|[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)>/g;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>\uE003]+/g;
const ESCAPED = /\\([\\`*_{}[\]()#+.!~>|<-])/g;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * Emphasis from the strongest; underscores are no marks within words, names and paths. What is longer than any
 * emphasis is not looked through, for a text may hold thousands of marks.
 */
const EMPHASES: Array<[RegExp, string]> = [
	[/\*\*\*(?=[^\s*])([^]{0,1000}?[^\s*])\*\*\*(?!\*)/g, BOLD + ITALIC],
	[/(?<![\p{L}\p{N}_./\\-])___(?=[^\s_])([^]{0,1000}?[^\s_])___(?![\p{L}\p{N}_(]|[./]\p{L})/gu, BOLD + ITALIC],
	[/\*\*(?=\S)([^]{0,1000}?\S)\*\*(?!\*)/g, BOLD],
	[/(?<![\p{L}\p{N}_./\\-])__(?=\S)([^]{0,1000}?\S)__(?![\p{L}\p{N}_(]|[./]\p{L})/gu, BOLD],
	[/(?<![\p{L}\p{N}_*])\*(?=[^\s*])([^*]*[^\s*])\*(?![\p{L}\p{N}_*])/gu, ITALIC],
	[/(?<![\p{L}\p{N}_./\\-])_(?=[^\s_])([^]{0,1000}?[^\s_])_(?![\p{L}\p{N}_(]|[./]\p{L})/gu, ITALIC],
	[/~~(?=\S)([^]{0,1000}?\S)~~/g, GONE],
];

/** The words of one paragraph, as `fromMarkdown` has them. */
export function inlineWords(paragraph: string, isPlain: boolean): string {
	const kept: string[] = [];
	const keep = (what: string) => `\uE003${kept.push(what) - 1}\uE004`;
	const linked = (text: string): string =>
		text.replace(LINK, (_, words: string, inAngles: string | undefined, bare: string | undefined) => {
			const address = (inAngles ?? bare ?? '').trim().replaceAll(' ', '%20');
			const name = words.trim();
			return name === '' || name === address ? keep(address) : `${linked(name)} ${keep(`(${address})`)}`;
		});
	const words = linked(
		paragraph.replace(CODE, (whole, _, code: string) => keep(isPlain ? code.replace(/^ (.*\S.*) $/, '$1') : whole)),
	)
		.replace(IN_ANGLES, (_, address: string) => keep(address.replace(/^mailto:|^tel:/i, '')))
		.replace(ADDRESS, (found, at: number, whole: string) => {
			const address = addressIn(found, whole.slice(Math.max(0, at - 3), at));
			return keep(address) + found.slice(address.length);
		})
		.replace(/(?:\\|(?<! ) {2,})$/gm, '')
		.replace(ESCAPED, (_, character: string) => keep(character))
		.replace(ENTITY, (whole, ...codes: string[]) => keep(characterOf(codes) ?? whole));
	return restored(byLines(words), kept).replace(/[\uE000-\uE002]/g, (mark) => (isPlain ? '' : MARKS[mark]!));
}

/** An address without the emphasis around it: `*` and `_` may belong to it as well. */
function addressIn(found: string, before: string): string {
	const address = found.replace(/[.,;:!?'")\]]+$/, '');
	const marks = /(?:\*+|_+|~+)$/.exec(address)?.[0];
	if (marks === undefined) return address;
	const bare = address.slice(0, -marks.length);
	return bare.includes(marks) && !before.endsWith(marks) ? address : bare;
}

function byLines(words: string): string {
	const lines = words
		.replace(/^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/gm, '')
		.replace(/^((?:\s*>)*[^\S\n]*)[*+-][ \t]+/gm, '$1- ')
		.replace(
			/^ {0,3}#{1,6}[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*$/gm,
			(_, title: string) => BOLD + emphasized(title).replaceAll(BOLD, '') + BOLD,
		);
	return emphasized(lines);
}

function emphasized(text: string): string {
	return EMPHASES.reduce(
		(rest, [pattern, marks]) =>
			rest.replace(pattern, (_, words: string) => {
				const ends = [...marks].reverse().join('');
				// WhatsApp's marks count within a line.
				return marks + words.replace(/[ \t]*\n[ \t]*/g, `${ends}\n${marks}`) + ends;
			}),
		text,
	);
}

function characterOf([decimal, hexadecimal, name]: Array<string | undefined>): string | undefined {
	if (name !== undefined) return ENTITIES[name.toLowerCase()];
	const code = decimal === undefined ? parseInt(hexadecimal!, 16) : Number(decimal);
	const isCharacter = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
	return isCharacter ? String.fromCodePoint(code) : undefined;
}

function restored(text: string, kept: string[]): string {
	return text.replace(/\uE003(\d+)\uE004/g, (_, index: string) => restored(kept[Number(index)]!, kept));
}
