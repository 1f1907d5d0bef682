import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { CallbellApi } from '../credentials/CallbellApi.credentials';
import { Dialog360Api } from '../credentials/Dialog360Api.credentials';
import { PartooApi } from '../credentials/PartooApi.credentials';
import { Callbell } from '../nodes/Callbell/Callbell.node';
import { CallbellTrigger } from '../nodes/Callbell/CallbellTrigger.node';
import { Dialog360 } from '../nodes/Dialog360/Dialog360.node';
import { Dialog360Trigger } from '../nodes/Dialog360/Dialog360Trigger.node';
import { Partoo } from '../nodes/Partoo/Partoo.node';
import { PartooTrigger } from '../nodes/Partoo/PartooTrigger.node';
import { homepage, repository, scripts } from '../package.json';
import { withErrorTables } from '../scripts/errorPage';

const NODES = [Partoo, PartooTrigger, Dialog360, Dialog360Trigger, Callbell, CallbellTrigger].map((Node) => new Node());
const CREDENTIALS = [PartooApi, Dialog360Api, CallbellApi].map((Credential) => new Credential());
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
	expect(filesIn('docs/pictures', /\./).filter((picture) => !shown.includes(picture))).toEqual([]);
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

it('the page of what goes wrong has every code, with what the nodes say of it', () => {
	const page = read('docs/what-goes-wrong.md');
	expect(withErrorTables(page) === page ? '' : 'npm run docs writes it anew').toBe('');
	const ours = [...CODE.matchAll(/(?:\bcode: |ENDLESS = )'([A-Z_\d]+)'/g)].map(([, one]) => one!);
	expect(ours.length).toBeGreaterThan(20);
	// 'LATE' ends a download of the trigger, which shows the sentence alone.
	const shown = [...new Set(ours)].filter((one) => one !== 'LATE');
	expect(shown.filter((one) => !page.includes(`\`${one}\``))).toEqual([]);
});

/** Words of n8n, of the providers and of what a workflow shows that pages quote as one quotes a label. */
const WORDS_OF_OTHERS = new Set([
	...[
		'Settings',
		'Community nodes',
		'Install',
		'Execute step',
		'Import from File',
		'Publish',
		'Edit Output',
		'Listen for test event',
	],
	...['Test', 'Binary Mode', 'Retry On Fail', 'Continue On Fail', 'Continue (using error output)', 'Human review'],
	...['Tool Description', 'Set Automatically', 'Set Manually', 'Let the model define this parameter', 'Add value'],
	...['Header Auth', 'Predefined Credential Type', 'webhook processor'],
	// Nodes of n8n, and of examples.
	...['Edit Fields', 'Execute Sub-workflow', 'HTTP Request', 'IF', 'Loop Over Items', 'Remove Duplicates', 'Switch'],
	...['Wait', 'Webhook', 'People', 'Answer the customer'],
	// Of providers.
	...['Integrations', 'API Keys', 'API', 'Approve', 'Decline', 'mismatch', 'failed'],
]);
const CODE = filesIn('nodes', /\.ts$/).map(read).join('\n');
/** Texts of forms: those of descriptions, and those that grow out of a template. */
const LABELS = new Set(
	[...NODES.map(({ description }) => description), ...CREDENTIALS.map(({ properties }) => properties)]
		.flatMap((form) => [...JSON.stringify(form).matchAll(/"(?:displayName|name|placeholder)":"((?:[^"\\]|\\.)*)"/g)])
		.map(([, label]) => label!),
);
const isShown = (label: string) =>
	LABELS.has(label) || CODE.includes(`: ${label}\``) || CODE.includes(`Label: '${label}'`);
const USER_PAGES = [
	'README',
	...['partoo', '360dialog', 'callbell', 'triggers', 'output', 'what-goes-wrong'].map((name) => `docs/${name}`),
];

/** What a text quotes as one quotes a label: `*Filters > Statuses*` are two. */
function labelsQuoted(text: string): string[] {
	const plain = withoutCode(text)
		.replace(/`[^`\n]*`/g, '')
		.replaceAll('**', '');
	const quoted = [...plain.matchAll(/(?<![\w*])\*([^*\n]+)\*(?![\w*])/g)];
	return [...new Set(quoted.flatMap(([, words]) => words!.split(/ > |: /)))];
}

it.each([...USER_PAGES, 'docs/what-you-fill-in', 'docs/coming-from-http-request', 'docs/ai-agents'])(
	'%s.md quotes no label that nobody can find',
	(page) => {
		const quoted = labelsQuoted(read(`${page}.md`));
		expect(quoted.length).toBeGreaterThan(0);
		expect(quoted.filter((one) => !isShown(one) && !WORDS_OF_OTHERS.has(one))).toEqual([]);
	},
);

/** Words of n8n that notes of examples quote beside those above, and what a person writes into a chat. */
const WORDS_OF_NOTES = new Set([
	...['Execute workflow', 'On Error', 'Stop', '⋮', 'Timezone', 'Source', 'Delimiter', 'Extract From XLSX'],
	...['History Size', 'Clear Deduplication History', 'Google Drive', 'Read Files from Disk', 'Schedule Trigger'],
	...['Postgres Chat Memory', 'Redis Chat Memory', 'When Executed by Another Workflow'],
	'Please pay order 4711 back',
]);

const EXAMPLES = filesIn('examples', /\.json$/);
/** An example names another one by the heading of its note. */
const HEADINGS_OF_NOTES = EXAMPLES.flatMap((file) => read(file).match(/"## [^\\]+/g) ?? []).join('\n');

it.each(EXAMPLES)('the note of %s quotes no label that nobody can find', (file) => {
	const { nodes, ...rest } = JSON.parse(read(file)) as { nodes: Array<{ type: string; parameters: object }> };
	const isNote = ({ type }: { type: string }) => type === 'n8n-nodes-base.stickyNote';
	const [note] = nodes.filter(isNote).map(({ parameters }) => (parameters as { content: string }).content);
	const shown = `${JSON.stringify([nodes.filter((node) => !isNote(node)), rest])}${HEADINGS_OF_NOTES}`;
	const isKnown = (one: string) => isShown(one) || WORDS_OF_OTHERS.has(one) || WORDS_OF_NOTES.has(one);
	expect(labelsQuoted(note!).filter((one) => !isKnown(one) && !shown.includes(one))).toEqual([]);
});

it.each(DOCUMENTS.filter((document) => !document.includes('providers')))(
	'%s has no JSON that cannot be read',
	(document) => {
		const blocks = [...read(document).matchAll(/^```json\n([^]*?)^```$/gm)].map(([, json]) => json!);
		for (const json of blocks) expect(() => void JSON.parse(json)).not.toThrow();
	},
);
