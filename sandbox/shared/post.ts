import {
	Agent as HttpAgent,
	type IncomingHttpHeaders,
	request as httpRequest,
	type OutgoingHttpHeaders,
} from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

const MAX_CONNECTIONS = 32;
const KEPT_CHARACTERS = 500;

// A connection for each call: one that is kept open may be closed by the receiver just as the next call goes out, and that
// call would be repeated although nothing was wrong.
const http = new HttpAgent({ maxSockets: MAX_CONNECTIONS });
const https = new HttpsAgent({ maxSockets: MAX_CONNECTIONS });

export interface Call {
	url: string;
	/** As they are to stand on the wire; a list sends the header several times. */
	headers: OutgoingHttpHeaders;
	body: Buffer;
	/** Counts from the moment when the call has a connection, not while it queues for one. */
	timeoutMs: number;
	signal: AbortSignal;
}

/**
 * Sends a POST and reads the beginning of the answer. Redirects are not followed.
 *
 * @throws when no answer came: refused, cut, too slow, or aborted.
 */
export async function post({
	url,
	headers,
	body,
	timeoutMs,
	signal,
}: Call): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
	const isSecure = url.startsWith('https:');
	return await new Promise((resolve, reject) => {
		const options = { method: 'POST', headers, agent: isSecure ? https : http, signal };
		const sent = (isSecure ? httpsRequest : httpRequest)(url, options, (answer) => {
			let text = '';
			answer.setEncoding('utf8');
			answer.on('data', (chunk: string) => {
				if (text.length < KEPT_CHARACTERS) text += chunk.slice(0, KEPT_CHARACTERS - text.length);
			});
			answer.once('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
			answer.once('error', reject);
		});
		let timer: NodeJS.Timeout | undefined;
		sent.once('socket', () => {
			timer = setTimeout(() => sent.destroy(new Error(`No answer within ${timeoutMs} ms`)), timeoutMs).unref();
		});
		sent.once('close', () => clearTimeout(timer));
		sent.once('error', reject);
		sent.end(body);
	});
}
