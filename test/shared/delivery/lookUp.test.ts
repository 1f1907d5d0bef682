import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';
import { CallbellApi } from '../../../credentials/CallbellApi.credentials';
import { PartooApi } from '../../../credentials/PartooApi.credentials';
import { Callbell } from '../../../nodes/Callbell/Callbell.node';
import { Partoo } from '../../../nodes/Partoo/Partoo.node';
import { runNode, type NodeRun } from '../../engine';
import { useFastClock } from '../fastClock';
import { startInboxes, type Dialect, type Fate, type Kept, type Script } from './trueInbox';

useFastClock();

const MIXTURES_EACH = 250;

/** One message that an item is to send. */
interface Wanted {
	place: string;
	text: string;
	/** Something that the provider keeps and does not show. */
	note: string;
}

interface Mixture extends Script {
	/** What the items of each execution send; all run at once. */
	executions: Wanted[][];
	retryOnFail: boolean;
}

const FATES: Fate[] = ['taken', 'slow', 'lostAnswer', 'brokenDown', 'lostRequest', 'refusedForItsRate'];
const text = fc.constantFrom('OK', 'OK', 'Your table is ready', ' OK');

const mixtures = (places: string[]): fc.Arbitrary<Mixture> => {
	const place = fc.constantFrom(...places);
	return fc.record({
		executions: fc.array(
			fc.array(fc.record({ place, text, note: fc.constantFrom('', '', 'x') }), { minLength: 1, maxLength: 4 }),
			{ minLength: 1, maxLength: 3 },
		),
		fates: fc.array(fc.constantFrom(...FATES), { minLength: 1, maxLength: 10 }),
		colleagues: fc.array(fc.record({ after: fc.nat({ max: 6 }), place, text }), { maxLength: 3 }),
		retryOnFail: fc.boolean(),
	});
};

interface Subject {
	places: string[];
	dialect: Dialect;
	run(url: string, key: string, items: Wanted[], retryOnFail: boolean): Promise<NodeRun>;
	/** Whether a message was sent by an item's request. */
	isOf(message: Kept, wanted: Wanted): boolean;
}

/** Conversation 1 is also written 01. */
const partoo: Subject = {
	places: ['1', '01', '2'],
	dialect({ method, path, query, body }, inbox) {
		if (method === 'POST') {
			const { conversation_id, content } = body as { conversation_id: number; content: string };
			const { fate, message } = inbox.receive(String(conversation_id), content, body as Record<string, unknown>);
			return { fate, body: { status: 'success', message_id: Number(message.id) } };
		}
		const shown = ({ id, place, text: content, date, body: sent }: Kept) => ({
			id: Number(id),
			conversation_id: Number(place),
			date: date.toISOString().replace('T', ' ').replace('Z', '000+00:00'),
			content_type: 'Text',
			sender_type: 'User',
			status: 'Success',
			content,
			user_id: sent ? null : '62d80fae74e8b11d700302b8',
			custom_channel: null,
		});
		if (path === '/messages') {
			return { body: { messages: inbox.of(query.get('conversation_id')!).map(shown), count: 0, next_cursor: null } };
		}
		return undefined;
	},
	run: async (url, apiKey, items, retryOnFail) =>
		await runNode({
			node: new Partoo(),
			parameters: {
				resource: 'message',
				operation: 'send',
				conversationId: { __rl: true, mode: 'id', value: '={{ $json.place }}' } as unknown as INodeParameters,
				text: '={{ $json.text }}',
				options: { additionalBodyFields: '={{ JSON.stringify({ note: $json.note }) }}' },
			},
			items: items.map((json) => ({ json: { ...json } })),
			credentialTypes: [new PartooApi()],
			credentials: {
				partooApi: { apiKey, environment: 'custom', baseUrl: url, webhookPublicKey: '', organizationId: '' },
			},
			onError: 'continueRegularOutput',
			retryOnFail,
			maxTries: 2,
		}),
	isOf: ({ body }, wanted) =>
		body?.conversation_id === Number(wanted.place) && body.content === wanted.text && body.note === wanted.note,
};

const callbell: Subject = {
	places: ['31612345678', '31687654321'],
	dialect({ method, path, body }, inbox) {
		if (method === 'POST') {
			const { to, content } = body as { to: string; content: { text: string } };
			const { fate, message } = inbox.receive(to.slice(1), content.text, body as Record<string, unknown>);
			return { fate, body: { message: { uuid: message.id, status: 'enqueued' } } };
		}
		const [, kind, one, two] = path.split('/').map(decodeURIComponent);
		if (kind === 'contacts' && one === 'phone') return { body: { contact: { uuid: two!.slice(1) } } };
		if (kind === 'contacts') {
			const messages = inbox.of(one!).map(({ id, text: words, date }) => ({
				uuid: id,
				text: words,
				status: 'sent',
				createdAt: `${date.toISOString().slice(0, 19)}Z`,
			}));
			return { body: { messages: messages.reverse() } };
		}
		const sent = inbox.kept.find(({ id, body: by }) => id === two && by);
		return sent && { body: { message: { uuid: sent.id, status: 'sent' } } };
	},
	run: async (url, apiKey, items, retryOnFail) =>
		await runNode({
			node: new Callbell(),
			parameters: {
				resource: 'message',
				operation: 'send',
				to: '=+{{ $json.place }}',
				text: '={{ $json.text }}',
				options: { metadata: { pair: [{ key: 'note', value: '={{ $json.note }}' }] } },
			} as unknown as INodeParameters,
			items: items.map((json) => ({ json: { ...json } })),
			credentialTypes: [new CallbellApi()],
			credentials: { callbellApi: { apiKey, environment: 'custom', baseUrl: url, webhookSecret: '' } },
			onError: 'continueRegularOutput',
			retryOnFail,
			maxTries: 2,
		}),
	isOf: ({ place, text: words, body }, wanted) =>
		body !== undefined &&
		place === wanted.place &&
		words === wanted.text &&
		(body.metadata as { note?: string }).note === wanted.note,
};

let keys = 0;

describe.each(Object.entries({ Partoo: partoo, Callbell: callbell }))('a look-up at %s', (_, subject) => {
	let inboxes: Awaited<ReturnType<typeof startInboxes>>;
	beforeAll(async () => (inboxes = await startInboxes(subject.dialect)));
	afterAll(async () => await inboxes.close());

	it('sends no message twice, reports none that is not there, and none of somebody else', async () => {
		let found = 0;
		const property = async ({ executions, retryOnFail, ...script }: Mixture) => {
			const { inbox, url } = inboxes.add(script);
			const key = `key-of-mixture-${++keys}`;
			const runs = await Promise.all(executions.map(async (items) => await subject.run(url, key, items, retryOnFail)));
			const reported = runs.flatMap(({ items, error }, execution) => {
				expect(error).toBeUndefined();
				return items.map(({ json }, index) => ({ json, wanted: executions[execution]![index]! }));
			});
			found += reported.filter(({ json }) => json.wasFoundAfterLostAnswer).length;

			const sent = reported.filter(({ json }) => json.messageId);
			expect(new Set(sent.map(({ json }) => json.messageId)).size).toBe(sent.length);
			for (const { json, wanted } of sent) {
				const message = inbox.kept.find(({ id }) => id === json.messageId);
				expect(message && subject.isOf(message, wanted)).toBe(true);
			}
			for (const { wanted } of reported) {
				const [first, ...others] = inbox.kept.filter((message) => subject.isOf(message, wanted));
				const askedFor = reported.filter(({ wanted: other }) => first && subject.isOf(first, other));
				if (first) expect(others.length + 1).toBeLessThanOrEqual(askedFor.length);
			}
		};
		await fc.assert(fc.asyncProperty(mixtures(subject.places), property), { numRuns: MIXTURES_EACH });
		// A node that ended every lost answer in doubt would pass as well.
		expect(found).toBeGreaterThan(MIXTURES_EACH / 10);
	}, 300_000);
});
