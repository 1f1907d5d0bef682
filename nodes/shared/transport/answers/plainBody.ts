import { isStream } from '../answer';

/** More than any refusal says, in bytes. */
const MAX_REFUSAL = 64 * 1024;

/** The body of a refusal; a request for a stream gets a stream then too. */
export async function plainBody(body: unknown): Promise<unknown> {
	if (!isStream(body)) return body;
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		chunks.push(chunk);
		size += chunk.length;
		if (size > MAX_REFUSAL) break;
	}
	const text = Buffer.concat(chunks).toString();
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}
