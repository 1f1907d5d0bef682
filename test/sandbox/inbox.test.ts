import { type InboxConversation, type InboxMessage } from '../../sandbox/shared/inbox';
import { useSandbox } from './useSandbox';

const sandbox = useSandbox();
const { control, send, settings, partoo } = sandbox;

interface Change {
	conversation: InboxConversation;
	message: InboxMessage | null;
}

/** Reads the event stream until `count` changes have come. */
async function changes(count: number, meanwhile: () => Promise<unknown>): Promise<Change[]> {
	const response = await fetch(`${sandbox.url()}/control/events`);
	await meanwhile();
	let text = '';
	const decoder = new TextDecoder();
	for await (const chunk of response.body ?? []) {
		text += decoder.decode(chunk as Uint8Array, { stream: true });
		const found = [...text.matchAll(/^event: change\ndata: (.*)\n\n/gm)].map(
			([, data]) => JSON.parse(data ?? '') as Change,
		);
		// Leaving the loop closes the stream.
		if (found.length >= count) return found;
	}
	throw new Error('The stream ended');
}

test('the page and its parts come from the sandbox and load nothing from elsewhere', async () => {
	const page = await fetch(`${sandbox.url()}/`);
	const html = await page.text();
	expect(page.headers.get('content-type')).toContain('text/html');
	const parts = [...html.matchAll(/(?:href|src)="([^"#]+)"/g)]
		.map(([, part]) => part ?? '')
		.filter((part) => !part.startsWith('data:'));
	expect(parts).toEqual(['/inbox.css', '/inbox.js']);
	for (const part of [...parts, '/bubble.js', '/fate.js', '/list.js', '/reply.js', '/talk.js', '/icons.js'])
		expect((await fetch(sandbox.url() + part)).status).toBe(200);
	expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
});

test.each(['/media/receipt.png', '/media/menu.pdf'])('the seeded file %s is served', async (path) => {
	expect((await fetch(sandbox.url() + path)).status).toBe(200);
});

test.each(['/media/../package.json', '/media/%2e%2e/main.ts', '/media/uploads/nothing.png'])(
	'%s is not served',
	async (path) => {
		expect((await fetch(sandbox.url() + path)).status).toBe(404);
	},
);

test('the conversation that changed last is on top', async () => {
	await send(1008 - 5, 'Parcel 4412 came in as well.');
	const { body } = await control<{ conversations: InboxConversation[] }>('GET', '/inbox');
	expect(body.conversations.filter(({ provider }) => provider === 'partoo')).toHaveLength(28);
	expect(body.conversations[0]).toMatchObject({
		provider: 'partoo',
		id: '1003',
		channel: 'SMS',
		name: 'Ali Kaya',
		unread: false,
		blocked: null,
		lastMessage: { from: 'business', kind: 'text', text: 'Parcel 4412 came in as well.', state: 'sending' },
	});
});

test('with more conversations than the page lists, the ones that changed last are the ones it shows', async () => {
	await control('POST', '/partoo/conversations', { count: 300, consumerName: 'Newcomer' });
	const { body } = await control<{ conversations: InboxConversation[] }>('GET', '/inbox');
	expect(body.conversations).toHaveLength(200);
	expect(new Set(body.conversations.map(({ name }) => name))).toEqual(new Set(['Newcomer']));
});

test('a conversation shows texts, pictures and documents of both sides', async () => {
	const { body } = await control<{ messages: InboxMessage[] }>('GET', '/inbox/partoo/1004');
	expect(body.messages.map(({ from, kind, state }) => [from, kind, state])).toEqual([
		['consumer', 'text', null],
		['business', 'document', 'delivered'],
		['business', 'text', 'delivered'],
		['consumer', 'image', null],
		['consumer', 'text', null],
	]);
	expect(body.messages[1]).toMatchObject({ text: 'menu.pdf', url: `${sandbox.url()}/media/menu.pdf` });
});

test('a message that is sent is told to the open page, and its delivery too', async () => {
	await settings({ sendingMs: 40 });
	const seen = await changes(2, async () => await send(1001, 'Live?'));
	expect(seen.map(({ conversation, message }) => [conversation.id, message?.text, message?.state])).toEqual([
		['1001', 'Live?', 'sending'],
		['1001', 'Live?', 'delivered'],
	]);
});

test('closing a conversation tells the open page why nothing can be sent any more', async () => {
	const seen = await changes(2, async () => await partoo('PATCH', '/conversations/1001', { status: 'closed' }));
	expect(seen.at(-1)?.conversation.blocked).toBe('The conversation is closed');
});

test('what is only made for a test is one piece of news, not a hundred', async () => {
	const seen = await changes(1, async () => await control('POST', '/partoo/conversations', { messages: 100 }));
	expect(seen).toMatchObject([{ conversation: { id: '1029', lastMessage: { text: 'Message 100' } }, message: null }]);
});
