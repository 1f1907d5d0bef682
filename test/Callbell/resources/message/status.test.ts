import { CallbellBench, CUSTOMER, numbered } from '../../callbell';

let bench: CallbellBench;
beforeAll(async () => (bench = await CallbellBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => {
	await bench.sandbox.reset();
	await bench.settings({ sendingMs: 300 });
});

const text = { to: CUSTOMER, text: 'Hello!' };
const wait = { afterSending: 'wait' };

const sent = async (words = 'Hello!') => {
	const { items } = await bench.run('message.send', { ...text, text: words });
	return String(items[0]?.json.messageId);
};

const until = async (messageId: string, status: string) => {
	for (let tries = 0; tries < 50; tries++) {
		const { items } = await bench.run('message.getStatus', { messageId });
		if (items[0]?.json.providerStatus === status) return items[0].json;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	throw new Error(`The message was never ${status}`);
};

describe('Wait Until Delivered', () => {
	it('takes what is told of another message for nothing about this one', async () => {
		const body = { message: { uuid: 'another', status: 'read' } };
		await bench.sandbox.faults(
			[{ method: 'GET', path: '/messages/status/', effect: 'status', status: 200, body, times: null }],
			'callbell',
		);
		const { items } = await bench.run('message.send', { ...text, ...{ ...wait, deliveryTimeout: 4 } });
		expect(await bench.asked()).toContainEqual(expect.stringContaining('GET /messages/status/'));
		expect(items[0]?.json).toMatchObject({ status: 'sending', isFinal: false });
		expect(items[0]?.json.messageId).not.toBe('another');
	});

	it('answers the final status', async () => {
		const { items } = await bench.run('message.send', { ...text, ...wait });
		expect(items[0]?.json).toMatchObject({ isFinal: true, recipient: '31612345678', provider: 'callbell' });
		expect(['delivered', 'read']).toContain(items[0]?.json.status);
	});

	it('waits for many at once', async () => {
		const { items } = await bench.run(
			'message.send',
			{ ...text, text: '=Number {{ $json.n }}', ...wait },
			{ items: numbered(10) },
		);
		expect(items.map(({ json }) => json.isFinal)).toEqual(Array(10).fill(true));
	});

	it('stops with the reason when the message was not delivered', async () => {
		const { error } = await bench.run('message.send', { ...text, text: 'Hi #fail', ...wait });
		expect(error?.message).toMatch(
			/^Callbell could not deliver message \w+ to 31612345678: Message undeliverable \(131026\) \[item 0\]$/,
		);
	});

	it('leads to templates when the customer wrote too long ago', async () => {
		const { error } = await bench.run('message.send', { to: '+4917012345678', text: 'Hi', ...wait });
		expect(error?.message).toContain('131047');
		expect(error?.description).toContain('Use Send Template');
	});

	it('passes a failed message on when the user wants it', async () => {
		const { items } = await bench.run('message.send', {
			...text,
			text: 'Hi #fail',
			...{ ...wait, whenDeliveryFails: 'continue' },
		});
		expect(items[0]?.json).toMatchObject({
			status: 'failed',
			isFinal: true,
			errorCode: '131026',
			errorMessage: 'Message undeliverable',
		});
	});

	it('is an option of workflows that were saved before', async () => {
		const options = { waitForDelivery: true, deliveryTimeout: 60, whenDeliveryFails: 'continue' };
		const { items } = await bench.run('message.send', { ...text, text: 'Hi #fail', options });
		expect(items[0]?.json).toMatchObject({ status: 'failed', isFinal: true });
	});

	it('lets the item go on without a final status when the time is up', async () => {
		const { items } = await bench.run('message.send', {
			...text,
			text: 'Hi #stuck',
			...{ ...wait, deliveryTimeout: 3 },
		});
		expect(items[0]?.json).toMatchObject({ status: 'sending', isFinal: false });
	});
});

describe('Get Status', () => {
	it('answers what became of a message', async () => {
		expect(await until(await sent(), 'read')).toMatchObject({
			status: 'read',
			isFinal: true,
			recipient: '31612345678',
			timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
		});
	});

	it('shows the number that WhatsApp put in the place of a mistaken one', async () => {
		await bench.settings({ sendingMs: 600 });
		expect(await until(await sent('Hi #mismatch'), 'mismatch')).toMatchObject({
			status: 'sent',
			isFinal: false,
			recipient: '316123456789',
		});
	});

	it('says that it is not known', async () => {
		const { error } = await bench.run('message.getStatus', { messageId: 'none' });
		expect(error?.message).toBe('Callbell refused the request (HTTP 404): message not found [item 0]');
	});
});

describe('Delete', () => {
	it.each([
		['in the path', 'path', 1],
		['in the body', 'body', 2],
	] as const)('names the message %s', async (_, deletePath, requests) => {
		await bench.settings({ deletePath });
		const messageId = await sent();
		await bench.sandbox.clearRequests();
		const { items } = await bench.run('message.delete', { messageId });
		expect(items[0]?.json).toEqual({ deleted: true });
		expect(await bench.asked()).toEqual([`DELETE /messages/${messageId}`, 'DELETE /messages'].slice(0, requests));
		expect((await bench.run('message.getStatus', { messageId })).error).toBeDefined();
	});
});
