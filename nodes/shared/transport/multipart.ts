import { randomBytes } from 'crypto';

/** The source of a file: all of it, or a stream together with its exact number of bytes. */
export type FileContent = { data: Buffer } | { stream: AsyncIterable<Uint8Array>; size: number };

/** A file part of a multipart body. */
export interface FilePart {
	field: string;
	fileName: string;
	contentType: string;
	content: FileContent;
}

/** A body ready for n8n's request helper. */
export interface MultipartBody {
	headers: { 'Content-Type': string; 'Content-Length': number };
	body: Buffer | AsyncIterable<Uint8Array>;
}

/**
 * A `multipart/form-data` body (RFC 7578) of text fields and one file, with an exact length in bytes. A streamed
 * file flows through without ever being in memory as a whole.
 */
export function multipart(
	fields: Record<string, string>,
	file: FilePart,
	boundary = `----n8n${randomBytes(16).toString('hex')}`,
): MultipartBody {
	const texts = Object.entries(fields).map(
		([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${escape(name)}"\r\n\r\n${value}\r\n`,
	);
	const head = Buffer.from(
		`${texts.join('')}--${boundary}\r\n` +
			`Content-Disposition: form-data; name="${escape(file.field)}"; filename="${escape(file.fileName)}"\r\n` +
			`Content-Type: ${file.contentType}\r\n\r\n`,
	);
	const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
	const { content } = file;
	const size = 'data' in content ? content.data.length : content.size;
	return {
		headers: {
			'Content-Type': `multipart/form-data; boundary=${boundary}`,
			'Content-Length': head.length + size + tail.length,
		},
		body: 'data' in content ? Buffer.concat([head, content.data, tail]) : around(head, content.stream, tail),
	};
}

/** The stream with bytes before and after it, as the same kind of stream, which n8n takes as a body. */
function around(head: Buffer, stream: AsyncIterable<Uint8Array>, tail: Buffer): AsyncIterable<Uint8Array> {
	async function* parts() {
		yield head;
		yield* stream;
		yield tail;
	}
	return sameKindOfStream(stream, parts());
}

/**
 * The parts as a stream of the same class as another one. n8n takes no bare generator, and community nodes may not
 * import Node's stream module, so the other's own class is asked for a new one.
 */
export function sameKindOfStream(
	stream: AsyncIterable<Uint8Array>,
	parts: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
	return readableClass(stream).from(parts, { objectMode: false });
}

interface ReadableClass {
	from(parts: AsyncIterable<Uint8Array>, options: { objectMode: boolean }): AsyncIterable<Uint8Array>;
}

function readableClass(stream: AsyncIterable<Uint8Array>): ReadableClass {
	for (let proto: object | null = stream; proto; proto = Object.getPrototypeOf(proto) as object | null) {
		const { from } = proto.constructor as Partial<ReadableClass>;
		if (typeof from === 'function') return proto.constructor as unknown as ReadableClass;
	}
	throw new TypeError('The file cannot be read as a stream');
}

/** As browsers write names in multipart headers (HTML standard, "multipart/form-data encoding algorithm"). */
function escape(name: string): string {
	return name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22');
}
