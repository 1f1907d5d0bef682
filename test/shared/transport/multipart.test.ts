import { Readable } from 'node:stream';
import FormData from 'form-data';
import { multipart } from '../../../nodes/shared/transport/multipart';
import type { FileContent } from '../../../nodes/shared/transport/multipart';

const data = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 13) % 256));

async function bytes(body: Buffer | AsyncIterable<Uint8Array>): Promise<Buffer> {
	if (Buffer.isBuffer(body)) return body;
	const chunks: Uint8Array[] = [];
	for await (const chunk of body) chunks.push(chunk);
	return Buffer.concat(chunks);
}

/** The same body from the form-data library, with the same boundary. */
function reference(fields: Record<string, string>, fileName: string, contentType: string, boundary: string): Buffer {
	const form = new FormData();
	form.setBoundary(boundary);
	for (const [name, value] of Object.entries(fields)) form.append(name, value);
	form.append('image', data, { filename: fileName, contentType });
	return form.getBuffer();
}

describe.each([
	['a buffer', (): FileContent => ({ data })],
	[
		'a stream',
		(): FileContent => ({ stream: Readable.from([data.subarray(0, 7), data.subarray(7)]), size: data.length }),
	],
])('a multipart body from %s', (_, content) => {
	it.each([
		['plain names', { conversation_id: '1001', content_type: 'Image' }, 'photo.png'],
		['quotes', { 'a "b"': 'say "hi"' }, 'my "best" photo.png'],
		['line breaks', { 'a\r\nb': 'one\r\ntwo\nthree' }, 'photo\r\nX-Evil: 1\n.png'],
		['non-ASCII', { 'naïve ☕': 'Grüße, 你好, 👋🏽' }, 'Crème brûlée 你好.png'],
		['an empty value', { date: '' }, 'x.png'],
	])('equals that of form-data for %s', async (_, fields, fileName) => {
		const boundary = '--------------------------515890814546601021194782';
		const file = { field: 'image', fileName, contentType: 'image/png', content: content() };
		const { body, headers } = multipart(fields as Record<string, string>, file, boundary);
		const sent = await bytes(body);
		expect(sent.equals(reference(fields as Record<string, string>, fileName, 'image/png', boundary))).toBe(true);
		expect(headers).toEqual({
			'Content-Type': `multipart/form-data; boundary=${boundary}`,
			'Content-Length': sent.length,
		});
	});

	it('has a boundary of its own each time', () => {
		const file = { field: 'image', fileName: 'x', contentType: 'image/png', content: content() };
		expect(multipart({}, file).headers['Content-Type']).not.toBe(multipart({}, file).headers['Content-Type']);
	});
});
