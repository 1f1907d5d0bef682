import { characterOf, ENTITY, withoutTags } from './html';

/** Stand for marks of emphasis until what Markdown means by each of its own is done. */
const BOLD = '\uE000';
const ITALIC = '\uE001';
const GONE = '\uE002';
const MARKS: Record<string, string> = { [BOLD]: '*', [ITALIC]: '_', [GONE]: '~' };

/** What is emphasized by HTML. */
const MARKS_OF_TAGS: Record<string, string> = {
	b: BOLD,
	strong: BOLD,
	i: ITALIC,
	em: ITALIC,
	s: GONE,
	del: GONE,
	strike: GONE,
	u: '',
};

/** Characters without a meaning of their own, which stand for others here: a text must not hold them. */
export const OWN_MARKS = /[\uE000-\uE004]/g;

const CODE = /(?<![`\\])(`+)(?!`)([^]*?[^`])\1(?!`)/g;
/** `[words](address "title")`, with a pair of brackets in each at most. */
const LINK =
	/!?\[((?:\\.|[^[\]\\]|\[(?:\\.|[^[\]\\])*\])*)\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()<>]|\([^\s()<>]*\))+))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g;
const IN_ANGLES = /<((?:https?:\/\/|mailto:|tel:)[^\s<>]+|[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)>/g;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>\uE003]+/g;
const SCHEME = /^(?:mailto|tel):/i;
/** An entry of a list with a box before it. */
const TASK = /^((?:\s*>)*[^\S\n]*)(?:[*+-]|(\d+[.)]))[ \t]+\[([ xX])\][ \t]+/gm;
const ESCAPED = /\\([\\`*_{}[\]()#+.!~>|<-])/g;
/** `[words][reference]`, or the words alone, where they are one. */
const REFERENCE = /!?\[((?:\\.|[^[\]\\])+)\](?:\[([^[\]\n]*)\])?(?![(:[])/g;
const FOOTNOTE = /\[\^([^\]\s]{1,40})\](?::(?=\s))?/g;

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

/**
 * The words of one paragraph, as `fromMarkdown` has them.
 *
 * @param references addresses that the text defines, by their names in lower case
 */
export function inlineWords(paragraph: string, isPlain: boolean, references: Map<string, string>): string {
	const kept: string[] = [];
	const keep = (what: string) => `\uE003${kept.push(what) - 1}\uE004`;
	const linked = (text: string): string =>
		text.replace(LINK, (_, words: string, inAngles: string | undefined, bare: string | undefined) => {
			const address = (inAngles ?? bare ?? '').trim().replaceAll(' ', '%20').replace(SCHEME, '');
			const name = words.trim();
			if (name === '' || name === address) return keep(address);
			// A place in the text itself is nowhere in a message.
			return address.startsWith('#') ? linked(name) : `${linked(name)} ${keep(`(${address})`)}`;
		});
	const named = (text: string): string =>
		text.replace(REFERENCE, (whole, words: string, reference?: string) => {
			const address = references.get((reference || words).toLowerCase());
			return address === undefined ? whole : `[${words}](<${address}>)`;
		});
	const withoutCode = paragraph.replace(CODE, (whole, _, code: string) =>
		keep(isPlain ? code.replace(/^ (.*\S.*) $/, '$1') : whole),
	);
	const words = linked(named(withoutTags(withoutCode, MARKS_OF_TAGS)))
		.replace(FOOTNOTE, (_, name: string) => keep(`[${name}]`))
		.replace(IN_ANGLES, (_, address: string) => keep(address.replace(SCHEME, '')))
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
		.replace(TASK, (_, before: string, number: string | undefined, mark: string) => {
			return before + (number === undefined ? '' : `${number} `) + (mark === ' ' ? '☐ ' : '☑ ');
		})
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

function restored(text: string, kept: string[]): string {
	return text.replace(/\uE003(\d+)\uE004/g, (_, index: string) => restored(kept[Number(index)]!, kept));
}
