import { everyOperation, runAt } from '../everyOperation';
import { useFastClock } from '../fastClock';
import { json, startServer } from '../startServer';

useFastClock();

/** What servers were seen to say of a failure with a status that says that all is well. */
const BODIES = [
	{ error: { message: 'Backend down', code: 2 } },
	{ error: 'Backend down' },
	{ errors: [{ message: 'Backend down' }] },
	{ success: false },
];

describe.each(everyOperation)('%s %s', (...operation) => {
	it('is no success where the answer says with 200 that it was not done', async () => {
		for (const body of BODIES) {
			const server = await startServer((_, response) => json(response, body));
			const { error, items } = await runAt(server.url, operation, { apiKey: 'key', onError: undefined });
			expect({ body, items, isRed: error !== undefined }).toEqual({ body, items: [], isRed: true });
			await server.close();
		}
	});
});

it.each([false, true, {}, [], ' ', 0, -1, 1.5])(
	'a message whose ID is said to be %j is not reported as sent',
	async (id) => {
		const answers = { message_id: id, messages: [{ id }], message: { uuid: id, status: 'enqueued' } };
		const server = await startServer(({ method }, response) =>
			json(response, method === 'POST' ? answers : { messages: [], next_cursor: null }),
		);
		for (const operation of everyOperation.filter(([, name]) => name === 'message.send')) {
			const { error } = await runAt(server.url, operation, { apiKey: 'key', onError: undefined });
			expect({ operation, said: error?.message }).toEqual({
				operation,
				said: expect.stringMatching(/may have been sent/),
			});
		}
		await server.close();
	},
);
