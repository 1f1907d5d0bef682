import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { INodeTypeDescription, IWebhookFunctions } from 'n8n-workflow';

const root = join(__dirname, '..');
const npm = (...args: string[]) => execFileSync('npm', [...args, '--loglevel=error'], { cwd: root, encoding: 'utf8' });

interface Manifest {
	dependencies?: object;
	peerDependencies: object;
	scripts: Record<string, string>;
	n8n: { nodes: string[]; credentials: string[] };
}

/** The one library that is bundled: a file of its own. */
const LIBRARY = 'dist/code/libphonenumber-js.js';

let folder: string;
let tarball: string;
let unpacked: string;
let files: string[];
let manifest: Manifest;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'packed-'));
	execFileSync(process.execPath, [join(root, 'node_modules/gulp/bin/gulp.js'), 'build', '--silent'], { cwd: root });
	tarball = join(folder, npm('pack', '--silent', '--pack-destination', folder).trim().split('\n').at(-1)!);
	// Outside the repository, with n8n-workflow beside it as in a user's n8n and nothing else.
	unpacked = join(folder, 'node_modules', 'n8n-nodes-partoo');
	mkdirSync(unpacked, { recursive: true });
	execFileSync('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
	symlinkSync(join(root, 'node_modules', 'n8n-workflow'), join(folder, 'node_modules', 'n8n-workflow'));
	files = readdirSync(unpacked, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(unpacked, join(entry.parentPath, entry.name)));
	manifest = JSON.parse(readFileSync(join(unpacked, 'package.json'), 'utf8')) as Manifest;
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the published package', () => {
	it('holds what is built and nothing else', () => {
		const beside = files.filter((file) => !file.startsWith('dist/')).sort();
		expect(beside).toEqual(['LICENSE.md', 'README.md', 'package.json']);
		expect(files.filter((file) => /\.(map|tsbuildinfo|ts)$/.test(file))).toEqual([]);
		expect(files.filter((file) => /sandbox|demo|test|bench/i.test(file))).toEqual([]);
	});

	it('brings no runtime dependencies and runs no scripts on installation', () => {
		expect(manifest.dependencies ?? {}).toEqual({});
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
		const lifecycle = [
			'preinstall',
			'install',
			'postinstall',
			'prepare',
			'prepublish',
			'prepublishOnly',
			'prepack',
			'postpack',
		];
		expect(Object.keys(manifest.scripts).filter((name) => lifecycle.includes(name))).toEqual([]);
	});

	/**
	 * Of 1418 kB unpacked and 361 kB packed, what n8n shows is 190 kB and 35 kB, though the code says it too: n8n starts
	 * without reading that. The rules of phone numbers of all countries are 232 kB and 46 kB.
	 */
	it('is small', () => {
		const sizeOf = (names: string[]) => names.reduce((sum, file) => sum + statSync(join(unpacked, file)).size, 0);
		expect(sizeOf(files.filter((file) => file !== LIBRARY))).toBeLessThan(1_190_000);
		expect(sizeOf([LIBRARY])).toBeLessThan(240_000);
		expect(statSync(tarball).size).toBeLessThan(365_000);
	});

	it('can be read: with the names and the comments of the source, and no line as long as a minified file', () => {
		// The patterns of the library are as long as a country's numbering plan.
		for (const file of files.filter((name) => name.endsWith('.js') && name !== LIBRARY)) {
			const lines = readFileSync(join(unpacked, file), 'utf8').split('\n');
			expect({ file, longest: Math.max(...lines.map(({ length }) => length)) < 700 }).toEqual({ file, longest: true });
		}
		const partoo = readFileSync(join(unpacked, 'dist/code/PartooRooms.js'), 'utf8');
		expect(partoo).toContain("* Answers a call to the trigger's URL and decides whether it starts the workflow.");
	});

	it('names the functions in a stack trace', async () => {
		const load = createRequire(join(unpacked, 'package.json'));
		const { PartooTrigger } = load('./dist/nodes/Partoo/PartooTrigger.node.js') as Record<
			string,
			new () => { webhook: () => Promise<unknown> }
		>;
		let stack = '';
		const caller = new Proxy({} as IWebhookFunctions, {
			get() {
				stack ||= new Error().stack!;
				throw new Error('n8n is not there');
			},
		});
		await new PartooTrigger!().webhook.call(caller).catch(() => undefined);
		expect(stack).toMatch(/at (async )?(\w+\.)?receive(\$\d)? \(.*code.PartooRooms\.js:\d+:\d+\)/);
		expect(stack).toMatch(/at (async )?(\w+\.)?webhook \(.*code.PartooTrigger\.js:\d+:\d+\)/);
	});

	it("passes the rules of n8n's scanner", () => {
		const eslint = join(root, 'node_modules/eslint/bin/eslint.js');
		const options = ['--config', join(root, 'eslint.config.mjs'), '--no-ignore', '--max-warnings', '0'];
		execFileSync(process.execPath, [eslint, ...options, 'dist/**/*.js', 'package.json'], { cwd: unpacked });
	});

	it('is shown without being read, and shows what the code says', () => {
		const script = `
			const show = (file) => Object.entries(require(file)).map(([name, Type]) => [name, new Type()]);
			const shown = ${JSON.stringify([...manifest.n8n.nodes, ...manifest.n8n.credentials])}.flatMap((file) => show('./' + file));
			const read = Object.keys(require.cache).filter((file) => /\\bcode\\b/.test(file)).map((file) => path.basename(file));
			const whole = shown.map(([name]) => [name, new (require('./dist/code/' + name + '.js')[name])()]);
			const functionsToo = (_key, value) => (typeof value === 'function' ? 'a function' : value);
			const texts = [shown, whole].map((all) =>
				all.map(([name, one]) => JSON.stringify({ webhook: one.webhook, authenticate: one.authenticate, ...one }, functionsToo)));
			console.log(JSON.stringify({ read, count: shown.length, others: shown.filter((_, at) => texts[0][at] !== texts[1][at]) }));
		`;
		const told = execFileSync(process.execPath, ['-e', script], { cwd: unpacked, encoding: 'utf8' });
		expect(JSON.parse(told)).toEqual({ read: ['requiredN8n.js'], count: 9, others: [] });
	});

	it('makes a second node that has nothing of what n8n added to the first', () => {
		const load = createRequire(join(unpacked, 'package.json'));
		const { Partoo } = load('./dist/nodes/Partoo/Partoo.node.js') as Record<
			string,
			new () => { description: INodeTypeDescription }
		>;
		const before = JSON.stringify(new Partoo!().description);
		new Partoo!().description.properties.pop();
		expect(JSON.stringify(new Partoo!().description)).toBe(before);
	});

	it('reads the rules of phone numbers with the first number, and brings the licences of all that is in them', () => {
		const shared = readFileSync(join(unpacked, 'dist/code/shared.js'), 'utf8');
		const requires = [...shared.matchAll(/^.*require\('\.\/libphonenumber-js\.js'\).*$/gm)].map(([line]) => line);
		expect(requires).toEqual([expect.stringContaining('new Proxy({}, { get:')]);
		const script = "require('./dist/code/shared.js'); console.log(Object.keys(require.cache).join())";
		const read = execFileSync(process.execPath, ['-e', script], { cwd: unpacked, encoding: 'utf8' });
		expect(read).toContain('shared.js');
		expect(read).not.toContain('libphonenumber');
		const licences = readFileSync(join(unpacked, 'dist/THIRD-PARTY.md'), 'utf8');
		expect(licences).toContain('## libphonenumber-js');
		expect(licences).toContain('The MIT License');
		expect(licences).toContain('Apache License');
	});

	it('loads every node and credential that it names, with their icons and codex files', () => {
		const load = createRequire(join(unpacked, 'package.json'));
		for (const path of [...manifest.n8n.nodes, ...manifest.n8n.credentials]) {
			const exported = load(`./${path}`) as Record<
				string,
				new () => { icon?: object; description?: INodeTypeDescription }
			>;
			const name = path.split('/').at(-1)!.split('.')[0]!;
			const loaded = new exported[name]!();
			const icon = (loaded.description?.icon ?? loaded.icon) as { light: string; dark: string };
			for (const file of [icon.light, icon.dark]) {
				expect(statSync(join(unpacked, path, '..', file.replace('file:', ''))).size).toBeGreaterThan(100);
			}
			if (loaded.description) {
				expect(files).toContain(path.replace(/\.js$/, '.json'));
				expect(JSON.stringify(loaded.description).length).toBeLessThan(65_000);
			}
		}
	});

	it('needs nothing but n8n-workflow and Node', () => {
		const required = files
			.filter((file) => file.endsWith('.js'))
			.flatMap((file) => [...readFileSync(join(unpacked, file), 'utf8').matchAll(/require\("([^."][^"]*)"\)/g)])
			.map((match) => match[1]);
		expect([...new Set(required)].sort()).toEqual(['crypto', 'n8n-workflow']);
	});
});
