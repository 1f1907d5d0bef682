import { byId, FACEBOOK, newAccount, numbered } from '../../Partoo/partoo';
import { newText, parameters, useDoor } from './doorBench';

const door = useDoor();

describe('a connection that breaks', () => {
	it('is tried again for reads', async () => {
		await door.sandbox.faults([{ method: 'GET', path: '^/messages$', effect: 'reset', times: 2 }]);
		const { status } = await door.run('message.getAll', { conversationId: byId(FACEBOOK) });
		expect(status).toBe('success');
		expect(await door.sandbox.requests({ path: '/messages' })).toHaveLength(3);
	});

	it('is tried again for reads that were answered 5xx, and given up at last', async () => {
		await door.sandbox.faults([{ method: 'GET', path: '^/messages$', effect: 'status', status: 503, times: null }]);
		const { error } = await door.run('message.getAll', { conversationId: byId(FACEBOOK) });
		expect(error?.message).toContain('HTTP 503');
		expect(await door.sandbox.requests({ path: '/messages' })).toHaveLength(4);
	});

	it('is not tried again and again for each item while nobody answers', async () => {
		const account = newAccount();
		await door.sandbox.faults([{ effect: 'status', status: 503, times: null }]);
		const get = async (count: number) =>
			await door.run(
				'conversation.get',
				{ conversationId: byId(FACEBOOK) },
				{ ...account, items: numbered(count), onError: 'continueRegularOutput' },
			);
		await get(1);
		await door.sandbox.clearRequests();
		const { items } = await get(50);
		expect(items.every(({ json }) => String(json.error).includes('HTTP 503'))).toBe(true);
		expect(await door.sandbox.requests({ path: /^\/conversations/ })).toHaveLength(50);
	});

	it('is tried again for an ingest, which has a key of its own', async () => {
		await door.sandbox.faults([{ path: '^/custom-channels', effect: 'lostAnswer' }]);
		const { status } = await door.run('customChannel.ingest', {
			channelId: 'shop-chat',
			businessId: byId('5409c35a97bbc544d8e26737'),
			externalConversationId: 'c',
			externalMessageId: newText('m'),
			content: 'Hi',
		});
		expect(status).toBe('success');
		expect((await door.sandbox.stats()).duplicates).toBe(0);
	});

	it('is never tried again for a send', async () => {
		await door.fail('reset');
		await door.run('message.send', parameters());
		expect(await door.posts()).toHaveLength(1);
	});
});
