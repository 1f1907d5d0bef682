import busboy from 'busboy';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { finished, pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';

export interface ReceivedFile {
	field: string;
	fileName: string | null;
	contentType: string;
	size: number;
	sha256: string;
	/** Null when the file is bigger than what is kept. */
	bytes: Buffer | null;
}

/** What came as the body. Nothing is refused while reading: the log shows bad bodies too, and the provider words the refusal. */
export type ReceivedBody =
	| { kind: 'none' }
	| { kind: 'json'; value: unknown }
	| { kind: 'multipart'; fields: Record<string, string>; files: ReceivedFile[] }
	| { kind: 'unreadable'; text: string }
	| { kind: 'other'; text: string; size: number };

const LOGGED_CHARACTERS = 1000;

export const receivedBody = (request: FastifyRequest): ReceivedBody =>
	(request.body as ReceivedBody | null | undefined) ?? { kind: 'none' };

/** Makes every route of the scope receive a `ReceivedBody`, whatever the content type. */
export function readBodies(app: FastifyInstance, keptUploadBytes: number): void {
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request: FastifyRequest, text: string) =>
		readJson(text),
	);
	app.addContentTypeParser(
		/^multipart\/form-data/i,
		async (_request: FastifyRequest, payload: IncomingMessage) => await readMultipart(payload, keptUploadBytes),
	);
	app.addContentTypeParser('*', async (_request: FastifyRequest, payload: IncomingMessage) => await readOther(payload));
}

function readJson(text: string): ReceivedBody {
	if (text === '') return { kind: 'none' };
	try {
		return { kind: 'json', value: JSON.parse(text) as unknown };
	} catch {
		return { kind: 'unreadable', text };
	}
}

/** The beginning is enough for the log; whoever takes such bytes looks at how many there are. */
async function readOther(payload: IncomingMessage): Promise<ReceivedBody> {
	let text = '';
	let size = 0;
	for await (const chunk of payload) {
		size += (chunk as Buffer).length;
		if (text.length < LOGGED_CHARACTERS) text += String(chunk).slice(0, LOGGED_CHARACTERS);
	}
	return text === '' ? { kind: 'none' } : { kind: 'other', text, size };
}

async function readMultipart(payload: IncomingMessage, keep: number): Promise<ReceivedBody> {
	const fields: Record<string, string> = {};
	const files: Array<Promise<ReceivedFile>> = [];
	try {
		const parser = busboy({ headers: payload.headers });
		parser.on('field', (name, value) => (fields[name] = value));
		parser.on('file', (field, stream, info) => {
			const file = readFile(stream, keep);
			files.push(
				file.then((read) => ({ field, fileName: info.filename ?? null, contentType: info.mimeType, ...read })),
			);
		});
		await pipeline(payload, parser);
		return { kind: 'multipart', fields, files: await Promise.all(files) };
	} catch (error) {
		await Promise.allSettled(files);
		return { kind: 'unreadable', text: error instanceof Error ? error.message : String(error) };
	}
}

async function readFile(stream: Readable, keep: number): Promise<Pick<ReceivedFile, 'size' | 'sha256' | 'bytes'>> {
	const hash = createHash('sha256');
	let chunks: Buffer[] = [];
	let size = 0;
	stream.on('data', (chunk: Buffer) => {
		hash.update(chunk);
		size += chunk.length;
		if (size <= keep) chunks.push(chunk);
		else chunks = [];
	});
	await finished(stream);
	return { size, sha256: hash.digest('hex'), bytes: size <= keep ? Buffer.concat(chunks) : null };
}

/** The body as the request log shows it. */
export function bodyForLog(body: ReceivedBody): unknown {
	if (body.kind === 'none') return null;
	if (body.kind === 'json') return body.value;
	if (body.kind !== 'multipart') return body.text;
	return {
		fields: body.fields,
		files: body.files.map(({ field, fileName, contentType, size, sha256 }) => ({
			field,
			fileName,
			contentType,
			size,
			sha256,
		})),
	};
}
