/** Stands for WhatsApp's `*` of bold until what Markdown means by a single one is done. */
const BOLD = '\uE000';

/** Code in a fence of its own, and within a line: it stays as it is. */
const CODE = /(```[^]*?```|`[^`\n]+`)/;

/**
 * A text in Markdown, as AI agents write it, in WhatsApp's own writing: `**bold**` and headings become `*bold*`,
 * `*italic*` becomes `_italic_`, `~~gone~~` becomes `~gone~`, links stand behind their words, lists have a dash. Code
 * stays.
 * https://faq.whatsapp.com/539178204879377
 */
export function fromMarkdown(text: string): string {
	return text
		.split(CODE)
		.map((part, index) => (index % 2 === 1 ? part : converted(part)))
		.join('');
}

function converted(text: string): string {
	return text
		.replace(/^ {0,3}(?:[-*_] *){3,}$/gm, '')
		.replace(/^ {0,3}#{1,6} +(.+?)(?: +#+)? *$/gm, (_, title: string) => bold(title.replace(/\*\*|__/g, '')))
		.replace(/^(\s*)[*+-] +/gm, '$1- ')
		.replace(/!?\[([^\]\n]*)\]\(<?([^\s)>]+)>?(?: +"[^"]*")?\)/g, link)
		.replace(/(\*\*|__)(?=\S)([^]*?\S)\1/g, (_, __, words: string) => bold(words))
		.replace(/(?<![\w*\\])\*(?=[^\s*])([^*\n]*[^\s*\\])\*(?![\w*])/g, '_$1_')
		.replace(/~~(?=\S)([^]*?\S)~~/g, '~$1~')
		.replace(/\\([\\`*_{}[\]()#+.!~>-])/g, '$1')
		.replaceAll(BOLD, '*');
}

function bold(words: string): string {
	return BOLD + words + BOLD;
}

function link(_: string, words: string, address: string): string {
	const name = words.trim();
	return name === '' || name === address ? address : `${name} (${address})`;
}
