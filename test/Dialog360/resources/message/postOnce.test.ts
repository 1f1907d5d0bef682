import { CUSTOMER, Dialog360Bench } from '../../dialog360';

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
		expect(error?.description).toMatch(/with the executionId \d+ and the itemIndex 0\./);
	});

	it('and without a mark is said to need one', async () => {
		await answerWith(200, { ok: true });
		const { error } = await bench.run('message.send', { ...text, options: { markMessages: false } });
		expect(error?.description).toContain('Tracking Text');
	});
});
