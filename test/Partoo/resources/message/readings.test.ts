import { byId, FACEBOOK, newAccount, numbered, PartooBench } from '../../partoo';

/** Partoo's document wants `date` and a top-level `url` in one place and lacks them in another; both must work. */
let bench: PartooBench;
beforeAll(async () => (bench = await PartooBench.start()));
afterAll(async () => await bench.sandbox.stop());
beforeEach(async () => {
	await bench.sandbox.reset();
	await bench.sandbox.settings({ strictReading: 'required' });
});

const posts = async () => await bench.sandbox.requests({ method: 'POST', path: '/messages' });
describe('a Partoo that wants what its document lacks', () => {
	it.each([
		['Text', { text: 'Hi' }],
		['Image', { mediaUrl: 'https://example.com/a.png' }],
		['Video', { mediaUrl: 'https://example.com/a.mp4' }],
		['Audio', { mediaUrl: 'https://example.com/a.aac' }],
		['Document', { mediaUrl: 'https://example.com/a.pdf' }],
	])('takes a %s after one more request for each field that it named', async (messageType, content) => {
		const { status, error } = await bench.run('message.send', {
			conversationId: byId(FACEBOOK),
			messageType,
			...content,
		});
		expect(error).toBeUndefined();
		expect(status).toBe('success');
		expect((await posts()).at(-1)?.body).toMatchObject({ date: expect.stringMatching(/^\d{4}-.*Z$/) });
		expect((await bench.sandbox.stats()).accepted).toBe(1);
	});

	it('is asked the right way from then on', async () => {
		const parameters = {
			conversationId: byId(FACEBOOK),
			messageType: 'Video',
			mediaUrl: '=https://example.com/{{ $json.n }}.mp4',
		};
		await bench.run('message.send', parameters);
		await bench.sandbox.clearRequests();
		const { items } = await bench.run('message.send', parameters, { items: numbered(4) });
		expect(items).toHaveLength(4);
		expect((await posts()).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
	});

	it('gets one more request and no endless ones when it goes on refusing', async () => {
		await bench.sandbox.faults([
			{
				method: 'POST',
				path: '^/messages$',
				times: null,
				effect: 'status',
				status: 400,
				body: { error: { json: { url: ['cannot be reached'], date: ['odd'] } } },
			},
		]);
		const { error } = await bench.run('message.send', {
			conversationId: byId(FACEBOOK),
			messageType: 'Video',
			mediaUrl: 'https://example.com/a.mp4',
		});
		expect(error?.message).toBe('Partoo refused the request (HTTP 400): url: cannot be reached; date: odd [item 0]');
		expect((await posts()).length).toBeLessThanOrEqual(3);
	});

	it.each([
		{ errors: { json: { _schema: ['Invalid input type.'] } } },
		{ error: { json: {} } },
		{ error: 'Bad request' },
	])('gets the other readings when it refuses without naming a field: %j', async (body) => {
		await bench.sandbox.faults([{ method: 'POST', path: '^/messages$', effect: 'status', status: 400, body }]);
		const parameters = {
			conversationId: byId(FACEBOOK),
			messageType: 'Video',
			mediaUrl: 'https://example.com/a.mp4',
		};
		const { status } = await bench.run('message.send', parameters, newAccount());
		expect(status).toBe('success');
		expect((await bench.sandbox.stats()).accepted).toBe(1);
	});

	it('is not asked again when it names another field', async () => {
		const body = { errors: { json: { content: ['Too long'] } } };
		await bench.sandbox.faults([
			{ method: 'POST', path: '^/messages$', effect: 'status', status: 400, body, times: null },
		]);
		await bench.run('message.send', { conversationId: byId(FACEBOOK), text: 'Hi' });
		expect(await posts()).toHaveLength(1);
	});

	it("does not repeat what the user's own date did not change", async () => {
		await bench.sandbox.settings({ strictReading: 'properties' });
		await bench.sandbox.faults([
			{
				method: 'POST',
				path: '^/messages$',
				times: null,
				effect: 'status',
				status: 422,
				body: { errors: { date: 'is too late' } },
			},
		]);
		const options = { additionalBodyFields: '{"date": "2040-01-01T00:00:00Z"}' };
		await bench.run('message.send', { conversationId: byId(FACEBOOK), text: 'Hi', options });
		expect(await posts()).toHaveLength(1);
	});
});
