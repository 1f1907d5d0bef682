import { byId, FACEBOOK, numbered } from '../../Partoo/partoo';
import { newText, parameters, useDoor } from './doorBench';

const door = useDoor();

describe('Retry On Fail', () => {
	const twice = { retryOnFail: true, maxTries: 2 };

	it('sends only what is missing', async () => {
		await door.fail('status', { status: 403, after: 3, body: { errors: { authorization: 'Not now' } } });
		const ended = await door.run('message.send', parameters({ requestOptions: { maxParallelRequests: 1 } }), {
			items: numbered(8),
			...twice,
		});
		expect(ended.tries).toBe(2);
		expect(ended.status).toBe('success');
		expect(ended.items.map(({ json }) => json.status)).toEqual(Array(8).fill('sending'));
		expect(await door.sandbox.stats()).toMatchObject({ accepted: 8, duplicates: 0 });
		expect(new Set(ended.items.map(({ json }) => json.messageId)).size).toBe(8);
	});

	it('sends the others and goes on failing while an item is in doubt', async () => {
		await door.fail('reset', { after: 2 });
		const ended = await door.run('message.send', parameters({ requestOptions: { maxParallelRequests: 1 } }), {
			items: numbered(6),
			...twice,
		});
		expect(ended.error?.message).toContain('may have been sent [item 2]');
		expect(ended.error?.context?.outcomes).toEqual({
			done: [0, 1, 3, 4, 5],
			refused: [],
			inDoubt: [2],
			notStarted: [],
		});
		expect(await door.posts()).toHaveLength(6);
	});

	it('repeats only the wait when only the wait failed', async () => {
		const options = { waitForDelivery: true };
		await door.sandbox.settings({ sendingMs: 20 });
		const ended = await door.run(
			'message.send',
			{ conversationId: byId(FACEBOOK), text: `${newText('Hi')} #fail`, options },
			twice,
		);
		expect(ended.error?.message).toContain('could not deliver');
		expect(ended.tries).toBe(2);
		expect(await door.posts()).toHaveLength(1);
	});

	it('does not run again under Continue On Fail when the first item is good', async () => {
		await door.fail('status', { status: 403, after: 1 });
		const ended = await door.run('message.send', parameters({ requestOptions: { maxParallelRequests: 1 } }), {
			items: numbered(3),
			...twice,
			onError: 'continueRegularOutput',
		});
		expect(ended.tries).toBe(1);
		expect(ended.items.filter(({ json }) => json.error)).toHaveLength(1);
	});

	it('runs again under Continue On Fail when the first item is bad, and still sends nothing twice', async () => {
		await door.fail('status', { status: 403 });
		const ended = await door.run('message.send', parameters({ requestOptions: { maxParallelRequests: 1 } }), {
			items: numbered(3),
			...twice,
			onError: 'continueRegularOutput',
		});
		expect(ended.tries).toBe(2);
		expect(ended.items.map(({ json }) => json.status)).toEqual(Array(3).fill('sending'));
		expect(await door.sandbox.stats()).toMatchObject({ accepted: 3, duplicates: 0 });
	});
});
