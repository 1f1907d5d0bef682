import { byId, CallbellBench, CUSTOMER, MAIN_CHANNEL, numbered, SALES } from '../../callbell';

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

	it.each([
		['whatsapp', CUSTOMER, '*Now* _new_'],
		['instagram', '17841405822304', 'Now new'],
	])('in Markdown has the marks that %s shows', async (from, to, shown) => {
		const options = { convertMarkdown: true };
		await bench.run('message.send', { from, to, text: '**Now** *new*', options });
		expect((await bench.bodies())[0]?.content).toEqual({ text: shown });
	});

	it('of which Markdown leaves nothing is not sent', async () => {
		const { error } = await bench.run('message.send', { ...text, text: '---', options: { convertMarkdown: true } });
		expect(error?.message).toContain("'Text' is empty");
		expect(await bench.bodies()).toHaveLength(0);
	});

	it.each([
		['={{ "WhatsApp" }}', 'whatsapp', '+31612345678'],
		['={{ "line" }}', 'line', CUSTOMER],
	])('goes out on the channel that %s means', async (from, word, to) => {
		await bench.run('message.send', { ...text, from });
		expect((await bench.bodies())[0]).toMatchObject({ from: word, to });
	});

	it.each(['={{ null }}', '={{ $json.nope }}'])('is not sent on a channel that is guessed: %s', async (from) => {
		const { error } = await bench.run('message.send', { ...text, from });
		expect(error?.message).toBe("'From' is empty [item 0]");
		expect(await bench.bodies()).toEqual([]);
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
		['no recipient', { ...text, to: '={{ "" }}' }, "'Recipient' is empty [item 0]"],
		['no recipient elsewhere', { ...text, from: 'telegram', to: ' ' }, "'Recipient' is empty [item 0]"],
		[
			'a name where the platform has IDs',
			{ ...text, from: 'telegram', to: 'Jane Doe' },
			'\'Recipient\' holds "Jane Doe", which is no ID [item 0]',
		],
		[
			'a recipient that is no number',
			{ ...text, to: 'John' },
			'\'Recipient\' holds "John", which is no phone number [item 0]',
		],
		[
			'a file path',
			{ to: CUSTOMER, messageType: 'image', mediaUrl: '/a.png' },
			'\'Media URL\' holds "/a.png", which is no complete URL [item 0]',
		],
		[
			'a long key',
			{ ...text, options: pairs(['k'.repeat(51), 'v']) },
			"'Metadata > 1 > Key' has 51 characters; at most 50 are allowed [item 0]",
		],
		[
			'a long value',
			{ ...text, options: pairs(['k', 'v'.repeat(501)]) },
			"'Metadata > 1 > Value' has 501 characters; at most 500 are allowed [item 0]",
		],
		[
			'a key twice',
			{ ...text, options: pairs(['k', 'v'], ['k', 'w']) },
			'\'Metadata\' gives "k" twice: as v and as w [item 0]',
		],
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
