import { CallbellBench, CUSTOMER, locator } from '../../callbell';

let bench: CallbellBench;
beforeAll(async () => (bench = await CallbellBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const customer = { contactId: locator('phone', CUSTOMER) };

describe('a conversation', () => {
	it('is closed and opened again', async () => {
		const closed = await bench.run('conversation.close', customer);
		expect(closed.items[0]?.json).toMatchObject({ name: 'John Doe', closedAt: expect.stringMatching(/Z$/) });
		const opened = await bench.run('conversation.open', { ...customer, simplify: false });
		expect(opened.items[0]?.json).toMatchObject({ closedAt: null, conversationHref: expect.any(String) });
	});

	it('takes a note', async () => {
		const { items } = await bench.run('conversation.addNote', { ...customer, text: 'Call back, @Jane' });
		expect(items[0]?.json).toEqual({ success: true });
		expect((await bench.sandbox.requests({ method: 'POST' }))[0]?.body).toEqual({ text: 'Call back, @Jane' });
	});

	it('gets a note once when its answer is lost', async () => {
		await bench.sandbox.faults([{ method: 'POST', path: '/note$', effect: 'lostAnswer' }], 'callbell');
		const { error } = await bench.run('conversation.addNote', { ...customer, text: 'Once' });
		expect(error?.message).toContain('may have been sent');
		expect((await bench.asked()).filter((request) => request.endsWith('/note'))).toHaveLength(1);
	});

	it.each([
		['startBot', 'bot_start'],
		['stopBot', 'bot_end'],
	])('%s answers the new state of the bot', async (operation, status) => {
		const { items } = await bench.run(`conversation.${operation}`, customer);
		expect(items[0]?.json).toEqual({ status });
	});
});
