import { byId, CallbellBench, CUSTOMER, MAIN_CHANNEL, numbered, SALES } from './callbell';

let bench: CallbellBench;
beforeAll(async () => (bench = await CallbellBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const text = { to: CUSTOMER, text: 'Hello!' };

describe('a text', () => {
	it('comes out as a delivery status, linked to its item', async () => {
		const { items, status } = await bench.run('message.send', text);
		expect(status).toBe('success');
		expect(items).toEqual([
			{
				json: {
					messageId: expect.stringMatching(/^[0-9a-f]{32}$/),
					conversationId: null,
					recipient: '31612345678',
					status: 'sending',
					isFinal: false,
					errorCode: null,
					errorMessage: null,
					provider: 'callbell',
					providerStatus: 'enqueued',
					timestamp: null,
					raw: { uuid: expect.any(String), status: 'enqueued' },
				},
				pairedItem: { item: 0 },
			},
		]);
	});

	it('is sent once per item', async () => {
		await bench.run('message.send', { ...text, text: '=Number {{ $json.n }}' }, { items: numbered(12) });
		expect(await bench.bodies()).toHaveLength(12);
		expect(await bench.sandbox.stats('callbell')).toMatchObject({ accepted: 12, duplicates: 0 });
	});

	it.each(['0031 6 1234-5678', '31612345678', '+31 (0)6 12345678', 31612345678])(
		'reaches the phone number written as %s',
		async (to) => {
			await bench.run('message.send', { ...text, to });
			expect((await bench.bodies())[0]?.to).toBe('+31612345678');
		},
	);

	it('reaches customers of other platforms by their identifier as it is', async () => {
		const { items } = await bench.run('message.send', { ...text, from: 'facebook', to: '100200300400' });
		expect((await bench.bodies())[0]).toMatchObject({ from: 'facebook', to: '100200300400' });
		expect(items[0]?.json.recipient).toBe('100200300400');
	});

	it('reaches a hidden number by its BSUID', async () => {
		const { items } = await bench.run('message.send', {
			...text,
			to: '',
			options: { bsuid: 'NL.13491208655302741918' },
		});
		const [body] = await bench.bodies();
		expect(body).toMatchObject({ bsuid: 'NL.13491208655302741918' });
		expect(body).not.toHaveProperty('to');
		expect(items[0]?.json.recipient).toBe('NL.13491208655302741918');
	});
});

describe('options', () => {
	it('go into the body where they are set', async () => {
		const { items } = await bench.run('message.send', {
			...text,
			channelId: byId(MAIN_CHANNEL),
			options: {
				assignedUser: 'john.doe@email.com',
				teamId: byId(SALES),
				botStatus: 'bot_end',
				responseFields: ['contact', 'conversation'],
				metadata: { pair: [{ key: 'customer_id', value: 123456 }] },
				additionalBodyFields: '{"content": {"text": "Hi"}}',
			},
		});
		expect(await bench.bodies()).toEqual([
			{
				to: CUSTOMER,
				from: 'whatsapp',
				type: 'text',
				channel_uuid: MAIN_CHANNEL,
				content: { text: 'Hi' },
				assigned_user: 'john.doe@email.com',
				team_uuid: SALES,
				bot_status: 'bot_end',
				fields: 'contact,conversation',
				metadata: { customer_id: '123456' },
			},
		]);
		expect(items[0]?.json.raw).toMatchObject({ contact: { name: 'John Doe' }, conversation: { source: 'whatsapp' } });
	});
});

const pairs = (...list: Array<[string, string]>) => ({
	metadata: { pair: list.map(([key, value]) => ({ key, value })) },
});

describe('what can be told before sending', () => {
	it.each([
		['an empty text', { ...text, text: ' ' }, "'Text' is empty [item 0]"],
		['no recipient', { ...text, to: '' }, "'Recipient' is empty [item 0]"],
		['no recipient elsewhere', { ...text, from: 'telegram', to: ' ' }, "'Recipient' is empty [item 0]"],
		[
			'a recipient that is no number',
			{ ...text, to: 'John' },
			'\'Recipient\' holds "John", which is no phone number [item 0]',
		],
		[
			'a file path',
			{ to: CUSTOMER, messageType: 'image', mediaUrl: '/a.png' },
			"'Media URL' is no complete URL [item 0]",
		],
		[
			'a long key',
			{ ...text, options: pairs(['k'.repeat(51), 'v']) },
			"'Metadata' has 51 characters; at most 50 are allowed [item 0]",
		],
		[
			'a long value',
			{ ...text, options: pairs(['k', 'v'.repeat(501)]) },
			"'Metadata' has 501 characters; at most 500 are allowed [item 0]",
		],
		['a key twice', { ...text, options: pairs(['k', 'v'], ['k', 'w']) }, "'Metadata' has a key twice [item 0]"],
		[
			'eleven pairs',
			{ ...text, options: pairs(...Array.from({ length: 11 }, (_, n): [string, string] => [`k${n}`, 'v'])) },
			"'Metadata' has 11 pairs; at most 10 are allowed [item 0]",
		],
	])('%s sends nothing and names the field', async (_, parameters, message) => {
		const { error } = await bench.run('message.send', parameters);
		expect(error?.message).toBe(message);
		expect(error?.description).toBeTruthy();
		expect(await bench.asked()).toEqual([]);
	});
});

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

describe('an answer that was lost', () => {
	const lose = async () =>
		await bench.sandbox.faults([{ method: 'POST', path: '^/messages/send$', effect: 'lostAnswer' }], 'callbell');

	it.each([
		['phone number', text],
		['BSUID', { ...text, to: '', options: { bsuid: 'NL.13491208655302741918' } }],
		['phone number on a channel', { ...text, channelId: byId(MAIN_CHANNEL) }],
	])('costs no second message: the first is found by %s', async (_, parameters) => {
		await lose();
		const { items, error } = await bench.run('message.send', parameters);
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ status: 'sending', wasFoundAfterLostAnswer: true, providerStatus: null });
		expect((await bench.sandbox.stats('callbell')).accepted).toBe(1);
	});

	it('is not mistaken for an older message with the same text', async () => {
		await bench.run('message.send', text);
		await new Promise((resolve) => setTimeout(resolve, 3_500));
		await bench.sandbox.faults(
			[{ method: 'POST', path: '^/messages/send$', effect: 'status', status: 500, body: { error: 'oops' } }],
			'callbell',
		);
		const { error } = await bench.run('message.send', text);
		expect(error?.message).toBe(
			'Callbell could not process the request (HTTP 500): oops; the message may have been sent [item 0]',
		);
	});

	it('on a channel without a look-up is left to a person', async () => {
		await lose();
		const { error } = await bench.run('message.send', { ...text, from: 'facebook', to: '100200300400' });
		expect(error?.message).toContain('the message may have been sent');
		expect(error?.description).toContain('100200300400');
	});

	it('of a file without text is left to a person', async () => {
		await lose();
		const { error } = await bench.run('message.send', {
			to: CUSTOMER,
			messageType: 'document',
			mediaUrl: 'https://example.com/a.pdf',
		});
		expect(error?.message).toContain('the message may have been sent');
		expect(error?.description).toContain('31612345678');
		expect((await bench.sandbox.stats('callbell')).accepted).toBe(1);
	});
});
