import { join } from 'node:path';

import { ROOT } from '../../../demo/paths';

/** Everything that these tests write: n8n's database, its log and the packed nodes. */
export const E2E_DATA = join(ROOT, '.data', 'e2e');

/** The environment variable in which the tests find the stage. */
export const STAGE_VARIABLE = 'E2E_STAGE';

/** Where everything is that runs while the tests do; as JSON in {@link STAGE_VARIABLE}. */
export interface StageAddresses {
	/** n8n itself: its editor and its API. */
	n8n: string;
	/** The proxy before n8n, which the webhook URLs lead to. */
	webhooks: string;
	sandbox: string;
	/** Stops and starts n8n: `POST /stop`, `POST /start`. */
	powerSwitch: string;
	/** Starts a second n8n, and halts its database. */
	postgresSwitch: string;
	/** Starts an n8n in queue mode, and kills its workers. */
	queueSwitch: string;
	/** The private key with which the sandbox signs its calls. */
	webhookKeyFile: string;
}
