import { LYON, PARIS, useSandbox } from './useSandbox';

const sandbox = useSandbox();
const { partoo, text, control, messages, send } = sandbox;

interface Page {
	messages?: Array<{ id: number; content: string }>;
	conversations?: Array<{ id: number; business: { id: string } }>;
	count: number;
	next_cursor: string | null;
}

async function allPages(path: string): Promise<Page[]> {
	const pages: Page[] = [];
	let cursor: string | null = null;
	do {
		const next: Page = (await partoo<Page>('GET', cursor === null ? path : `${path}&cursor=${cursor}`)).body;
		pages.push(next);
		cursor = next.next_cursor;
	} while (cursor !== null);
	return pages;
}

describe('reading conversations', () => {
	test('one conversation has the documented shape', async () => {
		const { body } = await partoo('GET', '/conversations/1004');
		expect(body).toEqual({
			id: 1004,
			consumer_img: null,
			consumer_name: 'Ana Silva',
			consumer_phone_number: '+33612345678',
			last_message: expect.objectContaining({ conversation_id: 1004, sender_type: 'Consumer' }),
			is_read: true,
			status: 'Open',
			created_at: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00:00$/),
			has_one_user_message: true,
			business: {
				id: PARIS,
				name: 'Corner Shop Paris',
				city: 'Paris',
				zipcode: '75019',
				country: 'FR',
				formatted_address: '12 rue du Coquelicot, 75019 Paris',
			},
			messaging_partner: 'Whatsapp',
			issues: [],
			first_message_date: expect.any(String),
			is_expired: false,
			is_solved: false,
			assigned_user_id: null,
			custom_channel: null,
		});
	});

	test('the list can be walked page by page and shows each conversation once', async () => {
		const pages = await allPages('/conversations?per_page=10');
		const ids = pages.flatMap(({ conversations }) => conversations ?? []).map(({ id }) => id);
		expect(pages.map(({ conversations }) => conversations?.length)).toEqual([10, 10, 8]);
		expect(new Set(ids).size).toBe(28);
		expect(pages[0]?.count).toBe(28);
	});

	test('the list can be narrowed to businesses, separated by commas', async () => {
		const lyon = (await partoo<Page>('GET', `/conversations?business__in=${LYON}`)).body;
		expect(new Set(lyon.conversations?.map(({ business }) => business.id))).toEqual(new Set([LYON]));
		const both = (await partoo<Page>('GET', `/conversations?business__in=${PARIS},${LYON}`)).body;
		expect(both.count).toBe(28);
	});

	test('a cursor that was never given out, or belongs to another list, is refused', async () => {
		expect((await partoo('GET', '/conversations?cursor=abc')).status).toBe(400);
		const { next_cursor } = (await partoo<Page>('GET', '/conversations?per_page=5')).body;
		expect((await partoo('GET', `/conversations?business__in=${PARIS}&cursor=${next_cursor}`)).status).toBe(400);
	});
});

describe('reading messages', () => {
	test('a hundred thousand messages are walked without one missing or twice', async () => {
		const { body } = await control<{ ids: number[] }>('POST', '/partoo/conversations', { messages: 100_000 });
		const pages = await allPages(`/messages?conversation_id=${body.ids[0]}&per_page=100`);
		expect(pages).toHaveLength(1000);
		const ids = pages.flatMap((page) => page.messages ?? []).map(({ id }) => id);
		expect(new Set(ids).size).toBe(100_000);
		expect(pages.every(({ count }) => count === 100_000)).toBe(true);
	}, 20_000);

	test.each(['newestFirst', 'oldestFirst'])(
		'a message that arrives between two pages hides none of the others (%s)',
		async (messageOrder) => {
			await sandbox.settings({ messageOrder });
			const { body } = await control<{ ids: number[] }>('POST', '/partoo/conversations', { messages: 6 });
			const path = `/messages?conversation_id=${body.ids[0]}&per_page=3`;
			const first = (await partoo<Page>('GET', path)).body;
			await send(body.ids[0] ?? 0, 'In between');
			const second = (await partoo<Page>('GET', `${path}&cursor=${first.next_cursor}`)).body;
			const seen = [...(first.messages ?? []), ...(second.messages ?? [])].map(({ content }) => content);
			const inOrder = ['Message 1', 'Message 2', 'Message 3', 'Message 4', 'Message 5', 'Message 6'];
			expect(seen).toEqual(messageOrder === 'oldestFirst' ? inOrder : inOrder.reverse());
		},
	);

	test('the conversation has to be named and to exist', async () => {
		expect((await partoo('GET', '/messages')).body).toMatchObject({
			error: { json: { conversation_id: [expect.any(String)] } },
		});
		expect((await partoo('GET', '/messages?conversation_id=9999')).status).toBe(404);
	});
});

describe('a conversation that takes no messages', () => {
	test.each([
		[1006, 'expired'],
		[1007, 'facebook_no_page_linked'],
		[1008, 'closed'],
	])('%i refuses them and says why: %s', async (id, word) => {
		const before = (await messages(id)).length;
		const answer = await partoo<{ errors: { authorization: string } }>('POST', '/messages', text(id, 'Hi'));
		expect(answer.status).toBe(403);
		expect(answer.body.errors.authorization).toContain(word);
		expect(await messages(id)).toHaveLength(before);
	});

	test('takes them again after it was re-opened, unless it is expired', async () => {
		expect((await partoo('PATCH', '/conversations/1008', { status: 'open' })).body).toEqual({ status: 'success' });
		await send(1008, 'Hello again');
		expect((await partoo('PATCH', '/conversations/1006', { status: 'open' })).status).toBe(403);
	});
});

describe('changing a conversation', () => {
	test('closing it solves it and leaves a note in the talk', async () => {
		await partoo('PATCH', '/conversations/1001', { status: 'closed' });
		expect((await partoo('GET', '/conversations/1001')).body).toMatchObject({
			status: 'Closed',
			is_solved: true,
			is_expired: false,
		});
		expect((await messages(1001)).at(-1)).toMatchObject({ sender_type: 'Metadata', content: 'Solving' });
	});

	test('it can be assigned and unassigned, but not to somebody who has left or never was there', async () => {
		await partoo('PATCH', '/conversations/1001', { assigned_user_id: '62d80fae74e8b11d700302b9' });
		expect((await partoo('GET', '/conversations/1001')).body).toMatchObject({
			assigned_user_id: '62d80fae74e8b11d700302b9',
		});
		await partoo('PATCH', '/conversations/1001', { assigned_user_id: 'unassigned' });
		expect((await partoo('GET', '/conversations/1001')).body).toMatchObject({ assigned_user_id: null });
		for (const assigned_user_id of ['62d80fae74e8b11d700302ba', '62d80fae74e8b11d70039999']) {
			expect((await partoo('PATCH', '/conversations/1001', { assigned_user_id })).status).toBe(400);
		}
	});

	test.each([[{ status: 'closed', assigned_user_id: 'unassigned' }], [{ status: 'Closed' }], [{}]])(
		'%j is not one action and is refused',
		async (body) => {
			expect((await partoo('PATCH', '/conversations/1001', body)).status).toBe(400);
			expect((await partoo('GET', '/conversations/1001')).body).toMatchObject({ status: 'Open' });
		},
	);

	test('reading it counts for the reader only, until the consumer writes again', async () => {
		const isRead = async (key: string) =>
			(await partoo<{ is_read: boolean }>('GET', '/conversations/1002', undefined, { key })).body.is_read;
		expect(await isRead('partoo-admin-key')).toBe(false);
		await partoo('POST', '/conversations/1002/read', {});
		expect([await isRead('partoo-admin-key'), await isRead('partoo-manager-key')]).toEqual([true, false]);
		await control('POST', '/partoo/messages', { conversationId: 1002, text: 'And in blue?', senderType: 'Consumer' });
		expect(await isRead('partoo-admin-key')).toBe(false);
	});
});
