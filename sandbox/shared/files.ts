import type { FastifyInstance, FastifyReply } from 'fastify';
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

import type { MediaStore } from './media';

const CONTENT_TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.pdf': 'application/pdf',
};

/** Messages may link to pictures anywhere; scripts and styles come from here only. */
const PAGE_POLICY = "default-src 'self'; img-src 'self' http: https: data:; media-src http: https:";

/** Serves the inbox page at `/` and the seeded and uploaded files beneath `/media`. */
export function serveFiles(app: FastifyInstance, media: MediaStore): void {
	serveFolder(app, join(__dirname, '../inbox'), '/');
	serveFolder(app, join(__dirname, '../media'), '/media/');
	app.get<{ Params: { name: string } }>('/media/uploads/:name', async (request, reply) => {
		const file = media.get(request.params.name);
		if (file === undefined) return await reply.code(404).send({ message: 'No such upload' });
		return await reply.type(file.contentType).send(file.bytes);
	});
}

function serveFolder(app: FastifyInstance, folder: string, prefix: string): void {
	for (const name of readdirSync(folder)) {
		const serve = async (_request: unknown, reply: FastifyReply) =>
			await reply
				.header('content-security-policy', PAGE_POLICY)
				.header('cache-control', 'no-cache')
				.type(CONTENT_TYPES[extname(name)] ?? 'application/octet-stream')
				.send(await readFile(join(folder, name)));
		app.get(`${prefix}${name === 'index.html' ? '' : name}`, serve);
	}
}
