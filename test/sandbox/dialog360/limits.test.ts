import { type Answered, CUSTOMER, useWhatsApp } from './useWhatsApp';

const { send, settings, control } = useWhatsApp();

const text = async (body: string, to = CUSTOMER) => await send<Answered>('text', { body }, { to });

it('throttles with 429 in words of the gateway, or with 400 and a code when it is told to', async () => {
	await settings({ throttle: { kind: 'window', limit: 1, windowMs: 60_000 }, retryAfter: 'none' });
	expect((await text('1')).status).toBe(200);
	expect(await text('2')).toMatchObject({ status: 429, body: { error: 'You have exceeded the endpoint rate limit.' } });
	await settings({ throttleAnswer: { status: 400, body: { error: { code: 130429, message: 'Rate limit hit' } } } });
	expect(await text('3')).toMatchObject({ status: 400, body: { error: { code: 130429 } } });
});

it('holds back one recipient only, when there is a limit for pairs', async () => {
	await settings({ pairThrottle: { kind: 'bucket', capacity: 1, perSecond: 0.1 } });
	const codes = [];
	for (const to of [CUSTOMER, CUSTOMER, '33612345678']) codes.push((await text('Hi', to)).body.error?.code);
	expect(codes).toEqual([undefined, 131056, undefined]);
});

it('shows a list and the row that was tapped in the inbox', async () => {
	const sections = [{ rows: [{ id: 'a', title: 'Soup', description: 'Hot' }] }];
	const { body: sent } = await send('interactive', {
		type: 'list',
		body: { text: 'Which one?' },
		action: { button: 'Open', sections },
	});
	await control('POST', `/inbox/dialog360/messages/${sent.messages[0]!.id}/choice`, { choice: 'a' });
	const { body } = await control<{ messages: object[] }>('GET', `/inbox/dialog360/${CUSTOMER}`);
	expect(body.messages.slice(-2)).toMatchObject([
		{ from: 'business', text: 'Which one?\n☰ Open', choices: [{ id: 'a', title: 'Soup', description: 'Hot' }] },
		{ from: 'consumer', text: 'Soup' },
	]);
});
