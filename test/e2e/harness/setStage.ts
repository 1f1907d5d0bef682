import { join } from 'node:path';

import getPort from 'get-port';

import { listAsCommunityPackage } from '../../../demo/communityList';
import type { N8nInstallation } from '../../../demo/installN8n';
import { startSandbox, tellsSandbox } from '../../../demo/sandbox';
import { startN8n } from '../../../demo/startN8n';
import { E2E_DATA, type StageAddresses } from './addresses';
import { startPostgresSwitch } from './postgresSwitch';
import { startPowerSwitch } from './powerSwitch';
import { startQueueSwitch } from './queueSwitch';
import { startProxy } from './proxy';

/** Starts everything that the tests share: the sandbox and n8n in processes of their own, a proxy before n8n, and its switch. */
export async function setStage(installation: N8nInstallation): Promise<StageAddresses> {
	const webhookKeyFile = join(E2E_DATA, 'webhook-key.pem');
	const port = await getPort();
	const sandboxPort = await getPort();
	const proxy = await startProxy(`http://127.0.0.1:${port}`);
	const start = async () =>
		await startN8n({
			installation,
			userFolder: E2E_DATA,
			port,
			env: {
				...tellsSandbox(sandboxPort),
				WEBHOOK_URL: proxy.url,
				N8N_EDITOR_BASE_URL: `http://127.0.0.1:${port}`,
				...(process.env.LAZY && { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' }),
			},
		});
	const [sandbox, n8n] = await Promise.all([startSandbox(sandboxPort, ['--webhook-key', webhookKeyFile]), start()]);
	await listAsCommunityPackage(installation, E2E_DATA);
	const powerSwitch = await startPowerSwitch(n8n, start, proxy);
	const postgresSwitch = await startPostgresSwitch(installation);
	const queueSwitch = await startQueueSwitch(installation);
	return {
		n8n: n8n.url,
		webhooks: proxy.url,
		sandbox: sandbox.url,
		powerSwitch,
		postgresSwitch,
		queueSwitch,
		webhookKeyFile,
	};
}
