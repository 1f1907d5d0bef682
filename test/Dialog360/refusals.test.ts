import { CUSTOMER, Dialog360Bench } from './dialog360';

let bench: Dialog360Bench;
beforeAll(async () => (bench = await Dialog360Bench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const text = { to: CUSTOMER, text: 'Hi' };
const answerWith = async (status: number, body: unknown) =>
	await bench.fault([{ method: 'POST', path: '^/messages$', times: null, effect: 'status', status, body }]);
const meta = (code: number, message: string, more = {}) => ({
	error: { message, type: 'OAuthException', code, fbtrace_id: 'TRACE', ...more },
});

describe('the shapes of refusals', () => {
	it.each([
		['a text', 400, { error: 'Bad' }, 'Bad'],
		[
			"WhatsApp's details",
			400,
			meta(131009, '(#131009) Wrong', { error_data: { details: 'Column is wrong' } }),
			'Column is wrong',
		],
		["WhatsApp's message", 400, meta(131009, '(#131009) Wrong'), '(#131009) Wrong'],
		[
			"the gateway's words",
			403,
			{ meta: { http_code: 403, success: false, developer_message: 'Not here' } },
			'Not here',
		],
		['an older list', 400, { errors: [{ code: 1008, title: 'Missing', details: 'No body' }] }, 'No body'],
		['another JSON', 400, { odd: 1 }, '{"odd":1}'],
		['a web page', 400, '<html><head><title>Gate</title></head></html>', 'the answer is a web page titled "Gate"'],
	])('%s becomes one sentence', async (_shape, status, body, words) => {
		await answerWith(status, body);
		const { error } = await bench.run('message.send', text);
		expect(error?.message).toBe(`360dialog refused the request (HTTP ${status}): ${words} [item 0]`);
		expect(error?.description).toBeTruthy();
	});
});

describe('codes', () => {
	it.each([
		[400, meta(131047, 'Re-engagement message'), '24 hours', 'Send Template'],
		[400, meta(132000, 'Number of parameters'), 'number of values', 'template'],
		[404, meta(132001, 'Template name does not exist'), 'does not exist', 'list'],
		[400, meta(131053, 'Media upload error'), 'file', 'binary field'],
		[401, meta(190, 'Access token'), 'key', 'Hub'],
		[403, meta(200, 'Permission'), 'may not do this', 'Get Health'],
		[401, { error: 'Invalid API key' }, 'does not know the API key', 'credential'],
		[403, { error: 'The endpoint is blocked' }, 'blocked', 'Get Health'],
		[400, { error: 'Could not send message due to lack of payment…' }, 'no balance', 'Add funds'],
		[400, { error: 'Your WhatsApp for Business API has been disabled' }, 'switched this number off', 'Hub'],
		[302, '', 'base URL', 'redirects'],
	])('%i %j says the cause and the next step', async (status, body, cause, nextStep) => {
		await answerWith(status, body);
		const { error } = await bench.run('message.send', text);
		expect(error?.description).toContain(cause);
		expect(error?.description).toContain(nextStep);
	});

	it('and the trace ID are kept, under Continue On Fail too', async () => {
		await answerWith(400, meta(131047, 'Re-engagement message'));
		const { error } = await bench.run('message.send', text);
		expect(error?.context).toMatchObject({ code: '131047', traceId: 'TRACE' });
		const { items } = await bench.run('message.send', text, { onError: 'continueRegularOutput' });
		expect(items[0]?.json.details).toMatchObject({
			code: '131047',
			traceId: 'TRACE',
			httpCode: '400',
			maybeSent: false,
		});
	});

	it('a code that nobody knows yet keeps the words of WhatsApp', async () => {
		await answerWith(400, meta(199999, 'Something new'));
		const { error } = await bench.run('message.send', text);
		expect(error?.message).toContain('Something new');
		expect(error?.context).toMatchObject({ code: '199999' });
	});
});

describe('limits of the rate are waited out', () => {
	it.each([
		['400 and code 130429', 400, meta(130429, 'Rate limit hit')],
		['400 and the words of the gateway', 400, { error: 'You have exceeded the endpoint rate limit.' }],
		['429', 429, { error: 'Too many' }],
	])('%s', async (_what, status, body) => {
		await bench.fault([{ method: 'POST', path: '^/messages$', times: 2, effect: 'status', status, body }]);
		const { items } = await bench.run('message.send', text, { apiKey: bench.newKey() });
		expect(items[0]?.json.status).toBe('sending');
		expect(await bench.bodies()).toHaveLength(3);
	});
});

describe('a message that WhatsApp takes but does not send on', () => {
	it.each([
		['held_for_quality_assessment', 'assesses the quality'],
		['paused', 'template is paused'],
	])('%s is shown for what it is', async (word, note) => {
		await answerWith(200, {
			messaging_product: 'whatsapp',
			contacts: [{ input: CUSTOMER, wa_id: CUSTOMER }],
			messages: [{ id: 'wamid.7', message_status: word }],
		});
		const { items } = await bench.run('message.send', text);
		expect(items[0]?.json).toMatchObject({
			messageId: 'wamid.7',
			status: 'sending',
			isFinal: false,
			providerStatus: word,
		});
		expect(items[0]?.json.note).toContain(note);
	});

	it('a word that is new passes as unknown', async () => {
		await answerWith(200, { messages: [{ id: 'wamid.7', message_status: 'new_word' }] });
		const { items } = await bench.run('message.send', text);
		expect(items[0]?.json).toMatchObject({
			messageId: 'wamid.7',
			recipient: CUSTOMER,
			status: 'unknown',
			providerStatus: 'new_word',
		});
	});
});

describe('a send without a good answer', () => {
	it('is never repeated, and the error says how to find out', async () => {
		await bench.fault([{ method: 'POST', path: '^/messages$', effect: 'lostAnswer' }]);
		const { error } = await bench.run('message.send', { ...text, options: { trackingText: 'order-1' } });
		expect(await bench.bodies()).toHaveLength(1);
		expect(error?.message).toContain('the message may have been sent');
		expect(error?.description).toContain('tracking text "order-1"');
	});

	it('without an ID is in doubt as well', async () => {
		await answerWith(200, { ok: true });
		const { error } = await bench.run('message.send', text);
		expect(error?.message).toContain("without the new message's ID");
		expect(error?.message).toContain('may have been sent');
		expect(error?.description).toContain('Tracking Text');
	});
});
