import type { INodeParameters } from 'n8n-workflow';
import { byId, byUrl, CUSTOMER, Dialog360Bench } from '../dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

async function send(media: unknown, messageType = 'image') {
	const { error } = await bench.run('message.send', { to: CUSTOMER, messageType, media: media as INodeParameters });
	return { error, requests: await bench.sandbox.requests(), bodies: await bench.bodies() };
}

const asObject = (fields: object) => `={{ (${JSON.stringify(fields).replaceAll('}', ' }')}) }}`;
const IN_EACH_MODE = [byUrl, byId, (value: unknown) => value];

describe('an object where a file is wanted', () => {
	it.each<[string, object, string]>([
		['an Airtable record', { id: 'recA1b2C3d4E5f6G7', fields: { Name: 'Menu' } }, 'what Upload answers'],
		['a Slack file', { id: 'F0123ABC', url_private: 'https://files.slack.com/a.png' }, '"url_private" is an address'],
		['a Drive file', { kind: 'drive#file', id: '1AbCdEfG', mimeType: 'image/png' }, 'what Upload answers'],
		['a row of a table', { id: 7, name: 'Menu' }, 'the name of a binary field'],
		['an entry of a feed', { title: 'News', link: 'https://example.com/news' }, '"link" is an address'],
		['a link with its text, which would be lost', { link: 'https://example.com/a.png', caption: 'Menu' }, 'alone'],
	])('is none when it is %s', async (_, fields, wayOut) => {
		for (const inMode of IN_EACH_MODE) {
			const { error, requests } = await send(inMode(asObject(fields)));
			expect(error?.message).toBe(
				`'Media' holds an object (${Object.keys(fields).join(', ')}), which is no file that was uploaded to WhatsApp [item 0]`,
			);
			expect(error?.description).toContain(wayOut);
			expect(requests).toEqual([]);
		}
	});

	it('is what Upload or the trigger answered, whatever else they say of it', async () => {
		const id = await bench.uploadedFile();
		for (const fields of [
			{ id },
			{ id, fileName: 'a.png', mimeType: 'image/png', size: 3, kind: 'image' },
			{ id, mime_type: 'image/png', sha256: 'x', caption: 'Hello' },
		]) {
			await bench.sandbox.clearRequests();
			const { error, bodies } = await send(byUrl(asObject(fields)));
			expect(error).toBeUndefined();
			expect(bodies[0]?.image).toEqual({ id });
		}
	});

	it("is WhatsApp's own with an address, of which documents alone have a name", async () => {
		const own = byUrl(asObject({ link: 'https://example.com/a.pdf', filename: 'menu.pdf' }));
		expect((await send(own, 'document')).bodies[0]?.document).toEqual({
			link: 'https://example.com/a.pdf',
			filename: 'menu.pdf',
		});
		expect((await send(own)).bodies[1]?.image).toEqual({ link: 'https://example.com/a.pdf' });
	});
});

describe('a media ID', () => {
	it.each(['photo.jpg', 'data', 'https://example.com/photo.jpg'])('is not %s, with what to choose', async (value) => {
		const { error, requests } = await send(byId(value));
		expect(error?.message).toBe(`'Media' holds "${value}", which is no media ID [item 0]`);
		expect(error?.description).toContain("For an address choose 'By URL' in 'Media', for a file of the item 'Binary");
		expect(requests).toEqual([]);
		const other = await bench.run('media.get', { mediaId: value });
		expect(other.error?.message).toContain('which is no media ID');
		expect(other.error?.description).toMatch(/15 digits or more\.$/);
	});
});
