import { fromMarkdown } from '../../../nodes/shared/input/words/markdown';
import { variableText, wordsAround } from '../../../nodes/shared/input/templates/variableText';
import { splitText } from '../../../nodes/shared/input/words/splitText';

describe('Markdown in WhatsApp’s own writing', () => {
	it.each([
		['**bold** and __bold__', '*bold* and *bold*'],
		['*italic* and _italic_', '_italic_ and _italic_'],
		['**bold with *italic* inside**', '*bold with _italic_ inside*'],
		['~~gone~~', '~gone~'],
		['# Title\ntext', '*Title*\ntext'],
		['### **Title** ###', '*Title*'],
		['[our shop](https://example.com/a_b)', 'our shop (https://example.com/a_b)'],
		['[https://example.com](https://example.com)', 'https://example.com'],
		['![logo](https://example.com/a.png)', 'logo (https://example.com/a.png)'],
		['* one\n* two\n  + three', '- one\n- two\n  - three'],
		['1. one\n2. two', '1. one\n2. two'],
		['> quoted', '> quoted'],
		['above\n---\nbelow', 'above\n\nbelow'],
		['`**code**` and **bold**', '`**code**` and *bold*'],
		['```js\nconst a = **b**;\n```', '```js\nconst a = **b**;\n```'],
		['2 * 3 * 4 = 24', '2 * 3 * 4 = 24'],
		['5 \\* 3', '5 * 3'],
		['snake_case_name', 'snake_case_name'],
		['plain', 'plain'],
		['', ''],
		['***both*** and ___both___', '*_both_* and *_both_*'],
		['**bold with *italic***', '*bold with _italic_*'],
		['## Use `npm` now', '*Use `npm` now*'],
		['# About __init__.py', '*About __init__.py*'],
		['https://e.com/*x*?a=*b*', 'https://e.com/*x*?a=*b*'],
		['see http://a.b/__init__.py.', 'see http://a.b/__init__.py.'],
		['**See https://e.com/a_b_c** or *https://e.com/*', '*See https://e.com/a_b_c* or _https://e.com/_'],
		['[a *b*](https://e.com/*x*)', 'a _b_ (https://e.com/*x*)'],
		['file__init__py and obj.__dict__', 'file__init__py and obj.__dict__'],
		['call __init__() of a/__init__.py', 'call __init__() of a/__init__.py'],
		['größe__äöü__maß', 'größe__äöü__maß'],
		['~~~\n**a**\n~~~\n**b**', '```\n**a**\n```\n*b*'],
		['**a**\n```py\n**b**\n\n# c', '*a*\n```py\n**b**\n\n# c'],
		['````\n```\n**b**\n```\n````\n**c**', '````\n```\n**b**\n```\n````\n*c*'],
		['```first\n\nsecond **a**```\n**b**', '```first\n\nsecond **a**```\n*b*'],
		['a:\n\n    **b** = c\n    # d\n\n**e**', 'a:\n\n    **b** = c\n    # d\n\n*e*'],
		['- a\n\n    **b**', '- a\n\n    *b*'],
		['``a`**b**`` c', '``a`**b**`` c'],
		['[x [y]](https://e.com)', 'x [y] (https://e.com)'],
		['[a\\]b](https://e.com)', 'a]b (https://e.com)'],
		['[b](<https://e.com/a b>)', 'b (https://e.com/a%20b)'],
		['[wiki](https://e.com/a_(b)) yes', 'wiki (https://e.com/a_(b)) yes'],
		['[![logo](https://e.com/a.png)](https://e.com)', 'logo (https://e.com/a.png) (https://e.com)'],
		['<https://e.com/*a*> and <ann@e.com>', 'https://e.com/*a* and ann@e.com'],
		['Tom &amp; Ann &lt;3 &#42;x&#x2a; &nope;', 'Tom & Ann <3 *x* &nope;'],
		['| Name | Price |\n|---|:-:|\n| **A** | 1 \\| 2 |\n\nend', 'Name | Price\n*A* | 1 | 2\n\nend'],
		['Title\n=====\ntext', '*Title*\ntext'],
		['Title\n-----\n\ntext', '*Title*\n\ntext'],
		['one\\\ntwo  \nthree', 'one\ntwo\nthree'],
		['**one\ntwo** three', '*one*\n*two* three'],
		['**one\n\ntwo** three', '**one\n\ntwo** three'],
		['a\r\n**b**\r\n', 'a\n*b*\n'],
		['- [ ] todo\n- [x] **done**\n1. [X] third', '☐ todo\n☑ *done*\n1. ☑ third'],
		['Prices[^1] rise.\n\n[^1]: Since May.', 'Prices[1] rise.\n\n[1] Since May.'],
		[
			'[our *shop*][s], ![logo][] and [s]\n\n[s]: https://e.com "Shop"\n[Logo]: <https://e.com/a_b.png>',
			'our _shop_ (https://e.com), logo (https://e.com/a_b.png) and s (https://e.com)',
		],
		['[Note]: read this, and [that]', '[Note]: read this, and [that]'],
		['[Source]: https://e.com\n\nno more', '[Source]: https://e.com\n\nno more'],
		[
			'[write](mailto:ann@e.com) or [call](tel:+4930123), see [above](#top)',
			'write (ann@e.com) or call (+4930123), see above',
		],
		['<b>bold</b><br/>and <strong>a <em>b</em></strong> <!-- not here -->end', '*bold*\nand *a _b_* end'],
		['a <div> and x < y > z', 'a <div> and x < y > z'],
		['5 &euro; &ndash; &copy; Ann&rsquo;s &hellip;', '5 € – © Ann’s …'],
		['`<b>x</b> [a][1] &copy; [^1] - [ ] y`\n\n[1]: https://e.com', '`<b>x</b> [a][1] &copy; [^1] - [ ] y`'],
		['```\n<br> [^1] - [ ] &copy;\n[1]: https://e.com\n```', '```\n<br> [^1] - [ ] &copy;\n[1]: https://e.com\n```'],
	])('%j is %j', (markdown, expected) => expect(fromMarkdown(markdown)).toBe(expected));

	it.each([
		['# Title\n**bold**, *italic*, _italic_, ***both***, ~~gone~~', 'Title\nbold, italic, italic, both, gone'],
		['run `npm i`:\n```sh\nnpm **i**\n```\n* done', 'run npm i:\nnpm **i**\n\n- done'],
		['[shop](https://e.com/*a*) my_file_name', 'shop (https://e.com/*a*) my_file_name'],
	])('has no marks where the channel shows them: %j is %j', (markdown, expected) =>
		expect(fromMarkdown(markdown, true)).toBe(expected),
	);

	it('is not mistaken for what stands for its marks', () => {
		expect(fromMarkdown('\uE0031\uE004 `\uE0030\uE004` \uE000**b**')).toBe('1 `0` *b*');
	});

	it.each([
		...['**a ', '[a', '`a ', '_a ', '*a ', '# a\n', '_a_b ', '`a`', '[a](', '[[', '<a', 'https://a*', '| a |\n'],
		...['***a', '**a** ', '&amp;', '*a\n', '__a b', 'a\n\n', '![', ' '.repeat(9), '\\'],
		...['<b>', '<!--', '<br>', ' <br', '[^', '- [ ] ', '[a][', '[a]: https://e.com\n', '[a]'],
	])('is read fast, however often it has %j', (mark) => {
		const startedAt = performance.now();
		fromMarkdown(mark.repeat(4000));
		expect(performance.now() - startedAt).toBeLessThan(1000);
	});
});

describe('the value of a variable', () => {
	it.each([['a\nb'], ['a\tb'], ['a     b'], ['a\r\nb']])('is on one line: %j', (value) => {
		expect(() => variableText('Body {{1}}', value)).toThrow("'Body {{1}}' holds a line break, a tab or five blanks");
	});

	it.each([
		['a\nb', 'a b'],
		['a \r\n b', 'a b'],
		['a\t\tb', 'a b'],
		['a      b\n', 'a b'],
		['a  b', 'a b'],
		['a    b   c', 'a b c'],
	])('can be made so: %j is %j', (value, expected) => {
		expect(variableText('Body {{1}}', value, { flattens: true })).toBe(expected);
	});

	it.each([
		['Hello {{1}}, your order {{2}} is on its way.', '1', 'Hello ▢, your order…'],
		['Hello {{1}}, your order {{2}} is on its way.', '2', '…your order ▢ is on its way.'],
		['Hi {{ name }}', 'name', 'Hi ▢'],
		[
			'Dear customer, thank you for your order number {{1}}. It arrives on Monday between 8 and 9',
			'1',
			'…number ▢. It arrives on Monday…',
		],
		['{{1}}{{2}} "quoted" words', '2', '…▢ "quoted" words'],
		['a\n\n{{1}}\n', '1', 'a ▢'],
		['Donaudampfschifffahrt{{1}}Donaudampfschifffahrtsgesellschaft', '1', '…fschifffahrt▢Donaudampfschifffahrtsge…'],
	])('is shown with the words around it: %j, %s', (text, variable, words) => {
		expect(wordsAround(text, variable)).toBe(words);
	});

	it('is shown with no more than a few words on each side', () => {
		const text = `${'many words '.repeat(20)}{{1}}${' and more'.repeat(20)}`;
		expect(wordsAround(text, '1')).toBe('…many words ▢ and more and more and…');
	});
});

describe('a long text', () => {
	const ten = { max: 10, unit: 'characters' } as const;

	it.each([
		['stays whole where it fits', 'Hi, Ann 👍👍', ['Hi, Ann 👍👍']],
		['is cut between paragraphs', 'One. Two.\n\nThree', ['One. Two.', 'Three']],
		['is cut at the last paragraph that fits', 'A\n\nB\n \nCcccc Ddddd', ['A\n\nB', 'Ccccc', 'Ddddd']],
		['is cut behind a sentence', 'One. Two. Three four', ['One. Two.', 'Three four']],
		['is cut behind a sentence in quotes', '“One!” Two three', ['“One!”', 'Two three']],
		['is cut behind a sentence without blanks', '你好吗。我们明天见面。', ['你好吗。', '我们明天见面。']],
		['is cut between lines', '- one\n- two three', ['- one', '- two', 'three']],
		['is cut between words', 'one two three', ['one two', 'three']],
		['is cut within a word that is longer than a part', 'abcdefghijkl', ['abcdefghij', 'kl']],
		['is never cut within a character', '👍'.repeat(12), ['👍'.repeat(10), '👍👍']],
		['loses no words', '  one\n\n\n\ntwo three four  ', ['one', 'two three', 'four']],
	])('%s', (_, text, parts) => {
		expect(splitText(text, ten)).toEqual(parts);
	});

	it('loses the blanks around it only where it is too long', () => {
		expect(splitText(' one ', ten)).toEqual([' one ']);
		expect(splitText(`one${' '.repeat(20)}`, ten)).toEqual(['one']);
		expect(splitText(`${'\n'.repeat(50)}end`, ten)).toEqual(['end']);
	});

	it.each(['👨‍👩‍👧‍👦', '🇫🇷', '👍🏽', 'e\u0301'])('is never cut within %s, which is several characters', (character) => {
		const parts = splitText(character.repeat(500), { max: 201, unit: 'characters' });
		expect(parts.join('')).toBe(character.repeat(500));
		for (const part of parts) expect(part.replaceAll(character, '')).toBe('');
	});

	it('is cut within a character that is longer than a part', () => {
		const text = `e${'\u0301'.repeat(1000)}`;
		expect(splitText(text, { max: 300, unit: 'characters' }).join('')).toBe(text);
	});

	it.each(['```js', '```', 'See ```'])(
		'ends code that begins with %s in each part, and begins it anew in the next',
		(fence) => {
			const lines = Array.from({ length: 60 }, (_, index) => `  line ${index}(${'x'.repeat(index % 9)});`);
			const text = `First. Words.\n\n${fence}\n${lines.join('\n')}\n\`\`\`\nLast words.`;
			const parts = splitText(text, { max: 300, unit: 'characters' });
			expect(parts.length).toBeGreaterThan(3);
			for (const part of parts) {
				expect(part.length).toBeLessThanOrEqual(300);
				expect((part.match(/```/g) ?? []).length % 2).toBe(0);
			}
			expect(parts.join('\n').match(/^ {2}line .*$/gm)).toEqual(lines);
			expect(parts[2]).toMatch(fence === '```js' ? /^```js\n {2}line/ : /^```\n {2}line/);
			expect(parts.at(-1)).toMatch(/```\nLast words\.$/);
		},
	);

	it.each([
		['*Bold words. And more of them* end', ['*Bold words.*', '*And more of them* end']],
		['_italic words of one line_', ['_italic words of one_', '_line_']],
		['~gone~ and ~more words that are gone~', ['~gone~ and ~more words~', '~that are gone~']],
		['a `b c d e f g h i j k l m n` o', ['a `b c d e f g h i j`', '`k l m n` o']],
		['*bold _and italic words_ here*', ['*bold _and italic_*', '*_words_ here*']],
		['`a *b c d e f g h i j k l m* n`', ['`a *b c d e f g h i j k`', '`l m* n`']],
		['2 * 3 and some more * 7 and so on', ['2 * 3 and some more * 7', 'and so on']],
		['snake_case and words_of_a name', ['snake_case and', 'words_of_a name']],
		['*one line\nof two* and others here', ['*one line', 'of two* and others here']],
		['*whole* and then other words', ['*whole* and then other', 'words']],
	])('ends what is emphasized in each part, and begins it anew in the next: %j', (text, parts) => {
		expect(splitText(text, { max: 24, unit: 'characters' })).toEqual(parts);
		for (const part of parts) expect(part.length).toBeLessThanOrEqual(24);
	});

	it('is cut anywhere in emphasis without an end, and loses no words of it', () => {
		const words = Array.from({ length: 300 }, (_, index) => `w${index}`);
		for (let max = 13; max < 80; max++) {
			const parts = splitText(`*_~${words.join(' ')}~_* \`${words.join(' ')}\``, { max, unit: 'bytes' });
			expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(max);
			expect(parts.join(' ').match(/w\d+/g)).toEqual([...words, ...words]);
		}
	});

	it('is cut in code of one line too', () => {
		const text = `\`\`\`\n${'x'.repeat(1000)}\n\`\`\``;
		const parts = splitText(text, { max: 200, unit: 'bytes' });
		expect(parts.join('').replace(/[^x]/g, '')).toBe('x'.repeat(1000));
		expect(parts.every((part) => /^```\nx+\n```$/.test(part) && part.length <= 200)).toBe(true);
	});

	it('is counted in bytes where the channel counts those', () => {
		expect(splitText('éééééé', { max: 10, unit: 'bytes' })).toEqual(['ééééé', 'é']);
	});

	it('is cut fast, however long it is', () => {
		const parts = splitText('A sentence of some words. '.repeat(40_000), { max: 4096, unit: 'characters' });
		expect(parts.length).toBeLessThan(260);
		expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(4096);
	});
});
