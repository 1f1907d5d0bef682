import { join } from 'node:path';

import { runCommand, runNpm } from '../../demo/command';
import { N8N_FOLDER, ROOT } from '../../demo/paths';
import { n8n } from '../../package.json';
import { atMost, type Bench, figure, median } from '../figures';

const ROUNDS = 9;
const LOAD_LIMIT_MS = 15;
const DESCRIPTION_LIMIT_KB = 60;
/** Of six nodes it may have 300 kB; of fewer, 200 kB. */
const TARBALL_LIMIT_KB = n8n.nodes.length >= 6 ? 300 : 200;

const WHATSAPP = [
	'n8n-nodes-base/dist/nodes/WhatsApp/WhatsApp.node.js',
	'n8n-nodes-base/dist/nodes/WhatsApp/WhatsAppTrigger.node.js',
];

/** What the package costs an n8n that starts, and a user who installs it. */
export const bench: Bench = async () => {
	await runCommand(process.execPath, [join(ROOT, 'node_modules', 'gulp', 'bin', 'gulp.js'), 'build'], { cwd: ROOT });
	const ours = await load(
		ROOT,
		[...n8n.nodes, ...n8n.credentials].map((file) => `./${file}`),
	);
	const whatsApp = await load(N8N_FOLDER, WHATSAPP);
	const packed = await runNpm(['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'], { cwd: ROOT });
	const [{ size, unpackedSize }] = JSON.parse(packed) as [{ size: number; unpackedSize: number }];
	return [
		atMost(LOAD_LIMIT_MS, {
			name: 'load.require',
			value: ours.milliseconds,
			unit: 'ms',
			peers: { 'WhatsApp Business Cloud': whatsApp.milliseconds },
			note: `all built nodes and credentials, n8n-workflow loaded before; median of ${ROUNDS} processes`,
		}),
		atMost(DESCRIPTION_LIMIT_KB, {
			name: 'load.description',
			value: ours.largest / 1000,
			unit: 'kB',
			peers: { 'WhatsApp Business Cloud': whatsApp.largest / 1000 },
			note: 'the largest of the descriptions as JSON',
		}),
		atMost(TARBALL_LIMIT_KB, {
			name: 'load.unpacked',
			value: unpackedSize / 1000,
			unit: 'kB',
			note: 'the installed package',
		}),
		figure({ name: 'load.tarball', value: size / 1000, unit: 'kB', note: 'what is downloaded' }),
	];
};

interface Loaded {
	milliseconds: number;
	/** Bytes. */
	largest: number;
}

async function load(folder: string, files: string[]): Promise<Loaded> {
	const runs: Loaded[] = [];
	for (let round = 0; round < ROUNDS; round++) {
		const script = [join(__dirname, '..', 'requireTime.cjs'), join(folder, 'package.json'), ...files];
		runs.push(JSON.parse(await runCommand(process.execPath, script, { cwd: ROOT })) as Loaded);
	}
	return { milliseconds: median(runs.map(({ milliseconds }) => milliseconds)), largest: runs[0]!.largest };
}
