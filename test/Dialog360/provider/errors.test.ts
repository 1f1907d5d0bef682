import { CUSTOMER, Dialog360Bench } from '../dialog360';

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
