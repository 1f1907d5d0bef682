import { dialog360Throttle } from '../../../nodes/Dialog360/provider/throttle';

const answer = (statusCode: number, body: unknown) => ({ statusCode, headers: {}, body });
const error = (code: number) => ({ error: { message: `(#${code}) Limit`, code, fbtrace_id: 'A' } });

describe('a refusal for the rate, by WhatsApp or 360dialog', () => {
	it.each([4, 80007, 130429])('is HTTP 400 with code %i too', (code) => {
		expect(dialog360Throttle(answer(400, error(code)))).toEqual({});
	});

	it('of a pair of numbers holds back that recipient only', () => {
		expect(dialog360Throttle(answer(400, error(131056)))).toEqual({ isAboutRecipient: true, pause: 6_000 });
	});

	it("is the gateway's sentence, wherever it stands", () => {
		expect(dialog360Throttle(answer(400, 'You have exceeded the endpoint rate limit.'))).toEqual({});
		expect(
			dialog360Throttle(answer(400, { meta: { developer_message: 'You have exceeded the endpoint rate limit.' } })),
		).toEqual({});
	});

	it('is HTTP 429 with whatever body', () => expect(dialog360Throttle(answer(429, '<html>'))).toEqual({}));

	it.each([
		[400, error(131047)],
		[400, { error: { message: '(#100) Invalid: "you have exceeded the endpoint rate limit."', code: 100 } }],
		[400, { error: { message: 'You have exceeded the endpoint rate limit.', code: 100 } }],
		[400, { error: 'The text "You have exceeded the endpoint rate limit." is not taken' }],
		[400, { error: 'Bad', text: { body: 'You have exceeded the endpoint rate limit.' } }],
		[400, error(100)],
		[400, ''],
		[500, error(130429)],
		[200, { messages: [] }],
	])('is not HTTP %i with another body', (status, body) =>
		expect(dialog360Throttle(answer(status, body))).toBeUndefined(),
	);
});
