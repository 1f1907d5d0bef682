import { join } from 'node:path';

import { runCommand, runNpm } from '../../demo/command';
import { buildNodes } from '../../demo/packNodes';
import { N8N_FOLDER, ROOT } from '../../demo/paths';
import { n8n } from '../../package.json';
import { atMost, type Bench, figure, median } from '../figures';

const ROUNDS = 9;
/** Of the time that n8n's own WhatsApp node and its trigger take in the same run: machines differ by a factor of two. */
const LOAD_SHARE_LIMIT = 0.03;
const DESCRIPTION_LIMIT_KB = 70;
/**
 * Readable: with names and comments. Of which the rules of phone numbers of all countries are 196, and what n8n shows,
 * written down so that no code is read for it, 190.
 */
const UNPACKED_LIMIT_KB = 1400;

const OURS = [...n8n.nodes, ...n8n.credentials].map((file) => `./${file}`);
const WHATSAPP = [
	'n8n-nodes-base/dist/nodes/WhatsApp/WhatsApp.node.js',
	'n8n-nodes-base/dist/nodes/WhatsApp/WhatsAppTrigger.node.js',
];

/** What the package costs an n8n that starts, and a user who installs it. */
export const bench: Bench = async () => {
	await buildNodes();
	const rounds: Array<{ ours: Loaded; whatsApp: Loaded }> = [];
	// By turns: what else the machine does hits both alike.
	while (rounds.length < ROUNDS) {
		rounds.push({ ours: await load(ROOT, OURS), whatsApp: await load(N8N_FOLDER, WHATSAPP) });
	}
	const ours = median(rounds.map((round) => round.ours.milliseconds));
	const whatsApp = median(rounds.map((round) => round.whatsApp.milliseconds));
	const [first] = rounds as [(typeof rounds)[number]];
	const packed = await runNpm(['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'], { cwd: ROOT });
	const [{ size, unpackedSize }] = JSON.parse(packed) as [{ size: number; unpackedSize: number }];
	return [
		atMost(LOAD_SHARE_LIMIT * whatsApp, {
			name: 'load.require',
			value: ours,
			unit: 'ms',
			peers: { 'WhatsApp Business Cloud': whatsApp },
			ratio: ours / whatsApp,
			note: `all built nodes and credentials, n8n-workflow loaded before; median of ${ROUNDS} processes, ratio to WhatsApp`,
		}),
		atMost(DESCRIPTION_LIMIT_KB, {
			name: 'load.description',
			value: first.ours.largest / 1000,
			unit: 'kB',
			peers: { 'WhatsApp Business Cloud': first.whatsApp.largest / 1000 },
			note: 'the largest of the descriptions as JSON',
		}),
		atMost(UNPACKED_LIMIT_KB, {
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
	const script = [join(__dirname, '..', 'requireTime.cjs'), join(folder, 'package.json'), ...files];
	return JSON.parse(await runCommand(process.execPath, script, { cwd: ROOT })) as Loaded;
}
