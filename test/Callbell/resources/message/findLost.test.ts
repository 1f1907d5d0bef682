import { byId, CallbellBench, CUSTOMER, MAIN_CHANNEL } from '../../callbell';

let bench: CallbellBench;
beforeAll(async () => (bench = await CallbellBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => await bench.sandbox.reset());

const text = { to: CUSTOMER, text: 'Hello!' };

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
