import { N8nClient } from '../../../demo/n8nClient';
import type { Stage } from './stage';
import { turn } from './switch';
import { Workflows } from './workflows';

/** Where a second n8n is, and the port of its database. */
export interface SecondN8n {
	n8n: string;
	databasePort: number;
}

/** A stage whose n8n has PostgreSQL for its database. */
export interface StageOnPostgres extends Stage {
	databasePort: number;
	freeze(): Promise<void>;
	thaw(): Promise<void>;
	leave(): Promise<void>;
}

/** Starts the second n8n, and enters it. */
export async function moveToPostgres(stage: Stage): Promise<StageOnPostgres> {
	const { postgresSwitch } = stage.addresses;
	const { n8n: url, databasePort } = await turn<SecondN8n>(postgresSwitch, '/start');
	const n8n = new N8nClient(url);
	await n8n.logIn();
	return {
		...stage,
		addresses: { ...stage.addresses, n8n: url, webhooks: url },
		n8n,
		workflows: new Workflows(n8n),
		databasePort,
		freeze: async () => await turn(postgresSwitch, '/freeze'),
		thaw: async () => await turn(postgresSwitch, '/thaw'),
		leave: async () => await turn(postgresSwitch, '/stop'),
	};
}
