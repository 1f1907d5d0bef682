import { parseArgs } from 'node:util';

import { runUntilStopped } from './lifecycle';
import { DEV_DATA } from './paths';
import { reloadOnSave } from './reloadOnSave';
import { addressesOf, startAll } from './startAll';

/** `npm run dev`, or `npm run dev -- --fresh`. */
async function dev(): Promise<number> {
	const { values } = parseArgs({ options: { fresh: { type: 'boolean' } } });
	const everything = await startAll({
		userFolder: DEV_DATA,
		isFresh: values.fresh,
		env: { N8N_DEV_RELOAD: 'true' },
	});
	const { server, sandbox } = everything;
	reloadOnSave(DEV_DATA);
	console.log(
		[
			'',
			...addressesOf(everything),
			'',
			'A file of nodes/, credentials/ or icons/ that is saved is in n8n a few seconds later, in an open editor too.',
			'A node that package.json names newly needs a new start. Ctrl-C stops everything.',
		].join('\n'),
	);
	await Promise.race([sandbox.ended, server.ended]);
	console.error('n8n or the sandbox has ended.');
	return 1;
}

runUntilStopped('n8n for development', dev);
