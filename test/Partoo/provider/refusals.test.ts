import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { ADMIN_KEY, byId, CLOSED, EXPIRED, FACEBOOK, MANAGER_KEY, numbered, PartooBench, WITH_ISSUES } from '../partoo';

let bench: PartooBench;
beforeAll(async () => (bench = await PartooBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const text = { conversationId: byId(FACEBOOK), text: 'Hi' };
const answerWith = async (status: number, body: unknown, headers?: Record<string, string>) =>
	await bench.sandbox.faults([
		{ method: 'POST', path: '^/messages$', times: null, effect: 'status', status, body, headers },
	]);

describe("Partoo's refusals", () => {
	it.each([
		['errors with a text', 400, { errors: { json: 'Bad body' } }, 'Bad body'],
		['error with a text', 400, { error: { json: 'Bad body' } }, 'Bad body'],
		['a plain text', 400, { error: 'Bad body' }, 'Bad body'],
		['a list', 400, { errors: ['One', 'Two'] }, 'One; Two'],
		['fields', 400, { error: { json: { content: ['Too long', 'Too odd'] } } }, 'content: Too long; Too odd'],
		[
			'nested fields',
			422,
			{ errors: { json: { content: { title: { text: ['Too long'] } } } } },
			'content.title.text: Too long',
		],
		['a message beside', 409, { message: 'Conflict' }, 'Conflict'],
		['another JSON', 400, { detail: 'Odd' }, '{"detail":"Odd"}'],
		['an empty object', 400, {}, '{}'],
		['an empty body', 409, '', 'the answer is empty'],
		[
			'a web page',
			404,
			'<!doctype html><html><head><title>Not here</title></head></html>',
			'the answer is a web page titled "Not here"',
		],
		['a plain line', 400, 'bad gateway key', 'bad gateway key'],
	])('%s come out as one sentence with the code', async (_, status, body, words) => {
		await answerWith(status, body);
		const { error } = await bench.run('message.send', text);
		expect(error?.message).toBe(`Partoo refused the request (HTTP ${status}): ${words} [item 0]`);
		expect(error?.httpCode).toBe(String(status));
		expect(error?.description).toBeTruthy();
	});

	it('a server that broke down may have sent the message', async () => {
		await answerWith(503, '');
		const { error } = await bench.run('message.send', text);
		expect(error?.message).toBe(
			'Partoo could not process the request (HTTP 503): the answer is empty; the message may have been sent [item 0]',
		);
		expect(error?.description).toContain('Look at conversation 1001 in Partoo.');
	});

	it.each([
		[401, 'wrong-key', /API key/],
		[403, ADMIN_KEY, /role|permission/],
	])('%i says what to do', async (status, apiKey, nextStep) => {
		const { error } = await bench.run('message.send', { ...text, conversationId: byId(CLOSED) }, { apiKey });
		expect(error?.httpCode).toBe(String(status));
		expect(error?.description).toMatch(nextStep);
	});

	describe.each([
		['in words of its own', undefined],
		['without a word of it', { errors: { authorization: 'Operation not allowed' } }],
	])('403 %s', (_, body) => {
		it.each([
			[CLOSED, 'is closed', 'Re-open it'],
			[EXPIRED, 'has expired', 'Wait until the customer writes again'],
			[WITH_ISSUES, 'has issues', 'connecting the channel again'],
		])('for conversation %s says that it %s', async (id, says, nextStep) => {
			if (body) await answerWith(403, body);
			const { error } = await bench.run('message.send', { ...text, conversationId: byId(id) });
			expect(error?.message).toContain('HTTP 403');
			expect(error?.description).toContain(`The conversation ${says}: Partoo takes no message in it`);
			expect(error?.description).toContain(nextStep);
		});
	});

	it('403 for a conversation that is open is about the key', async () => {
		await answerWith(403, { errors: { authorization: 'Operation not allowed' } });
		const { error } = await bench.run('message.send', text);
		expect(error?.description).toContain("The key's role or permissions");
	});

	it.each([
		['message.send', { content: ['Too long'] }, "Change 'Text' and run it again."],
		['message.send', { content: { url: ['Not a URL'] } }, "Change 'URL' and run it again."],
		['message.send', { newer: { field: ['Odd'] } }, 'Change "newer.field" and run it again.'],
		['message.getAll', { per_page: ['At most 100'], conversation_id: ['Odd'] }, "Change 'Limit', 'Conversation' and"],
		['message.send', { _schema: ['Invalid input'] }, 'if it names nothing, check the fields of this node'],
	])('of %s that names %j leads to the labels', async (operation, json, nextStep) => {
		const times = null;
		await bench.sandbox.faults([
			{ path: '^/messages$', times, effect: 'status', status: 400, body: { error: { json } } },
		] as never);
		const { error } = await bench.run(
			operation,
			operation === 'message.send' ? text : { conversationId: byId(FACEBOOK) },
		);
		expect(error?.description).toContain(nextStep);
	});

	it('404 names the field', async () => {
		const { error } = await bench.run('message.send', { ...text, conversationId: byId('999999') });
		expect(error?.description).toContain("Check 'Conversation', and that the credential");
	});

	it('404 says that the ID may be of another organization', async () => {
		const { error } = await bench.run('conversation.get', { conversationId: byId('999999') });
		expect(error?.message).toBe('Partoo refused the request (HTTP 404): Resource not found [item 0]');
		expect(error?.description).toContain('organization');
	});

	it('a redirect is not followed, so that the key stays with Partoo', async () => {
		await answerWith(302, '', { location: `${bench.sandbox.url}/elsewhere` });
		const { error } = await bench.run('message.send', text);
		expect(error?.message).toContain('it redirects to');
		expect(await bench.sandbox.requests()).toHaveLength(1);
	});

	it('never hold the API key, even when a gateway repeats it', async () => {
		await answerWith(400, { errors: { json: `Invalid header x-APIKey: ${ADMIN_KEY}` } });
		const run = await bench.run('message.send', text);
		expect(run.error?.message).toContain('x-APIKey: ***');
		expect(JSON.stringify(run)).not.toContain(ADMIN_KEY);
		const passedOn = await bench.run('message.send', text, { onError: 'continueRegularOutput' });
		expect(JSON.stringify(passedOn)).not.toContain(ADMIN_KEY);
	});
});

describe('a connection that does not hold', () => {
	it('refused: nothing was sent', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await new Promise((resolve) => server.once('listening', resolve));
		const { port } = server.address() as AddressInfo;
		await new Promise((resolve) => server.close(resolve));
		const { error } = await bench.run('message.send', text, { baseUrl: `http://127.0.0.1:${port}/v2` });
		expect(error?.message).toBe(`Partoo could not be reached at 127.0.0.1:${port} (ECONNREFUSED) [item 0]`);
		expect(error?.description).toContain('Nothing was sent');
	});

	it('no answer in time: it may have been sent', async () => {
		await bench.sandbox.faults([{ method: 'POST', path: '^/messages$', effect: 'hang' }]);
		const { error } = await bench.run('message.send', { ...text, requestOptions: { timeout: 300 } });
		expect(error?.message).toBe(
			'Partoo did not answer in time (ECONNABORTED); the message may have been sent [item 0]',
		);
		expect(error?.description).toContain('It is not sent again');
	});

	it('reset: it may have been sent', async () => {
		await bench.sandbox.faults([{ method: 'POST', path: '^/messages$', effect: 'reset', times: null }]);
		const { error } = await bench.run('message.send', text);
		expect(error?.message).toMatch(
			/^The connection to Partoo broke before the answer came \(E\w+\); the message may have been sent \[item 0\]$/,
		);
		expect(error?.description).not.toContain('retry the request immediately');
	});
});

describe('Continue On Fail', () => {
	const mixed = { conversationId: byId('={{ $json.n === 1 ? 1008 : 1001 }}'), text: '=Number {{ $json.n }}' };

	it('lets the good items out and says of the bad one what went wrong, with its item link', async () => {
		const run = await bench.run('message.send', mixed, {
			items: numbered(3),
			onError: 'continueRegularOutput',
			nextNodeExpression: "={{ $('Start').item.json.n }}",
		});
		expect(run.status).toBe('success');
		expect(run.items.map(({ json }) => json.status)).toEqual(['sending', undefined, 'sending']);
		expect(run.items[1]?.json).toEqual({
			error: expect.stringMatching(/^Partoo refused the request \(HTTP 403\): .+ \[item 1\]$/),
			details: {
				code: '403',
				cause: expect.any(String),
				nextStep: expect.any(String),
				httpCode: '403',
				maybeSent: false,
			},
		});
		expect(run.nextNodeValues).toEqual([0, 1, 2]);
	});

	it('puts the bad item on the error output, together with its input', async () => {
		const { outputs } = await bench.run('message.send', mixed, { items: numbered(3), onError: 'continueErrorOutput' });
		expect(outputs[0]).toHaveLength(2);
		expect(outputs[1]?.[0]?.json).toMatchObject({ n: 1, error: expect.stringContaining('HTTP 403') });
	});

	it('says the same sentence as without it', async () => {
		const parameters = { ...mixed, conversationId: byId(CLOSED) };
		const stopped = await bench.run('message.send', parameters);
		const continued = await bench.run('message.send', parameters, { onError: 'continueRegularOutput' });
		expect(continued.items[0]?.json.error).toBe(stopped.error?.message);
	});
});

describe('a run that stops', () => {
	it('says which item was refused, how many were done and which were not started', async () => {
		await bench.sandbox.settings({ latencyMs: 50 });
		const { error } = await bench.run(
			'message.send',
			{
				conversationId: byId('={{ $json.n === 7 ? 1008 : 1001 }}'),
				text: '=Number {{ $json.n }}',
				requestOptions: { maxParallelRequests: 2 },
			},
			{ items: numbered(30) },
		);
		const { accepted } = await bench.sandbox.stats();
		expect(error?.message).toMatch(/HTTP 403.*\[item 7\]$/);
		expect(error?.description).toMatch(
			new RegExp(`Of 30 items ${accepted} were done, \\d+ were not started \\(\\d+–29\\)\\. Retry in the list`),
		);
		expect(accepted).toBeLessThan(12);
	});

	it('sends nothing at all when an expression of a later item cannot be resolved', async () => {
		const parameters = {
			conversationId: byId(FACEBOOK),
			text: '={{ $json.n === 2 ? $("Nowhere").item.json.n : "Hi" }}',
		};
		const { status } = await bench.run('message.send', parameters, { items: numbered(3) });
		expect(status).toBe('error');
		await new Promise((resolve) => setTimeout(resolve, 300));
		expect(await bench.sandbox.requests()).toEqual([]);
	});

	it('still sends the one item of Execute Once', async () => {
		const { items } = await bench.run('message.send', text, { items: numbered(3), executeOnce: true });
		expect(items).toHaveLength(1);
	});
});

describe('a key that may not', () => {
	it('learns which roles may ingest', async () => {
		const { error } = await bench.run(
			'customChannel.ingest',
			{
				channelId: 'shop-chat',
				businessId: byId('5409c35a97bbc544d8e26737'),
				externalConversationId: 'c1',
				externalMessageId: 'm1',
				content: 'Hi',
			},
			{ apiKey: MANAGER_KEY },
		);
		expect(error?.message).toMatch(/HTTP 403/);
		expect(error?.description).toContain('ORG_ADMIN and PROVIDER');
	});
});
