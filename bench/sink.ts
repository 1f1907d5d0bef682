import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Takes whatever it is sent, keeps nothing, and answers how many bytes came. */
const server = createServer((request, response) => {
	let bytes = 0;
	request.on('data', (chunk: Buffer) => (bytes += chunk.length));
	request.on('end', () => {
		const declared = Number(request.headers['content-length'] ?? -1);
		response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ bytes, declared }));
	});
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit(0));
