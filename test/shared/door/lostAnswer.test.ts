import { byId, FACEBOOK, numbered } from '../../Partoo/partoo';
import { newText, parameters, useDoor } from './doorBench';

const door = useDoor();

describe('a lost answer', () => {
	it('is looked up: the message is found, and the item says so', async () => {
		await door.fail('lostAnswer');
		const { items, status } = await door.run('message.send', parameters());
		expect(status).toBe('success');
		expect(items[0]?.json).toMatchObject({
			wasFoundAfterLostAnswer: true,
			conversationId: FACEBOOK,
			messageId: expect.any(String),
		});
		expect(await door.posts()).toHaveLength(1);
	});

	it('is not taken for an equal message of an earlier run', async () => {
		const text = newText();
		const at = new Date(Date.now() - 4_000).toISOString();
		await door.sandbox.addMessage({ conversationId: Number(FACEBOOK), text, senderType: 'User', at });
		await door.fail('reset');
		const { error } = await door.run('message.send', { conversationId: byId(FACEBOOK), text });
		expect(error?.message).toContain('may have been sent');
	});

	it('is not taken for the equal message of another item', async () => {
		await door.sandbox.settings({ latencyMs: 100 });
		await door.fail('reset', { times: 2 });
		const { items } = await door.run(
			'message.send',
			{ conversationId: byId(FACEBOOK), text: newText() },
			{ items: numbered(5), onError: 'continueRegularOutput' },
		);
		expect(items.filter(({ json }) => json.messageId)).toHaveLength(3);
		expect(items.filter(({ json }) => String(json.error).includes('may have been sent'))).toHaveLength(2);
		expect((await door.sandbox.stats()).accepted).toBe(3);
	});

	it('gives each of two lost equal messages its own', async () => {
		await door.fail('lostAnswer', { times: 2 });
		const { items } = await door.run(
			'message.send',
			{ conversationId: byId(FACEBOOK), text: newText() },
			{ items: numbered(2) },
		);
		expect(new Set(items.map(({ json }) => json.messageId)).size).toBe(2);
	});

	it('is in doubt when equal ones came from elsewhere meanwhile', async () => {
		const text = newText();
		await door.sandbox.settings({ latencyMs: 500 });
		await door.fail('lostAnswer');
		const sending = door.run('message.send', { conversationId: byId(FACEBOOK), text });
		await new Promise((resolve) => setTimeout(resolve, 250));
		await door.sandbox.addMessage({ conversationId: Number(FACEBOOK), text, senderType: 'User' });
		const { error } = await sending;
		expect(error?.message).toContain('may have been sent');
		expect(await door.posts()).toHaveLength(1);
	});

	it('is found beyond the first page', async () => {
		const [id] = (await door.sandbox.createConversations({ messages: 500 })) as [number];
		await door.fail('lostAnswer');
		const { items } = await door.run('message.send', { conversationId: byId(id), text: newText('Deep') });
		expect(items[0]?.json.wasFoundAfterLostAnswer).toBe(true);
	});
});
