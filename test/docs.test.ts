import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { homepage, repository, scripts } from '../package.json';

const ROOT = join(__dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const filesIn = (folder: string, end: RegExp, recursive = true) =>
	readdirSync(join(ROOT, folder), { recursive, encoding: 'utf8' })
		.filter((name) => end.test(name))
		.map((name) => join(folder, name));

const DOCUMENTS = [
	...filesIn('.', /\.md$/, false),
	...filesIn('docs', /\.md$/),
	...filesIn('examples', /\.md$/),
	...filesIn('.github', /\.md$/),
];

/** As GitHub makes them: of headings, of `<a name>`, and with a number where a heading comes twice. */
function anchorsIn(markdown: string): Set<string> {
	const anchors = new Set<string>();
	for (const [, name] of markdown.matchAll(/<a (?:name|id)="([^"]+)"/g)) anchors.add(name!);
	for (const [, heading] of withoutCode(markdown).matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
		const words = heading!.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
		const slug = words.replace(/[^\p{L}\p{N}\p{M} _-]/gu, '').replaceAll(' ', '-');
		let anchor = slug;
		for (let again = 1; anchors.has(anchor); again++) anchor = `${slug}-${again}`;
		anchors.add(anchor);
	}
	return anchors;
}

function withoutCode(markdown: string): string {
	return markdown.replace(/^ *(```+)[^]*?^ *\1 *$/gm, '');
}

function linksIn(markdown: string): string[] {
	const text = withoutCode(markdown).replace(/`[^`\n]*`/g, '');
	const patterns = [
		/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g,
		/^ *\[[^\]]+\]: *<?([^\s>]+)/gm,
		/<(?:img|a)[^>]* (?:src|href)="([^"]+)"/g,
	];
	return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]!));
}

/** Relative links that lead to no file, or to no heading of it. */
function brokenLinks(document: string, markdown: string): string[] {
	return linksIn(markdown).filter((link) => {
		if (/^[a-z]+:/i.test(link)) return false;
		const [path, anchor] = decodeURI(link).split('#') as [string, string?];
		const target = path === '' ? document : join(dirname(document), path);
		if (target.startsWith('..') || !existsSync(join(ROOT, target))) return true;
		if (anchor === undefined || statSync(join(ROOT, target)).isDirectory()) return anchor !== undefined;
		return !anchorsIn(target === document ? markdown : read(target)).has(anchor);
	});
}

function unknownScripts(markdown: string): string[] {
	return [...markdown.matchAll(/npm (?:run ([\w:.-]*\w)|(test|start)\b)/g)]
		.map(([, named, shorthand]) => (named ?? shorthand)!)
		.filter((name) => !(name in scripts));
}

it('finds what is broken', () => {
	const text = [
		'# Now & then\n## `a.b` twice\n## `a.b` twice\n',
		'[good](#now--then) ![good](docs/pictures/editor.png) [good](#ab-twice-1) [good](LICENSE.md) [far](https://x.test/no.md)',
		'[bad](#ab-twice-2) [bad](nowhere.md) [bad](LICENSE.md#nowhere) [bad](../README.md)\n\n[far]: nowhere.png\n',
		'`[code](nowhere)` `npm run nothing` `npm run test:nothing -- x` `npm run test:e2e` `npm test`\n',
		'```\n# No heading\n[code](nowhere)\n```\n[bad](#no-heading) <img src="nowhere.svg">',
	].join('\n');
	expect(brokenLinks('README.md', text).sort()).toEqual(
		[
			'#ab-twice-2',
			'#no-heading',
			'../README.md',
			'LICENSE.md#nowhere',
			'nowhere.md',
			'nowhere.png',
			'nowhere.svg',
		].sort(),
	);
	expect(unknownScripts(text)).toEqual(['nothing', 'test:nothing']);
});

describe.each(DOCUMENTS)('%s', (document) => {
	it('has links that lead to something', () => {
		expect(brokenLinks(document, read(document))).toEqual([]);
	});

	it('names no command that is not there', () => {
		expect(unknownScripts(read(document))).toEqual([]);
	});
});

it('every picture is shown somewhere', () => {
	const shown = DOCUMENTS.flatMap((document) => linksIn(read(document)).map((link) => join(dirname(document), link)));
	expect(filesIn('docs/pictures', /./).filter((picture) => !shown.includes(picture))).toEqual([]);
});

// n8n's editor links to them, and the account that owns the repository is written in each.
it('every address of ours that n8n shows is of the repository in package.json, and leads to a heading', () => {
	expect(repository.url).toBe(`git+${homepage}.git`);
	const files = [...filesIn('nodes', /\.node\.json$/), ...filesIn('credentials', /\.ts$/)];
	const addresses = files.flatMap((file) =>
		[...read(file).matchAll(/https:\/\/github\.com\/[^'"]+/g)].map(([address]) => address),
	);
	expect(addresses.length).toBeGreaterThanOrEqual(files.length);
	const wrong = addresses.filter((address) => {
		if (!address.startsWith(homepage)) return true;
		const link = address.slice(homepage.length).replace(/^\/blob\/main\//, '');
		return brokenLinks('README.md', `${read('README.md')}\n[here](${link})`).includes(link);
	});
	expect(wrong).toEqual([]);
});
