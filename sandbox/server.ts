import fastify from 'fastify';
import type { AddressInfo } from 'node:net';

import { providers as allProviders } from './providers';
import { serveControl } from './shared/control';
import { serveEvents } from './shared/events';
import { serveExecutions } from './shared/executions';
import { serveFiles } from './shared/files';
import { serveInboxActions } from './shared/inboxActions';
import { MediaStore } from './shared/media';
import { mountProvider } from './shared/mount';
import type { CreateProvider } from './shared/provider';
import { RequestLog } from './shared/requestLog';
import { signingKey as createSigningKey } from './shared/signingKey';

const HOST = '127.0.0.1';

/** n8n opens a connection for each request, so a burst of a thousand items is a burst of a thousand connections. */
const BACKLOG = 4096;

export interface Sandbox {
	/** e.g. `http://127.0.0.1:4010`, without a slash at the end. */
	url: string;
	close(): Promise<void>;
}

/**
 * Starts the local server that stands in for the providers' APIs.
 *
 * @param options.port 4010 when absent; 0 takes any free port.
 * @param options.providers those of the package when absent.
 * @param options.webhookKeyFile holds the key that signs webhooks, and is made when it is not there; a new key when absent.
 */
export async function startSandbox({
	port = 4010,
	providers = allProviders,
	webhookKeyFile,
}: { port?: number; providers?: readonly CreateProvider[]; webhookKeyFile?: string } = {}): Promise<Sandbox> {
	const app = fastify({ forceCloseConnections: true, exposeHeadRoutes: false });
	const place = { url: '' };
	const log = new RequestLog();
	const media = new MediaStore(place);
	const signingKey = createSigningKey(webhookKeyFile);

	const mounted = providers.map((create) => mountProvider(app, create, { place, log, media, signingKey }));
	const announceReset = serveEvents(app, mounted);
	serveInboxActions(app, mounted);
	serveExecutions(app, mounted);
	serveFiles(app, media);
	serveControl(app, mounted, log, () => {
		media.clear();
		announceReset();
	});

	await app.listen({ host: HOST, port, backlog: BACKLOG });
	const { port: taken } = app.server.address() as AddressInfo;
	place.url = `http://${HOST}:${taken}`;
	// Seeded messages link to pictures on this very server, so seeding has to wait for the port.
	for (const { provider } of mounted) provider.reset();
	return { url: place.url, close: async () => await app.close() };
}
