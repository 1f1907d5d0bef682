import { inlineWords, OWN_MARKS } from './markdownInline';

/** Opens code; what follows backticks on the line is its language. */
const FENCE = /^[ \t>]*(`{3,}(?=[^`]*$)|~{3,})/;
const INDENTED = /^(?: {4}|\t)[ \t]*\S/;
const LIST_ENTRY = /^\s*(?:[*+-]|\d+[.)])\s/;
/** The line below the head of a table, e.g. `| --- | :-: |`. */
const BELOW_HEAD = /^(?=.*\|)[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*(?:\||$))+[ \t]*$/;
/** A title with a line of its own below it. Three dashes are what agents write for a ruler. */
const UNDERLINED =
	/(^|\n[ \t]*\n)(?![ \t]*(?:[#>|]|[*+-] |\d+[.)] ))(?=.*\S)(.*)\n {0,3}(?:={2,}|-{4,})[ \t]*(?=\n|$)/g;

const DEFINITION =
	/^ {0,3}\[(?!\^)([^\]\n]+)\]:[ \t]*<?((?:https?:\/\/|mailto:|tel:)[^\s>]+)>?(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^)]*\)))?[ \t]*$/i;

/** Lines that belong together. */
interface Block {
	kind: 'words' | 'fenced' | 'indented';
	lines: string[];
}

/**
 * A text in Markdown, as AI agents write it, in WhatsApp's own writing: `**bold**` and headings become `*bold*`,
 * `*italic*` becomes `_italic_`, `~~gone~~` becomes `~gone~`, links stand behind their words, lists have a dash,
 * tables are rows. Code and addresses stay.
 * https://faq.whatsapp.com/539178204879377
 *
 * @param isPlain for a channel that shows WhatsApp's marks as they are: the words without them
 */
export function fromMarkdown(text: string, isPlain = false): string {
	const blocks = blocksOf(text.replace(OWN_MARKS, '').replace(/\r\n?/g, '\n').split('\n'));
	const references = takeReferences(blocks.filter(({ kind }) => kind === 'words'));
	const words = blocks
		.flatMap((block) => (block.kind === 'words' ? wordsIn(block.lines, isPlain, references) : codeIn(block, isPlain)))
		.join('\n');
	return references.size > 0 ? words.trim() : words;
}

/** Lines that only say where names lead that stand elsewhere are taken out, e.g. `[1]: https://example.com`. */
function takeReferences(blocks: Block[]): Map<string, string> {
	const others = blocks.flatMap(({ lines }) => lines.filter((line) => !DEFINITION.test(line)));
	const names = new Set(others.flatMap((line) => (line.match(/\[[^[\]]+\]/g) ?? []).map((name) => name.toLowerCase())));
	const references = new Map<string, string>();
	for (const block of blocks) {
		block.lines = block.lines.filter((line) => {
			const [, name = '', address = ''] = DEFINITION.exec(line) ?? [];
			if (!names.has(`[${name.toLowerCase()}]`)) return true;
			references.set(name.toLowerCase(), address);
			return false;
		});
	}
	return references;
}

function blocksOf(lines: string[]): Block[] {
	const blocks: Block[] = [];
	const add = (kind: Block['kind'], line: string) => {
		const last = blocks.at(-1);
		if (last?.kind === kind) last.lines.push(line);
		else blocks.push({ kind, lines: [line] });
	};
	let fence: string | undefined;
	let isList = false;
	for (const line of lines) {
		const last = blocks.at(-1);
		if (fence !== undefined) {
			add('fenced', line);
			// Also behind words, as WhatsApp has it.
			if (line.includes(fence)) fence = undefined;
			continue;
		}
		fence = FENCE.exec(line)?.[1];
		if (LIST_ENTRY.test(line)) isList = true;
		else if (/^\S/.test(line)) isList = false;
		const isCode = INDENTED.test(line) && !isList && (last?.kind !== 'words' || last.lines.at(-1)!.trim() === '');
		if (fence !== undefined) blocks.push({ kind: 'fenced', lines: [line] });
		else add(isCode ? 'indented' : 'words', line);
	}
	return blocks;
}

/** WhatsApp knows backticks only. Without a last fence the agent was cut off. */
function codeIn({ kind, lines }: Block, isPlain: boolean): string[] {
	if (kind === 'indented') return lines;
	const fence = FENCE.exec(lines[0]!)![1]!;
	if (isPlain) return lines.slice(1).map((line) => line.replace(fence, ''));
	return lines.map((line) => (fence.startsWith('~') ? line.replace(fence, '```') : line));
}

function wordsIn(lines: string[], isPlain: boolean, references: Map<string, string>): string {
	return withRows(lines)
		.join('\n')
		.replace(UNDERLINED, '$1# $2')
		.split(/(\n[ \t]*\n)/)
		.map((paragraph) => inlineWords(paragraph, isPlain, references))
		.join('');
}

/** Tables as rows of words: no channel has any. */
function withRows(lines: string[]): string[] {
	let isTable = false;
	return lines.flatMap((line, index) => {
		const isHead = line.includes('|') && BELOW_HEAD.test(lines[index + 1] ?? '');
		isTable = isHead || (isTable && line.includes('|'));
		if (!isTable) return [line];
		return BELOW_HEAD.test(line) ? [] : [cellsOf(line).join(' | ')];
	});
}

function cellsOf(row: string): string[] {
	const inner = row.trim().replace(/^\||(?<!\\)\|$/g, '');
	return inner.split(/(?<!\\)\|/).map((cell) => cell.trim());
}
