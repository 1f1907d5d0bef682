import { CallbellBench, CUSTOMER } from '../callbell';

let bench: CallbellBench;
beforeAll(async () => (bench = await CallbellBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const text = { to: CUSTOMER, text: 'Hello!' };

describe('a refusal', () => {
	const refuse = async (status: number, body: object) =>
		await bench.sandbox.faults([{ path: '^/messages/send$', effect: 'status', status, body }], 'callbell');

	it('of the key says so, and never shows it', async () => {
		const { error } = await bench.run('message.send', text, { apiKey: 'wrong-secret' });
		expect(error?.message).toBe('Callbell refused the request (HTTP 401): not authorized [item 0]');
		expect(JSON.stringify(error)).not.toContain('wrong-secret');
	});

	it('for want of credit is said in plain words, with its code', async () => {
		await refuse(402, { error: 'Payment required', code: 'whatsapp_wallet_depleted_credit' });
		const { error } = await bench.run('message.send', text);
		expect(error?.context?.code).toBe('whatsapp_wallet_depleted_credit');
		expect(error?.description).toContain('Top up');
	});

	it('that names fields leads to their labels', async () => {
		await refuse(422, { error: { team_uuid: ['does not exist'], 'content.text': ['is bad', 'is long'] } });
		const { error } = await bench.run('message.send', text);
		expect(error?.message).toBe(
			'Callbell refused the request (HTTP 422): team_uuid: does not exist; content.text: is bad; is long [item 0]',
		);
		expect(error?.description).toContain("'Team', 'Text'");
	});
});

describe('an answer', () => {
	const answer = async (status: number, body: object, headers: Record<string, string> = {}) =>
		await bench.sandbox.faults([{ path: '^/messages/send$', effect: 'status', status, body, headers }], 'callbell');

	it('that comes as a list of one is understood', async () => {
		await answer(200, { message: [{ uuid: 'abc', status: 'sent' }] });
		const { items } = await bench.run('message.send', text);
		expect(items[0]?.json).toMatchObject({ messageId: 'abc', status: 'sent' });
	});

	it.each([{}, { message: {} }, { message: { status: 'enqueued' } }])(
		'without the UUID is no proof of a sent message: %j',
		async (body) => {
			await answer(200, body);
			const { error } = await bench.run('message.send', {
				to: CUSTOMER,
				messageType: 'image',
				mediaUrl: 'https://example.com/a.png',
			});
			expect(error?.message).toMatch(
				/^Callbell answered HTTP 200 without .*the message may have been sent \[item 0\]$/,
			);
		},
	);

	it('that refuses for the rate costs one more request', async () => {
		await answer(429, { error: 'Too many requests' });
		const { items } = await bench.run('message.send', text);
		expect(items[0]?.json.status).toBe('sending');
		expect(await bench.bodies()).toHaveLength(2);
	});

	it.each([
		[403, 'plan'],
		[404, 'right account'],
		[302, 'without redirects'],
		[400, 'Change what Callbell names'],
	])('%i leads to the next step', async (status, words) => {
		await answer(status, { error: 'no' }, status === 302 ? { location: '/elsewhere' } : {});
		const { error } = await bench.run('message.send', text);
		expect(error?.description).toContain(words);
	});
});
