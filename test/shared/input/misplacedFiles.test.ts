import type { INodeParameters } from 'n8n-workflow';
import { CUSTOMER, fromField } from '../../Dialog360/dialog360';
import { binaryItem } from '../../engine';
import { useEveryBench } from '../../everyBench';
import { byId, FACEBOOK } from '../../Partoo/partoo';

const benches = useEveryBench();

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const item = async () => await binaryItem({ fileName: 'a.png', mimeType: 'image/png', data: PNG });
const inMode = (mode: string, value: string) => ({ __rl: true, mode, value }) as unknown as INodeParameters;

type Provider = 'dialog360' | 'callbell' | 'partoo';
const run = async (provider: Provider, operation: string, parameters: INodeParameters) => {
	const { error } = await benches[provider].run(operation, parameters, { items: [await item()] });
	return { error, requests: await benches[provider].sandbox.requests({ provider }) };
};

const partooMedia = (messageType: string, mediaUrl: string) => ({
	conversationId: byId(FACEBOOK),
	messageType,
	mediaUrl,
});
const ingest = {
	channelId: 'shop-chat',
	businessId: byId('5409c35a97bbc544d8e26737'),
	externalConversationId: 'c',
	externalMessageId: 'm',
	content: 'Hi',
};
const media = (mode: string, value: string) => ({ to: CUSTOMER, messageType: 'image', media: inMode(mode, value) });
const UPLOAD = 'first uploaded to a place with a public address';

describe('a file where its address is wanted', () => {
	const asFile = '={{ $binary.data }}';
	it.each<[Provider, string, INodeParameters, string, string]>([
		['partoo', 'message.send', partooMedia('Image', asFile), 'URL', "set 'Image From' to 'Binary Field'"],
		['partoo', 'message.send', partooMedia('Document', asFile), 'URL', UPLOAD],
		[
			'partoo',
			'customChannel.ingest',
			{ ...ingest, additionalFields: { consumerImage: asFile } },
			'Customer Image',
			UPLOAD,
		],
		['callbell', 'message.send', { to: CUSTOMER, messageType: 'image', mediaUrl: asFile }, 'Media URL', UPLOAD],
	])('is refused by %s, %s, with the way to send it', async (provider, operation, form, label, wayOut) => {
		const { error, requests } = await run(provider, operation, form);
		expect(error?.message).toBe(`'${label}' holds a file; it takes the address of one [item 0]`);
		expect(error?.description).toContain(wayOut);
		expect(requests).toEqual([]);
	});

	it.each([
		['a data address', 'data:image/png;base64,iVBORw0KGgo='],
		['Base64', `iVBORw0KGgo${'A'.repeat(200)}`],
		["n8n's own name of it", 'filesystem-v2:workflows/1/executions/2/binary_data/3f2b8c1e'],
	])('is known as %s, too', async (_, value) => {
		const { error, requests } = await run('callbell', 'message.send', {
			to: CUSTOMER,
			messageType: 'image',
			mediaUrl: value,
		});
		expect(error?.message).toBe("'Media URL' holds a file; it takes the address of one [item 0]");
		const sent = await run('dialog360', 'message.send', media('url', value));
		expect(sent.error?.description).toContain("choose 'Binary Field' in 'Media'");
		expect([...requests, ...sent.requests]).toEqual([]);
	});

	it('may be meant by the name of its binary field', async () => {
		const { error } = await run('partoo', 'message.send', partooMedia('Image', 'data'));
		expect(error?.message).toContain('\'URL\' holds "data", which is no complete URL');
		expect(error?.description).toContain("set 'Image From' to 'Binary Field'");
		const sent = await run('dialog360', 'message.send', media('url', 'data'));
		expect(sent.error?.description).toContain("choose 'Binary Field' in 'Media'");
	});

	it('is no text either', async () => {
		const { error } = await run('callbell', 'message.send', { to: CUSTOMER, text: asFile });
		expect(error?.message).toBe("'Text' holds a file of type image/png [item 0]");
		expect(error?.description).toContain("'Text' takes a text");
	});
});

describe('an address where a file of the item is wanted', () => {
	const URL = 'https://example.com/a.png';
	it.each<[Provider, string, INodeParameters, string, string]>([
		[
			'partoo',
			'message.send',
			{ conversationId: byId(FACEBOOK), messageType: 'Image', imageSource: 'binary', binaryPropertyName: URL },
			'Input Binary Field',
			"set 'Image From' to 'URL'",
		],
		['dialog360', 'media.upload', { binaryPropertyName: URL }, 'Binary Field', 'Download the file first'],
		['dialog360', 'message.send', media('binary', URL), 'Media', "choose 'By URL' in 'Media'"],
	])('is refused by %s, %s, with the way to send it', async (provider, operation, form, label, wayOut) => {
		const { error, requests } = await run(provider, operation, form);
		expect(error?.message).toBe(`'${label}' holds an address; it takes the name of a binary field [item 0]`);
		expect(error?.description).toContain(wayOut);
		expect(requests).toEqual([]);
	});

	it('is refused as a media ID, too', async () => {
		const { error, requests } = await run('dialog360', 'message.send', media('id', URL));
		expect(error?.message).toContain('which is no media ID');
		expect(error?.description).toContain("choose 'By URL' in 'Media'");
		expect(requests).toEqual([]);
	});

	it('may be the bytes themselves, of which a node makes a file', async () => {
		const { error } = await run('dialog360', 'media.upload', { binaryPropertyName: 'data:image/png;base64,iVBORw0=' });
		expect(error?.message).toContain("'Binary Field' holds the bytes of a file as text");
		expect(error?.description).toContain('Convert to File');
	});
});

/** Sends a file to 360dialog and answers what was uploaded. */
async function upload(messageType: string, file: { fileName: string; mimeType: string; data: Buffer }) {
	const items = [await binaryItem(file)];
	const form = { to: CUSTOMER, messageType, media: fromField('data') };
	const { error } = await benches.dialog360.run('message.send', form, { items });
	const requests = await benches.dialog360.sandbox.requests();
	return {
		error,
		requests,
		files: (requests.find(({ path }) => path === '/media')?.body as { files?: unknown[] })?.files,
	};
}

describe('a file whose bytes are of another kind than it says', () => {
	const hex = (text: string) => Buffer.from(text, 'hex');
	it.each([
		['image', 'photo.jpg', 'image/jpeg', PNG, 'image/png'],
		['image', 'photo.png', 'image/png', hex('ffd8ffe000104a46'), 'image/jpeg'],
		['document', 'scan.pdf', 'application/pdf', PNG, 'image/png'],
		['document', 'Invoice', 'text/plain', Buffer.from('%PDF-1.7'), 'application/pdf'],
		['sticker', 'cat.png', 'image/png', Buffer.from('RIFF____WEBPVP8 '), 'image/webp'],
	])('goes out as %s under its own type: %s as %s', async (kind, fileName, mimeType, data, contentType) => {
		const { error, files } = await upload(kind, { fileName, mimeType, data });
		expect(error?.message).toBeUndefined();
		expect(files).toEqual([expect.objectContaining({ contentType, size: data.length })]);
	});

	it.each([
		['image', 'photo.jpg', 'image/jpeg', hex('0000001c6674797068656963'), 'image/heic'],
		['image', 'photo.jpg', 'image/jpeg', Buffer.from('GIF89a'), 'image/gif'],
		['document', 'offer.pdf', 'application/pdf', hex('504b030414000600'), 'application/zip'],
	])('is refused as %s where WhatsApp takes no such kind: %s as %s', async (kind, fileName, mimeType, data, told) => {
		const { error, requests } = await upload(kind, { fileName, mimeType, data });
		expect(error?.message).toContain(`'Media' holds a file of type ${told}; WhatsApp takes`);
		expect(requests).toEqual([]);
	});

	// Sound and film share containers, and Word's documents are archives.
	it.each([
		['audio', 'voice.m4a', 'audio/mp4', hex('000000206674797069736f6d')],
		['video', 'film.mp4', 'video/mp4', hex('0000001466747970717420')],
		['audio', 'song.aac', 'audio/aac', Buffer.from('ID3\x03')],
		[
			'document',
			'offer.docx',
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			hex('504b0304'),
		],
		['document', 'note.txt', 'text/plain', Buffer.from('<html> is how a web page begins')],
	])('is taken by its word where its bytes may be of that kind: %s %s', async (kind, fileName, mimeType, data) => {
		const { error, files } = await upload(kind, { fileName, mimeType, data });
		expect(error?.message).toBeUndefined();
		expect(files).toEqual([expect.objectContaining({ contentType: mimeType })]);
	});
});

describe('what a server answers instead of a file', () => {
	it.each([
		['document', 'invoice.pdf', 'application/pdf', '<!DOCTYPE html><title>Log in</title>', 'a web page'],
		['document', 'invoice.pdf', 'text/html', '\uFEFF\n <HTML lang="en">', 'a web page'],
		['image', 'a.png', 'image/png', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', 'a text of XML'],
		['video', 'a.mp4', 'video/mp4', '{ "error": "not found" }', 'a text of JSON'],
	])('is no %s: %s as %s', async (kind, fileName, mimeType, words, what) => {
		const { error, requests } = await upload(kind, { fileName, mimeType, data: Buffer.from(words) });
		expect(error?.message).toContain(`'Media' holds ${what} instead of a file of type `);
		expect(error?.description).toContain('wants a login');
		expect(requests).toEqual([]);
	});
});

describe('bytes that are still a text', () => {
	const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
	it.each([
		['document', 'invoice.pdf', 'application/pdf', base64('%PDF-1.7 and more')],
		['image', 'a.png', 'image/png', base64('\x89PNG\r\n\x1a\n and more')],
		['image', 'photo.jpg', 'image/jpeg', `"${base64('\xFF\xD8\xFF\xE0 and more')}"`],
		['image', 'photo.jpg', 'image/jpeg', `data:image/jpeg;base64,${base64('anything')}`],
		['document', 'a.docx', '', base64('PK\x03\x04 and more')],
	])('are no %s: %s', async (kind, fileName, mimeType, words) => {
		const { error, requests } = await upload(kind, { fileName, mimeType, data: Buffer.from(words) });
		expect(error?.message).toContain("'Media' holds the bytes of a file as a text (Base64) instead of a file of type ");
		expect(error?.description).toContain('Convert to File (Move Base64 String to File)');
		expect(requests).toEqual([]);
	});

	it.each([
		['document', 'invoice.pdf', 'application/pdf', 'Access denied', 'the text "Access denied"'],
		['image', 'photo.jpg', 'image/jpeg', `Fichier supprimé ${'é'.repeat(2000)}`, 'the text "Fichier supprimé éé'],
		['image', 'cat.gif', 'image/gif', 'Not found\n', 'the text "Not found"'],
		['audio', 'voice.ogg', 'audio/ogg', 'no such file', 'the text "no such file"'],
		['audio', 'song.mp3', 'audio/mpeg', 'no such file', 'the text "no such file"'],
		['video', 'film.mp4', 'video/mp4', 'no such file', 'the text "no such file"'],
		['document', 'list.xlsx', '', 'name,city', 'the text "name,city"'],
	])('are no %s where they are words: %s', async (kind, fileName, mimeType, words, what) => {
		const { error, requests } = await upload(kind, { fileName, mimeType, data: Buffer.from(words) });
		expect(error?.message).toContain(`'Media' holds ${what}`);
		expect(error?.message).toContain(' instead of a file of type ');
		expect(requests).toEqual([]);
	});

	it.each([
		['a text', 'document', 'note.txt', 'text/plain', Buffer.from('Access denied')],
		['of a type whose beginning nobody knows', 'document', 'old.doc', 'application/msword', Buffer.from('{\\rtf1 a')],
		['of bytes that nobody knows', 'image', 'a.jpg', 'image/jpeg', Buffer.from([1, 2, 3])],
		['a PDF with a line before it', 'document', 'a.pdf', 'application/pdf', Buffer.from('HTTP/1.1 200\n%PDF-1.4')],
	])('go out where the file is %s', async (_, kind, fileName, mimeType, data) => {
		const { error, files } = await upload(kind, { fileName, mimeType, data });
		expect(error?.message).toBeUndefined();
		expect(files).toEqual([expect.objectContaining({ contentType: mimeType, size: data.length })]);
	});
});

describe("an image for Partoo's upload", () => {
	const send = async (fileName: string, mimeType: string, data: Buffer) => {
		const form = { conversationId: byId(FACEBOOK), messageType: 'Image', imageSource: 'binary' };
		const { error } = await benches.partoo.run('message.send', form, {
			items: [await binaryItem({ fileName, mimeType, data })],
		});
		return { error, requests: await benches.partoo.sandbox.requests() };
	};

	it.each([
		['a GIF', 'a.gif', 'image/gif', Buffer.from('GIF89a'), 'image/gif', 'Convert the image'],
		['a GIF by another name', 'a.png', 'image/png', Buffer.from('GIF89a'), 'image/gif', 'Convert the image'],
		['a PDF', 'a.pdf', 'application/pdf', Buffer.from('%PDF-1.7'), 'application/pdf', 'go by public address'],
		['bytes of no kind', 'a', 'application/octet-stream', Buffer.from('?'), 'application/octet-stream', 'go by'],
	])('is not %s', async (_, fileName, mimeType, data, type, wayOut) => {
		const { error, requests } = await send(fileName, mimeType, data);
		expect(error?.message).toBe(
			`'Input Binary Field' holds a file of type ${type}; Partoo takes JPEG or PNG as an upload [item 0]`,
		);
		expect(error?.description).toContain(wayOut);
		expect(requests).toEqual([]);
	});

	it('goes out under the type that its bytes tell', async () => {
		const { error, requests } = await send('a.jpg', 'image/jpeg', PNG);
		expect(error?.message).toBeUndefined();
		expect(requests[0]?.body).toMatchObject({ files: [{ contentType: 'image/png' }] });
	});
});
