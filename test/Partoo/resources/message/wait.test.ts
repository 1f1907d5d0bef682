import { byId, FACEBOOK, numbered, PartooBench } from '../../partoo';

let bench: PartooBench;
beforeAll(async () => (bench = await PartooBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => {
	await bench.sandbox.reset();
	await bench.sandbox.settings({ sendingMs: 300 });
});

const reads = async () => await bench.sandbox.requests({ method: 'GET', path: '/messages' });
const wait = { afterSending: 'wait' };

describe('Wait Until Delivered', () => {
	it('answers the final status with the time of the message', async () => {
		const { items } = await bench.run('message.send', { conversationId: byId(FACEBOOK), text: 'Hi', ...wait });
		expect(items[0]?.json).toMatchObject({
			status: 'delivered',
			isFinal: true,
			providerStatus: 'Success',
			conversationId: FACEBOOK,
			timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
			raw: { content: 'Hi' },
		});
		expect(await reads()).toHaveLength(1);
	});

	it('asks once for all messages of a conversation', async () => {
		const { items } = await bench.run(
			'message.send',
			{ conversationId: byId(FACEBOOK), text: '=Number {{ $json.n }}', ...wait },
			{ items: numbered(20) },
		);
		expect(items.map(({ json }) => json.status)).toEqual(Array(20).fill('delivered'));
		expect((await reads()).length).toBeLessThanOrEqual(2);
	});

	it('stops with the reason when the message was not delivered', async () => {
		const { error } = await bench.run('message.send', {
			conversationId: byId(FACEBOOK),
			text: 'Hi #fail',
			...wait,
		});
		expect(error?.message).toMatch(
			/^Partoo could not deliver message \d+ in conversation 1001 \(status Failed\) \[item 0\]$/,
		);
		expect(error?.description).toContain('Retry');
	});

	it('passes a failed message on when the user wants it', async () => {
		const fate = { ...wait, whenDeliveryFails: 'continue' };
		const { items, status } = await bench.run('message.send', {
			conversationId: byId(FACEBOOK),
			text: 'Hi #fail',
			...fate,
		});
		expect(status).toBe('success');
		expect(items[0]?.json).toMatchObject({
			status: 'failed',
			isFinal: true,
			providerStatus: 'Failed',
			errorCode: null,
		});
	});

	it('is read before the message goes out', async () => {
		const deliveryTimeout = '={{ "soon" }}';
		const { error } = await bench.run('message.send', {
			conversationId: byId(FACEBOOK),
			text: 'Hi',
			...wait,
			deliveryTimeout,
		});
		expect(error?.message).toBe('\'Delivery Timeout\' holds "soon", which is no number [item 0]');
		expect(await bench.sandbox.requests()).toEqual([]);
	});

	it('is an option of workflows that were saved before', async () => {
		const options = { waitForDelivery: true, deliveryTimeout: 60, whenDeliveryFails: 'continue' };
		const { items } = await bench.run('message.send', { conversationId: byId(FACEBOOK), text: 'Hi #fail', options });
		expect(items[0]?.json).toMatchObject({ status: 'failed', isFinal: true });
	});

	it('lets the item go on without a final status when the time is up', async () => {
		const fate = { ...wait, deliveryTimeout: 3 };
		const started = Date.now();
		const { items } = await bench.run('message.send', { conversationId: byId(FACEBOOK), text: 'Hi #stuck', ...fate });
		expect(items[0]?.json).toMatchObject({ status: 'sending', isFinal: false });
		expect(Date.now() - started).toBeLessThan(4_000);
	});

	it('asks for the statuses of an account at most once a second', async () => {
		const { items } = await bench.run(
			'message.send',
			{ conversationId: byId('={{ [1001, 1002, 1003, 1004][$json.n] }}'), text: 'Hi', ...wait },
			{ items: numbered(4) },
		);
		expect(items.map(({ json }) => json.status)).toEqual(Array(4).fill('delivered'));
		const times = (await reads()).map(({ startedAt }) => startedAt);
		expect(times).toHaveLength(4);
		for (let index = 1; index < times.length; index++) expect(times[index]! - times[index - 1]!).toBeGreaterThan(950);
	});

	it('survives a status request that goes wrong', async () => {
		await bench.sandbox.faults([{ method: 'GET', path: '^/messages$', effect: 'status', status: 404 }]);
		const { items } = await bench.run('message.send', { conversationId: byId(FACEBOOK), text: 'Hi', ...wait });
		expect(items[0]?.json.status).toBe('delivered');
	});
});

describe('Retry', () => {
	const failed = async (text = 'Hi #fail') => {
		const fate = { ...wait, whenDeliveryFails: 'continue' };
		const { items } = await bench.run('message.send', { conversationId: byId(FACEBOOK), text, ...fate });
		await bench.sandbox.clearRequests();
		return String(items[0]?.json.messageId);
	};

	it('sends a failed message again and answers that it is on its way', async () => {
		const messageId = await failed();
		const { items } = await bench.run('message.retry', { messageId });
		const [request] = await bench.sandbox.requests();
		expect(request).toMatchObject({ method: 'POST', path: `/messages/${messageId}/retry`, status: 200 });
		expect(request?.headers['content-type']).toBe('application/json');
		expect(items[0]?.json).toMatchObject({ messageId, conversationId: null, status: 'sending', isFinal: false });
	});

	it('waits for the fate when it knows the conversation, and does not take the old one for it', async () => {
		await bench.sandbox.settings({ sendingMs: 3_000 });
		const messageId = await failed();
		const { items } = await bench.run('message.retry', {
			messageId,
			...wait,
			options: { conversationId: byId(FACEBOOK) },
		});
		expect(items[0]?.json).toMatchObject({ messageId, conversationId: FACEBOOK, status: 'delivered', isFinal: true });
	});

	it('wants the conversation before it sends, if it is to wait', async () => {
		const messageId = await failed();
		const { error } = await bench.run('message.retry', { messageId, ...wait });
		expect(error?.message).toBe("'Conversation' is needed to wait for delivery [item 0]");
		expect(await bench.sandbox.requests()).toEqual([]);
	});

	it('explains that only a failed message can be sent again', async () => {
		const sent = await bench.run('message.send', { conversationId: byId(FACEBOOK), text: 'Hi' });
		const { error } = await bench.run('message.retry', { messageId: sent.items[0]?.json.messageId as string });
		expect(error?.message).toMatch(/^Partoo refused the request \(HTTP 4\d\d\): /);
	});

	it('says of a message that was delivered that there is nothing to do', async () => {
		const sent = await bench.run('message.send', { conversationId: byId(FACEBOOK), text: 'Hi', ...wait });
		const messageId = sent.items[0]?.json.messageId as string;
		const options = { conversationId: byId(FACEBOOK) };
		const { error } = await bench.run('message.retry', { messageId, options });
		expect(error?.description).toContain('Nothing to do: it was delivered.');
		const unknown = await bench.run('message.retry', { messageId });
		expect(unknown.error?.description).toContain('If it was delivered, there is nothing to do.');
	});

	it('says of a message that is on its way that there is nothing to do for now', async () => {
		const { items } = await bench.run('message.send', { conversationId: byId(FACEBOOK), text: 'Hi #stuck' });
		const options = { conversationId: byId(FACEBOOK) };
		const { error } = await bench.run('message.retry', { messageId: items[0]?.json.messageId as string, options });
		expect(error?.description).toContain('Nothing to do for now: it is still being sent.');
	});

	it('takes whole numbers only', async () => {
		const { error } = await bench.run('message.retry', { messageId: 'wamid.1' });
		expect(error?.message).toBe('\'Message ID\' must be a whole number, not "wamid.1" [item 0]');
	});
});
