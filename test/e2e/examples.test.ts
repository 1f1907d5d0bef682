import { randomUUID } from 'node:crypto';

import { publish, unpublish } from '../../demo/publish';
import { runWorkflow } from '../../demo/runWorkflow';
import { exampleOf, type Workflow } from '../../demo/seed';
import { eventually, pause } from './harness/eventually';
import { seedExamples, withNode } from './harness/examples';
import { enterStage, type Stage } from './harness/stage';

/** What comes of a loop would be there by then: a retry takes the sandbox 1.5 s. */
const SETTLE_MS = 10_000;
/** A failure after a retry is believed after 15 s where `Sending` was not seen. */
const RETRY_MS = 60_000;
const COLLEAGUE = '62d80fae74e8b11d700302b9';

let stage: Stage;
let examples: Workflow[];
beforeAll(async () => {
	stage = await enterStage();
	examples = await seedExamples(stage);
});
afterAll(async () => {
	for (const { id } of examples) await stage.workflows.delete(id);
});

const example = (id: string): Workflow => exampleOf(examples, id);
const ended = (count: number) => (runs: Array<{ status: string }>) =>
	runs.length >= count && runs.every(({ status }) => status === 'success');

/** Sends texts as a colleague would, each in a conversation of its own, and answers those by text. */
async function send(...texts: string[]): Promise<Map<string, { conversation: number; message: number }>> {
	const { sandbox } = stage;
	const ids = await sandbox.createConversations({ messagingPartner: 'Whatsapp', messages: 1, count: texts.length });
	const sent = texts.map(async (text, index) => {
		const conversation = ids[index]!;
		const answer = await fetch(`${sandbox.partooUrl}/messages`, {
			method: 'POST',
			headers: { 'x-APIKey': 'partoo-admin-key', 'content-type': 'application/json' },
			body: JSON.stringify({ conversation_id: conversation, content_type: 'Text', content: text }),
		});
		if (!answer.ok) throw new Error(`The sandbox took no message: ${answer.status} ${await answer.text()}`);
		const message = (await sandbox.messages(conversation)).at(-1)!.id;
		return [text, { conversation, message }] as const;
	});
	return new Map(await Promise.all(sent));
}

/** Paths of the requests that retry a message. */
async function retries(): Promise<string[]> {
	return (await stage.sandbox.requests({ method: 'POST', path: /^\/messages\/\d+\/retry$/ })).map(({ path }) => path);
}

describe('the example that retries a failed message once, then tells a colleague', () => {
	afterEach(async () => await unpublish(stage.n8n, example('partooFailedMessage').id));

	it('does just that, and does not loop', async () => {
		const { id } = example('partooFailedMessage');
		await publish(stage.n8n, id);
		const sent = await send('Good news', 'Bad line #fail', 'Wrong number #fail-always', 'Blocked #fail-always');
		const of = (text: string) => sent.get(text)!;

		// Each failure is an event, and so is that of a retry, which starts nothing.
		const runs = async () => await stage.workflows.runs(id);
		await eventually(runs, ended(3), RETRY_MS);
		await pause(SETTLE_MS);
		expect(await runs()).toHaveLength(3);

		const failing = ['Bad line #fail', 'Wrong number #fail-always', 'Blocked #fail-always'];
		expect((await retries()).sort()).toEqual(failing.map((text) => `/messages/${of(text).message}/retry`).sort());

		const assigned = await stage.sandbox.requests({ method: 'PATCH' });
		const hopeless = ['Wrong number #fail-always', 'Blocked #fail-always'];
		expect(assigned.map(({ path, status }) => `${path} ${status}`).sort()).toEqual(
			hopeless.map((text) => `/conversations/${of(text).conversation} 200`).sort(),
		);
		expect(assigned.map(({ body }) => body)).toEqual(hopeless.map(() => ({ assigned_user_id: COLLEAGUE })));
	});

	it('does not retry a message again after a restart of n8n', async () => {
		const { id } = example('partooFailedMessage');
		await publish(stage.n8n, id);
		const before = (await stage.workflows.runs(id)).length;
		await send('Nobody there #fail-always');
		await eventually(async () => await stage.workflows.runs(id), ended(before + 1), RETRY_MS);
		const failure = (await stage.sandbox.deliveries())
			.filter(({ body }) => body.includes('Nobody there') && body.includes('"Failed"'))
			.at(-1)!;
		await stage.stopN8n();
		await stage.startN8n();
		await stage.sandbox.clearRequests();
		await stage.sandbox.sendEvent({ type: 'message_updated', raw: failure.body, wait: true });
		await eventually(async () => await stage.workflows.runs(id), ended(before + 2), RETRY_MS);
		expect(await retries()).toEqual([]);
	});

	it('tells a colleague as well when the message cannot be retried', async () => {
		const { id } = example('partooFailedMessage');
		await publish(stage.n8n, id);
		const before = (await stage.workflows.runs(id)).length;
		await stage.sandbox.clearRequests();
		await stage.sandbox.faults([
			{ method: 'POST', path: '/retry$', effect: 'status', status: 400, body: { errors: { message: 'Too old' } } },
		]);
		const sent = await send('Expired #fail');
		await eventually(async () => await stage.workflows.runs(id), ended(before + 1), RETRY_MS);
		const assigned = await stage.sandbox.requests({ method: 'PATCH' });
		expect(assigned.map(({ path }) => path)).toEqual([`/conversations/${sent.get('Expired #fail')!.conversation}`]);
	});
});

describe('the example with one trigger for many workflows', () => {
	afterAll(async () => await unpublish(stage.n8n, example('partooOneTrigger').id));

	it('hands each event to the workflow that deals with it', async () => {
		const { id } = example('partooOneTrigger');
		await stage.sandbox.reset();
		await publish(stage.n8n, id);
		const [conversationId] = await stage.sandbox.createConversations();
		await stage.sandbox.addMessage({ conversationId: conversationId!, text: 'Is my order ready?' });
		await send('Wrong number #fail-always');
		await stage.sandbox.sendEvent({ type: 'review_created', payload: { review: { key: randomUUID(), rating: 5 } } });

		const runs = await eventually(async () => await stage.workflows.runs(id), ended(3));
		await pause(1_000);
		expect(await stage.workflows.runs(id)).toHaveLength(3);
		const handled = await Promise.all(
			['Answer Consumer', 'Follow Up on Failure', 'Thank for Review'].map(
				async (node) => await stage.workflows.outputs(runs, node),
			),
		);
		expect(handled).toEqual([
			[expect.objectContaining({ handledBy: 'Answer Consumer', event: 'message_created', text: 'Is my order ready?' })],
			[expect.objectContaining({ handledBy: 'Follow Up on Failure', event: 'message_updated', status: 'failed' })],
			[expect.objectContaining({ handledBy: 'Thank for Review', event: 'review_created' })],
		]);
	});
});

describe('the example that asks for reviews', () => {
	it('asks once for each order, and names those who could not be asked', async () => {
		await stage.sandbox.reset();
		const [open, closed] = await stage.sandbox.createConversations({
			messagingPartner: 'Whatsapp',
			messages: 1,
			count: 2,
		});
		await close(closed!);
		const orders = [
			{ order: 'A-1', name: 'Jo', conversation: String(open) },
			{ order: 'A-2', name: 'Al', conversation: String(closed) },
		];
		const asking = await withNode(stage, example('partooReviewRequest'), 'Delivered Orders', {
			mode: 'raw',
			jsonOutput: JSON.stringify({ orders }),
			options: {},
		});
		const first = await runWorkflow(stage.n8n, asking);
		expect(first.error).toBeUndefined();
		expect(first.output('Asked')).toMatchObject([{ order: 'A-1', messageId: expect.any(String) }]);
		expect(first.output('Could Not Ask')).toMatchObject([
			{ order: 'A-2', reason: expect.stringContaining('closed'), nextStep: expect.stringMatching(/\w/) },
		]);
		const second = await runWorkflow(stage.n8n, asking);
		expect(second.output('Asked')).toEqual([]);
		const asked = async (id: number) =>
			(await stage.sandbox.messages(id)).filter(({ content }) => String(content).includes('How did we do?'));
		expect(await asked(open!)).toMatchObject([{ content: expect.stringContaining('Hello Jo, your order A-1') }]);
		expect(await asked(closed!)).toEqual([]);
	});

	async function close(id: number): Promise<void> {
		const answer = await fetch(`${stage.sandbox.partooUrl}/conversations/${id}`, {
			method: 'PATCH',
			headers: { 'x-APIKey': 'partoo-admin-key', 'content-type': 'application/json' },
			body: JSON.stringify({ status: 'closed' }),
		});
		if (!answer.ok) throw new Error(`The sandbox did not close it: ${answer.status} ${await answer.text()}`);
	}
});
