import { createHash } from 'node:crypto';
import { binaryItem } from '../../engine';
import type { MultipartBody } from '../../sandboxClient';
import { CUSTOMER, Dialog360Bench, fromField } from '../dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const uploads = async () => await bench.sandbox.requests<MultipartBody>({ method: 'POST', path: '/media' });

const pdf = async (data: Buffer | number = Buffer.from('%PDF-1.7'), mode?: 'memory' | 'filesystem') =>
	await binaryItem({ fileName: 'Invoice "1".pdf', mimeType: 'application/pdf', data, mode });

const document = { to: CUSTOMER, messageType: 'document', media: fromField('data') };

describe.each(['memory', 'filesystem'] as const)('a file of a binary field (%s)', (mode) => {
	it('is uploaded and sent in one step, with its name and an exact length', async () => {
		const data = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 31) % 256));
		const { error } = await bench.run(
			'message.send',
			{ ...document, caption: 'Yours' },
			{ items: [await pdf(data, mode)], binaryMode: mode },
		);
		expect(error?.message).toBeUndefined();
		const [upload] = await uploads();
		expect(upload?.headers['content-length']).toMatch(/^2\d{5}$/);
		expect(upload?.body.fields).toEqual({ messaging_product: 'whatsapp' });
		expect(upload?.body.files).toEqual([
			{
				field: 'file',
				fileName: 'Invoice %221%22.pdf',
				contentType: 'application/pdf',
				size: data.length,
				sha256: createHash('sha256').update(data).digest('hex'),
			},
		]);
		expect((await bench.bodies())[0]).toMatchObject({
			type: 'document',
			document: { id: expect.stringMatching(/^\d+$/), caption: 'Yours', filename: 'Invoice "1".pdf' },
		});
	});

	it('is uploaded once for many recipients, and one ID goes to all', async () => {
		const item = await pdf(undefined, mode);
		const items = Array.from({ length: 12 }, () => ({ json: {}, binary: item.binary }));
		const { status } = await bench.run('message.send', document, { items, binaryMode: mode });
		expect(status).toBe('success');
		expect(await uploads()).toHaveLength(1);
		const ids = (await bench.bodies()).map(({ document: sent }) => (sent as { id: string }).id);
		expect(ids).toHaveLength(12);
		expect(new Set(ids).size).toBe(1);
	});
});

describe('an upload that fails', () => {
	it('is repeated when the answer was lost, since it reaches no customer', async () => {
		await bench.fault([{ method: 'POST', path: '^/media$', effect: 'lostAnswer' }]);
		const { status } = await bench.run('message.send', document, { items: [await pdf()] });
		expect(status).toBe('success');
		expect(await uploads()).toHaveLength(2);
		expect(await bench.bodies()).toHaveLength(1);
	});

	it('leaves no doubt about the message', async () => {
		await bench.fault([
			{
				method: 'POST',
				path: '^/media$',
				effect: 'status',
				status: 500,
				times: null,
				body: { error: 'Internal server error' },
			},
		]);
		const { items } = await bench.run('message.send', document, {
			items: [await pdf()],
			onError: 'continueRegularOutput',
		});
		expect(items[0]?.json.error).toContain('Internal server error; the message was not sent');
		expect(items[0]?.json.details).toMatchObject({ maybeSent: false, httpCode: '500' });
		expect(await bench.bodies()).toEqual([]);
	});
});
