import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';

const FILE = '/file';
const CHUNK = Buffer.alloc(64 * 1024, 7);

/**
 * Files as 360dialog takes and gives them, of any size and kept nowhere: an upload is counted, and the ID of a
 * download is its size. Templates and messages are counted, so that the bench can ask how often each was asked for.
 */
const counts: Record<string, number> = {};

const server = createServer((request, response) => {
	const { pathname, searchParams } = new URL(String(request.url), 'http://localhost');
	const what = `${request.method} ${pathname}`;
	counts[what] = (counts[what] ?? 0) + 1;
	if (what === 'POST /media') void take(request, response);
	else if (what === 'POST /messages') void take(request, response);
	else if (what === 'GET /message_templates') answer(response, { data: [TEMPLATE], paging: {} });
	else if (what === 'GET /counts') answer(response, counts);
	else if (pathname === FILE) give(response, Number(searchParams.get('bytes')));
	else answer(response, details(pathname.slice(1)));
});

const TEMPLATE = {
	name: 'order_update',
	language: 'en_US',
	status: 'APPROVED',
	category: 'UTILITY',
	components: [{ type: 'BODY', text: 'Hello {{1}}' }],
};

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
	let bytes = 0;
	for await (const chunk of request) bytes += (chunk as Buffer).length;
	const arrived = bytes === Number(request.headers['content-length']);
	counts.bytes = (counts.bytes ?? 0) + (arrived ? bytes : 0);
	answer(response, { id: String(counts['POST /media']), messages: [{ id: `wamid.${counts['POST /messages']}` }] });
}

function details(id: string) {
	return { id, url: `https://lookaside.fbsbx.com${FILE}?bytes=${id}`, mime_type: 'application/pdf', file_size: id };
}

function give(response: ServerResponse, bytes: number): void {
	response.writeHead(200, { 'content-type': 'application/pdf', 'content-length': bytes });
	Readable.from(chunks(bytes)).pipe(response);
}

function* chunks(bytes: number): Generator<Buffer> {
	for (let left = bytes; left > 0; left -= CHUNK.length) yield left < CHUNK.length ? CHUNK.subarray(0, left) : CHUNK;
}

function answer(response: ServerResponse, body: object): void {
	response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
