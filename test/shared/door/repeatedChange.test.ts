import { CallbellBench, CUSTOMER, locator } from '../../Callbell/callbell';
import { Dialog360Bench } from '../../Dialog360/dialog360';
import { runAt } from '../everyOperation';
import { useFastClock } from '../fastClock';
import { json, startServer } from '../startServer';

useFastClock();

describe('a delete whose answer was lost', () => {
	let dialog360: Dialog360Bench;
	let callbell: CallbellBench;
	beforeAll(async () => {
		dialog360 = await Dialog360Bench.start();
		callbell = await CallbellBench.start();
	});
	afterAll(async () => await Promise.all([dialog360.sandbox.stop(), callbell.sandbox.stop()]));
	beforeEach(async () => await Promise.all([dialog360.sandbox.reset(), callbell.sandbox.reset()]));

	const loseAt = async (bench: Dialog360Bench | CallbellBench, provider: 'dialog360' | 'callbell', method: string) =>
		await bench.sandbox.faults([{ method, effect: 'lostAnswer' }], provider);

	it('of a file at 360dialog is a success', async () => {
		const mediaId = await dialog360.uploadedFile();
		await loseAt(dialog360, 'dialog360', 'DELETE');
		const { items, error } = await dialog360.run('media.delete', { mediaId });
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ deleted: true });
	});

	it.each(['newer', 'older', 'both'])('of a template at 360dialog is a success (lists: %s)', async (templateLists) => {
		await dialog360.sandbox.control('POST', 'settings', { dialog360: { templateLists } });
		await loseAt(dialog360, 'dialog360', 'DELETE');
		const template = { __rl: true, mode: 'id', value: 'hello_world:en_US' } as never;
		const { items, error } = await dialog360.run('template.delete', { template });
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ deleted: true });
	});

	it('of a contact at Callbell is a success', async () => {
		await loseAt(callbell, 'callbell', 'DELETE');
		const { items, error } = await callbell.run('contact.delete', { contactId: locator('phone', CUSTOMER) });
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ deleted: true });
	});

	it.each(['path', 'body'] as const)('of a message at Callbell is a success (ID in the %s)', async (deletePath) => {
		await callbell.settings({ deletePath });
		const sent = await callbell.run('message.send', { to: CUSTOMER, text: 'Hi' });
		const messageId = sent.items[0]!.json.messageId as string;
		await callbell.sandbox.faults([{ method: 'DELETE', effect: 'lostAnswer' }], 'callbell');
		const { items, error } = await callbell.run('message.delete', { messageId });
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ deleted: true });
	});

	it('of a message at Callbell is a success when it says that it is gone', async () => {
		const server = await startServer((_, response) => {
			if (server.asked.length === 1) response.destroy();
			else json(response, { error: 'Gone' }, 410);
		});
		const { error } = await runAt(server.url, ['callbell', 'message.delete'], { apiKey: 'key-of-what-is-gone' });
		expect(error).toBeUndefined();
		await server.close();
	});

	it('is none when a gateway in the place of the provider finds nothing', async () => {
		const server = await startServer((_, response) => {
			if (server.asked.length === 1) response.destroy();
			else response.writeHead(404, { 'content-type': 'text/html' }).end('<html><title>404 Not Found</title></html>');
		});
		const { error } = await runAt(server.url, ['dialog360', 'media.delete'], { apiKey: 'key-of-a-gateway' });
		expect(error?.message).toContain('(HTTP 404): the answer is a web page titled "404 Not Found"');
		await server.close();
	});

	it('is none when nothing was lost: what is not there cannot be deleted', async () => {
		const { error } = await callbell.run('message.delete', { messageId: 'nobody-knows' });
		expect(error?.message).toContain('HTTP 404');
	});

	it('is a success when n8n runs the node again after it', async () => {
		const mediaId = await dialog360.uploadedFile();
		await dialog360.sandbox.faults(
			[
				{ method: 'DELETE', effect: 'lostAnswer' },
				{ method: 'DELETE', effect: 'reset', times: 3 },
			],
			'dialog360',
		);
		const { status, tries } = await dialog360.run('media.delete', { mediaId }, { retryOnFail: true, maxTries: 2 });
		expect(tries).toBe(2);
		expect(status).toBe('success');
	});

	describe('a new template whose answer was lost', () => {
		const parameters = { templateName: 'brand_new', language: 'en', bodyText: 'Hello' };

		it('is found, and answered as the new one', async () => {
			await loseAt(dialog360, 'dialog360', 'POST');
			const { items, error } = await dialog360.run('template.create', parameters);
			expect(error).toBeUndefined();
			expect(items[0]?.json).toMatchObject({ name: 'brand_new', language: 'en', id: expect.anything() });
		});

		it('is not taken for another one of its name', async () => {
			await dialog360.run('template.create', parameters);
			await dialog360.sandbox.faults([{ method: 'POST', effect: 'reset' }], 'dialog360');
			const { error } = await dialog360.run('template.create', { ...parameters, bodyText: 'Something else' });
			expect(error?.message).toContain('refused');
		});
	});

	describe('a new contact whose answer was lost', () => {
		const parameters = { identifier: '+491701112233', name: 'Ann' };
		const fail = async (effect: 'lostAnswer' | 'reset') =>
			await callbell.sandbox.faults([{ method: 'POST', path: '^/contacts$', effect }], 'callbell');

		it('is found when it was created since', async () => {
			await fail('lostAnswer');
			const { items, error } = await callbell.run('contact.create', parameters);
			expect(error).toBeUndefined();
			expect(items[0]?.json).toMatchObject({ name: 'Ann' });
		});

		it('is not taken for an old one of the number', async () => {
			await callbell.run('contact.create', parameters);
			await new Promise((resolve) => setTimeout(resolve, 2_500));
			await fail('reset');
			const { error } = await callbell.run('contact.create', parameters);
			expect(error?.message).toContain('may have been sent');
		});

		it('is not taken for one of another name', async () => {
			await fail('reset');
			await callbell.run(
				'contact.create',
				{ ...parameters, name: 'Somebody else' },
				{ onError: 'continueRegularOutput' },
			);
			await callbell.sandbox.control('POST', 'callbell/contacts', { identifier: '491709998877', name: 'Other' });
			await fail('reset');
			const { error } = await callbell.run('contact.create', { identifier: '+491709998877', name: 'Ann' });
			expect(error?.message).toContain('may have been sent');
		});
	});
});
