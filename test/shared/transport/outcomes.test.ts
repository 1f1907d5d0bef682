import { partooAt } from '../partooAt';
import { json, startServer } from '../startServer';
import { useFastClock } from '../fastClock';

useFastClock();

/** Whether the text is sent once, and whether a person is told that it may have been. */
describe('a send that is answered', () => {
	it.each([
		[300, false],
		[301, false],
		[302, false],
		[303, true],
		[304, false],
		[307, false],
		[308, false],
		[400, false],
		[404, false],
		[408, true],
		[409, false],
		[413, false],
		[421, false],
		[425, false],
		[500, true],
		[501, false],
		[502, true],
		[503, true],
		[504, true],
		[505, false],
		[511, false],
		[520, true],
	])('%i is left in doubt: %s', async (status, isInDoubt) => {
		const server = await startServer(({ method }, response) =>
			method === 'POST'
				? json(response, { errors: { json: { content: ['odd'] } } }, status)
				: json(response, { messages: [], next_cursor: null }),
		);
		const { error } = await partooAt(server.url);
		expect(error?.message.includes('may have been sent')).toBe(isInDoubt);
		expect(/is not known|nobody knows/i.test(String(error?.description))).toBe(isInDoubt && status >= 500);
		expect(server.asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
		await server.close();
	});
});

describe('an account that nobody answered', () => {
	const url = 'http://127.0.0.1:1';

	it('is tried once for each item for a while, and as often as always after that', async () => {
		const apiKey = 'key-of-an-outage';
		await partooAt(url, {}, { apiKey });
		const took = async () => {
			const started = performance.now();
			await partooAt(url, {}, { apiKey });
			return performance.now() - started;
		};
		const known = await took();
		await new Promise((resolve) => setTimeout(resolve, 3_200));
		// Three pauses come between four tries.
		expect(await took()).toBeGreaterThan(known + 200);
	});
});
