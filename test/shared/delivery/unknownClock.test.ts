import { partooAt } from '../partooAt';
import { useFastClock } from '../fastClock';
import { startServer } from '../startServer';

useFastClock();

const HOUR = 3_600_000;

/**
 * Loses the answer to a send, and lists one equal message.
 *
 * @param age of that message in milliseconds when the send goes out
 * @param headers of the list, beside its type
 */
async function lose(age: number, headers: (now: number) => Record<string, string>, hasDate = true) {
	let date = '';
	let sent = '';
	const server = await startServer(({ method, body }, response) => {
		if (method === 'POST') {
			sent = (JSON.parse(body) as { content: string }).content;
			date = new Date(Date.now() - age).toISOString();
			return void response.destroy();
		}
		const message = { id: 8, conversation_id: 1001, content_type: 'Text', content: sent, sender_type: 'User', date };
		response.sendDate = hasDate;
		response.writeHead(200, { 'content-type': 'application/json', ...headers(Date.now()) });
		response.end(JSON.stringify({ messages: [message], next_cursor: null }));
	});
	const { items } = await partooAt(server.url, {}, { onError: 'continueRegularOutput' });
	await server.close();
	return items[0]?.json;
}

const dated = (off: number) => (now: number) => ({ date: new Date(now + off).toUTCString() });
const FOUND = { messageId: '8', wasFoundAfterLostAnswer: true };
const IN_DOUBT = { error: expect.stringContaining('may have been sent'), details: { maybeSent: true } };

describe('a lost message', () => {
	it('is found by a list that has the right time', async () => {
		expect(await lose(0, () => ({}))).toMatchObject(FOUND);
	});

	it('is found where the clock of n8n is an hour behind', async () => {
		expect(await lose(-HOUR, dated(HOUR))).toMatchObject(FOUND);
	});

	it.each([1_200, 2_000, 5_000, HOUR])('is not taken for an equal one of %i ms before', async (age) => {
		expect(await lose(age, () => ({}))).toMatchObject(IN_DOUBT);
	});

	it('stays in doubt where the list does not say what time it is', async () => {
		expect(await lose(0, () => ({}), false)).toMatchObject(IN_DOUBT);
	});

	it.each([
		['an hour old, as a proxy keeps it', -HOUR, HOUR / 2],
		['ten seconds old', -10_000, 5_000],
		['years off', -5 * 365 * 24 * HOUR, 24 * HOUR],
		['in the future', HOUR, 0],
	])('stays in doubt where the time of the list is %s', async (_, off, age) => {
		expect(await lose(age, dated(off))).toMatchObject(IN_DOUBT);
	});

	it('stays in doubt where the list says that it was kept', async () => {
		expect(await lose(500, () => ({ age: '1' }))).toMatchObject(IN_DOUBT);
	});

	it('stays in doubt where its time is none', async () => {
		expect(await lose(0, () => ({ date: 'today' }))).toMatchObject(IN_DOUBT);
	});
});
