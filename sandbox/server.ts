import fastify from 'fastify';
import type { AddressInfo } from 'node:net';

import { providers } from './providers';
import { serveControl } from './shared/control';
import { serveEvents } from './shared/events';
import { serveFiles } from './shared/files';
import { MediaStore } from './shared/media';
import { mountProvider } from './shared/mount';
import { RequestLog } from './shared/requestLog';

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
 */
export async function startSandbox({ port = 4010 }: { port?: number } = {}): Promise<Sandbox> {
	const app = fastify({ forceCloseConnections: true, exposeHeadRoutes: false });
	const place = { url: '' };
	const log = new RequestLog();
	const media = new MediaStore(place);

	const mounted = providers.map((create) => mountProvider(app, create, { place, log, media }));
	const announceReset = serveEvents(app, mounted);
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
