import { binaryItem } from '../../engine';
import { CUSTOMER, Dialog360Bench, fromField } from '../dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const pdf = async (data: Buffer | number = Buffer.from('%PDF-1.7'), mode?: 'memory' | 'filesystem') =>
	await binaryItem({ fileName: 'Invoice "1".pdf', mimeType: 'application/pdf', data, mode });

const document = { to: CUSTOMER, messageType: 'document', media: fromField('data') };

describe('kind and size', () => {
	it.each([
		[
			'image',
			'application/pdf',
			10,
			"'Media' holds a file of type application/pdf; WhatsApp takes JPEG or PNG as image",
		],
		['image', 'image/png', 5 * 1024 * 1024 + 1, "'Media' holds a file of 5.1 MB; WhatsApp takes up to 5 MB as image"],
		['video', 'video/webm', 10, 'WhatsApp takes MP4 or 3GP as video'],
		['audio', 'audio/wav', 10, 'WhatsApp takes AAC, AMR, MP3, M4A or OGG (Opus) as audio'],
		['sticker', 'image/webp', 500 * 1024 + 1, "'Media' holds a file of 501 KB; WhatsApp takes up to 500 KB as sticker"],
		['document', 'application/pdf', 0, "'Media' holds an empty file"],
	])('%s of type %s with %i bytes is refused before anything is sent', async (messageType, mimeType, size, message) => {
		const item = await binaryItem({ fileName: 'a', mimeType, data: Buffer.alloc(size) });
		const { error } = await bench.run('message.send', { ...document, messageType }, { items: [item] });
		expect(error?.message).toContain(message);
		expect(await bench.sandbox.requests()).toEqual([]);
	});

	it('a document of more than 100 MB is refused', async () => {
		const item = await pdf(100 * 1024 * 1024 + 1, 'filesystem');
		const { error } = await bench.run('media.upload', {}, { items: [item], binaryMode: 'filesystem' });
		expect(error?.message).toContain(
			"'Binary Field' holds a file of 100.1 MB; WhatsApp takes up to 100 MB as document",
		);
	});

	it('an audio with parameters in its MIME type is what it says', async () => {
		const item = await binaryItem({ fileName: 'a.ogg', mimeType: 'audio/ogg; codecs=opus', data: Buffer.from('OggS') });
		const { items } = await bench.run('media.upload', {}, { items: [item] });
		expect(items[0]?.json).toMatchObject({
			kind: 'audio',
			fileName: 'a.ogg',
			size: 4,
			id: expect.stringMatching(/^\d+$/),
		});
	});
});
