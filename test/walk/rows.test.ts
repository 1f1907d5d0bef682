import type { INodeParameters } from 'n8n-workflow';
import { CUSTOMER, fromField } from '../Dialog360/dialog360';
import { binaryItem } from '../engine';
import { useEveryBench } from '../everyBench';
import { byId, FACEBOOK, WHATSAPP } from '../Partoo/partoo';

const benches = useEveryBench();

const ROUNDED = '={{ 17841405822304915 }}';

describe('an ID of more digits than a number keeps', () => {
	it.each(['instagram', 'facebook', 'telegram'])('reaches nobody else on %s', async (from) => {
		const { error } = await benches.callbell.run('message.send', { from, to: ROUNDED, text: 'Hi' });
		expect(error?.message).toBe(
			"'Recipient' holds the number 17841405822304916, whose last digits were rounded [item 0]",
		);
		expect(await benches.callbell.asked()).toEqual([]);
	});

	it.each(['externalConversationId', 'externalMessageId'])(
		'puts nothing into the conversation of another: %s',
		async (field) => {
			const { error } = await benches.partoo.run('customChannel.ingest', {
				businessId: byId('5409c35a97bbc544d8e26737'),
				channelId: 'shop-chat',
				externalConversationId: 'c-1',
				externalMessageId: 'm-1',
				content: 'Hi',
				[field]: ROUNDED,
			});
			expect(error?.message).toContain('whose last digits were rounded');
			expect(await benches.partoo.sandbox.requests()).toEqual([]);
		},
	);
});

it('a hidden number is reached by its BSUID as the recipient', async () => {
	const { items } = await benches.callbell.run('message.send', { to: 'NL.13491208655302741918', text: 'Hi' });
	expect((await benches.callbell.bodies())[0]).toMatchObject({ bsuid: 'NL.13491208655302741918' });
	expect(items[0]?.json.recipient).toBe('NL.13491208655302741918');
});

it("Callbell's contacts are found by a national number", async () => {
	await benches.callbell.run('contact.get', {
		contactId: { __rl: true, mode: 'phone', value: '0612345678' } as unknown as INodeParameters,
		defaultCountryCode: '31',
	});
	expect(await benches.callbell.asked()).toContain('GET /contacts/phone/+31612345678');
});

describe('Additional Body Fields that send it elsewhere', () => {
	it('with 360dialog are what the item says', async () => {
		const options = { additionalBodyFields: { to: '33612345678' } };
		const { items } = await benches.dialog360.run('message.send', { to: CUSTOMER, text: 'Hi', options });
		expect((await benches.dialog360.bodies())[0]?.to).toBe('33612345678');
		expect(items[0]?.json.recipient).toBe('33612345678');
	});

	it('with Partoo are what the item says', async () => {
		const options = { additionalBodyFields: { conversation_id: Number(WHATSAPP) } };
		const { items } = await benches.partoo.run('message.send', { conversationId: byId(FACEBOOK), text: 'Hi', options });
		expect(items[0]?.json.conversationId).toBe(WHATSAPP);
	});
});

describe('paths that climb', () => {
	it.each(['.', '..'])('%s is no ID', async (id) => {
		const { error } = await benches.dialog360.run('media.delete', { mediaId: id });
		expect(error?.message).toContain(`'Media ID' holds "${id}", which is no ID`);
		const other = await benches.callbell.run('message.getStatus', { messageId: id });
		expect(other.error?.message).toContain(`holds "${id}", which is no ID`);
		expect(await benches.dialog360.sandbox.requests()).toEqual([]);
	});
});

describe('AI agents', () => {
	it('give switches and collections as texts', async () => {
		const send = async (options: unknown) =>
			await benches.dialog360.run('message.send', { to: CUSTOMER, text: 'Hi', options: options as INodeParameters });
		await send({ previewUrl: '={{ "true" }}' });
		await send({ previewUrl: '={{ "false" }}' });
		await send('={{ "{}" }}');
		const texts = (await benches.dialog360.bodies()).map(({ text }) => text);
		expect(texts).toEqual([{ body: 'Hi', preview_url: true }, { body: 'Hi', preview_url: false }, { body: 'Hi' }]);
	});
});

describe('a document', () => {
	const send = async (file: { fileName: string; mimeType: string; data: string }) => {
		const item = await binaryItem({ ...file, data: Buffer.from(file.data) });
		const parameters = { to: CUSTOMER, messageType: 'document', media: fromField('data') };
		const { error } = await benches.dialog360.run('message.send', parameters, { items: [item] });
		const [upload] = await benches.dialog360.sandbox.requests({ path: '/media' });
		const files = (upload?.body?.files ?? []) as unknown[];
		return { error, file: files[0], body: (await benches.dialog360.bodies())[0]?.document };
	};

	it.each([
		['without a name', '', 'application/pdf', 'file.pdf'],
		['without an extension', 'Invoice', 'application/pdf', 'Invoice.pdf'],
		['with a type that says nothing', 'Invoice.pdf', 'application/octet-stream', 'Invoice.pdf'],
	])('%s gets name and type', async (_, fileName, mimeType, name) => {
		const { error, file, body } = await send({ fileName, mimeType, data: '%PDF-1.7' });
		expect(error?.message).toBeUndefined();
		expect(file).toMatchObject({ fileName: name, contentType: 'application/pdf' });
		expect(body).toMatchObject({ filename: name });
	});

	it('that WhatsApp does not take is refused before the upload, with the way out', async () => {
		const { error, file } = await send({ fileName: 'list.csv', mimeType: 'text/csv', data: 'a,b' });
		expect(error?.message).toContain("'Media' holds a file of type text/csv");
		expect(error?.description).toBeTruthy();
		expect(file).toBeUndefined();
	});

	it.each([
		['name', { fileName: 'a\r\nX: 1.pdf', mimeType: 'application/pdf' }],
		['MIME type', { fileName: 'a.pdf', mimeType: 'application/pdf\r\nX: 1' }],
	])('writes no headers into its part by its %s', async (what, given) => {
		const { error, file } = await send({ ...given, data: '%PDF-1.7' });
		expect(error?.message).toContain(`'Media' holds a file whose ${what} has a line break in it`);
		expect(file).toBeUndefined();
	});
});
