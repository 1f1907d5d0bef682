import { extensionOf, plainType, typeOfName, withExtension } from '../../../nodes/shared/input/files/fileTypes';
import { typeOfContent } from '../../../nodes/shared/input/files/firstBytes';

describe('the type of a file', () => {
	it.each([
		['image/jpg', 'image/jpeg'],
		['audio/mp3', 'audio/mpeg'],
		['audio/x-m4a', 'audio/mp4'],
		['application/ogg', 'audio/ogg'],
		['audio/ogg; codecs=opus', 'audio/ogg'],
		['IMAGE/PNG', 'image/png'],
		['application/octet-stream', ''],
		['binary/octet-stream', ''],
		[undefined, ''],
		['text/csv', 'text/csv'],
	])('%s is %j', (given, expected) => expect(plainType(given)).toBe(expected));

	it.each([
		['Invoice.PDF', 'application/pdf'],
		['voice.opus', 'audio/ogg'],
		['a.b.jpeg', 'image/jpeg'],
		['data.constructor', undefined],
		['Invoice', undefined],
	])('is told by the name %s', (name, expected) => expect(typeOfName(name)).toBe(expected));

	it.each([
		['ffd8ffe000104a464946', 'image/jpeg'],
		['89504e470d0a1a0a', 'image/png'],
		['52494646aabbccdd57454250', 'image/webp'],
		['255044462d312e37', 'application/pdf'],
		['4f67675300', 'audio/ogg'],
		['49443303', 'audio/mpeg'],
		['fffb9064', 'audio/mpeg'],
		['fff15080', 'audio/aac'],
		['2321414d520a', 'audio/amr'],
		['00000020667479704d344120', 'audio/mp4'],
		['000000206674797069736f6d', 'video/mp4'],
		['0000001466747970336770', 'video/3gpp'],
		['504b0304', undefined],
		['', undefined],
	])('is told by the first bytes %s', (hex, expected) => {
		expect(typeOfContent(Buffer.from(hex, 'hex'))).toBe(expected);
	});

	it.each([
		['application/pdf', 'pdf'],
		['image/jpeg', 'jpg'],
		['audio/mp4', 'm4a'],
		['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
		['image/heic', 'heic'],
		['application/octet-stream', 'bin'],
	])('%s has the extension %s', (type, expected) => expect(extensionOf(type)).toBe(expected));
});

describe('the name of a file', () => {
	it.each([
		['My receipt', 'application/pdf', 'My receipt.pdf'],
		['invoice.2024', 'application/pdf', 'invoice.2024.pdf'],
		['No. 7', 'application/pdf', 'No. 7.pdf'],
		['a.docx', 'application/pdf', 'a.docx.pdf'],
		['a.PDF', 'application/pdf', 'a.PDF'],
		['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
		['photo.jpg', 'image/png', 'photo.jpg'],
		['list.csv', 'text/plain', 'list.csv'],
		['photo.heic', 'image/heic', 'photo.heic'],
		['song.mid', 'audio/midi', 'song.mid'],
		['notes.odt', 'application/vnd.oasis.opendocument.text', 'notes.odt'],
		['data.xyz', 'application/octet-stream', 'data.xyz'],
	])('%s of a %s is %s', (name, type, expected) => expect(withExtension(name, type)).toBe(expected));
});
