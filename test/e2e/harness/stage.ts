import { N8nClient } from '../../../demo/n8nClient';
import { Sandbox } from '../../sandboxClient/sandbox';
import { STAGE_VARIABLE, type StageAddresses } from './addresses';
import { turn } from './switch';
import { Workflows } from './workflows';

/** Milliseconds; a busy n8n may take longer to answer than the providers wait. What is repeated on purpose still is. */
export const PATIENT = { webhookTimeoutMs: 60_000 };

/** What the tests of one file work with. */
export interface Stage extends Pick<StageAddresses, 'webhookKeyFile'> {
	addresses: StageAddresses;
	n8n: N8nClient;
	workflows: Workflows;
	sandbox: Sandbox;
	stopN8n(): Promise<void>;
	/** As a container does that gets a new version, with all the patience that n8n has itself: SIGTERM. */
	endN8n(): Promise<void>;
	/** As the machine does that it runs on when it has no memory left: SIGKILL. */
	killN8n(): Promise<void>;
	startN8n(): Promise<void>;
}

/** Enters the stage that `main.ts` set: logged in to n8n, with a sandbox in which nothing has happened yet. */
export async function enterStage(): Promise<Stage> {
	const text = process.env[STAGE_VARIABLE];
	if (text === undefined) throw new Error('These tests need a running n8n: start them with "npm run test:e2e".');
	const addresses = JSON.parse(text) as StageAddresses;
	const n8n = new N8nClient(addresses.n8n);
	await n8n.logIn();
	const sandbox = new Sandbox(addresses.sandbox, async () => undefined);
	await sandbox.reset();
	for (const provider of ['partoo', 'dialog360', 'callbell']) await sandbox.settings(PATIENT, provider);
	return {
		addresses,
		webhookKeyFile: addresses.webhookKeyFile,
		n8n,
		workflows: new Workflows(n8n),
		sandbox,
		stopN8n: async () => await turn(addresses.powerSwitch, '/stop'),
		endN8n: async () => await turn(addresses.powerSwitch, '/end'),
		killN8n: async () => await turn(addresses.powerSwitch, '/kill'),
		startN8n: async () => await turn(addresses.powerSwitch, '/start'),
	};
}
