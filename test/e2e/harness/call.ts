import { Agent, type OutgoingHttpHeaders, request } from 'node:http';

export interface Answer {
	/** Null when the connection ended without one. */
	status: number | null;
	body: string;
	/** From the first byte sent to the last one received. */
	ms: number;
}

const agent = new Agent({ keepAlive: false });

/**
 * Sends a POST as the sandbox would, with any bytes and any headers.
 *
 * @throws when there is neither an answer nor an end within the time: the call hangs.
 */
export async function call(
	url: string,
	body: Buffer,
	headers: OutgoingHttpHeaders,
	timeoutMs = 30_000,
): Promise<Answer> {
	const started = performance.now();
	return await new Promise((resolve, reject) => {
		const done = (status: number | null, text: string): void => {
			clearTimeout(timer);
			resolve({ status, body: text, ms: performance.now() - started });
		};
		const sent = request(
			url,
			{ method: 'POST', headers: { 'content-type': 'application/json', ...headers }, agent },
			(answer) => {
				let text = '';
				answer.setEncoding('utf8');
				answer.on('data', (chunk: string) => (text += chunk));
				answer.once('end', () => done(answer.statusCode ?? null, text));
			},
		);
		const timer = setTimeout(() => {
			sent.destroy();
			reject(new Error(`No answer within ${timeoutMs / 1000} s`));
		}, timeoutMs);
		// n8n may answer and hang up before it has read a large body.
		sent.once('error', () => done(null, ''));
		sent.end(body);
	});
}
