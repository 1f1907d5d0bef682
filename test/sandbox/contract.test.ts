import { useSandbox } from './useSandbox';

const { partoo, text } = useSandbox();

test.each([
	['/messages?conversation_id=1001&per_page=0', 'per_page'],
	['/messages?conversation_id=1001&per_page=101', 'per_page'],
	['/messages?conversation_id=abc', 'conversation_id'],
	['/messages?conversation_id=1001&limit=5', 'limit'],
	['/conversations?status=Open', 'status'],
	['/conversations?business__in=1,2', 'business__in'],
	['/business/search?search=paris', 'search'],
	['/user/search?per_page=1000', 'per_page'],
	['/user/me?x=1', 'x'],
])('GET %s is refused and the answer names %s', async (path, field) => {
	const answer = await partoo<{ error: { json: Record<string, string[]> } }>('GET', path);
	expect(answer.status).toBe(400);
	expect(answer.body.error.json[field]).toEqual([expect.any(String)]);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'nonsense'])(
	'a POST as %s is not supported',
	async (type) => {
		const answer = await partoo('POST', '/messages', JSON.stringify(text(1001, 'Hi')), {
			headers: { 'content-type': type },
		});
		expect(answer).toMatchObject({
			status: 415,
			body: { errors: { json: 'Unsupported media type. Please use application/json' } },
		});
	},
);

test('a POST without any body needs the content type all the same', async () => {
	expect((await partoo('POST', '/conversations/1002/read')).status).toBe(415);
	expect((await partoo('POST', '/conversations/1002/read', {})).status).toBe(200);
	expect((await partoo('POST', '/conversations/1002/read', '')).status).toBe(200);
});

test('a form is welcome at POST /messages only', async () => {
	const form = new FormData();
	form.append('status', 'closed');
	expect((await partoo('PATCH', '/conversations/1001', form)).status).toBe(415);
});

test('a body that is no JSON is a bad request', async () => {
	expect((await partoo('POST', '/messages', '{"conversation_id":')).status).toBe(400);
});

test.each(['/nothing', '/conversations/9999', '/conversations/abc', '/messages/1'])(
	'%s leads nowhere, in words of Partoo',
	async (path) => {
		expect(await partoo('GET', path)).toMatchObject({ status: 404, body: { error: { json: 'Resource not found' } } });
	},
);
