import { publish, unpublish } from '../../demo/publish';
import { runWorkflow } from '../../demo/runWorkflow';
import { exampleOf, seedCredential, type Workflow } from '../../demo/seed';
import type { Message } from '../../sandbox/dialog360/types';
import { callDialog360 } from './harness/dialog360';
import { eventually, pause } from './harness/eventually';
import { fieldsOfSet, seedExamples, withNode } from './harness/examples';
import { enterStage, type Stage } from './harness/stage';
import { startStandInModel } from './harness/standInModel';
import { chatsOf } from './harness/talks';

const LENA = '4915112345678';
const HUGO = '33612345678';
/** A message that is not wanted would be there by then. */
const SETTLE_MS = 3_000;

let stage: Stage;
let examples: Workflow[];
beforeAll(async () => {
	stage = await enterStage();
	const data = { apiKey: 'none', url: (await startStandInModel()).url };
	const openAiApi = await seedCredential(stage.n8n, { name: 'Stand-in', type: 'openAiApi', data });
	examples = await seedExamples(stage, { openAiApi });
});
afterAll(async () => {
	for (const { id } of examples) await stage.workflows.delete(id);
});
beforeEach(async () => await stage.sandbox.reset());

/** What the business sent to a customer, beside what was there at first. */
async function sentTo(phone: string, before: Message[] = []): Promise<Message[]> {
	const messages = (await chatsOf(stage)).find(({ id }) => id === phone)?.messages ?? [];
	return messages.filter(({ id, from }) => from === 'business' && !before.some((earlier) => earlier.id === id));
}

async function run(id: string) {
	return await runWorkflow(stage.n8n, exampleOf(examples, id));
}

describe('the example that confirms orders', () => {
	it('sends each customer the template with the receipt', async () => {
		const before = { lena: await sentTo(LENA), hugo: await sentTo(HUGO) };
		const execution = await run('dialog360OrderConfirm');
		expect(execution.error).toBeUndefined();
		const [[lena], [hugo]] = [await sentTo(LENA, before.lena), await sentTo(HUGO, before.hugo)];
		expect([lena, hugo]).toMatchObject([
			{ type: 'template', preview: expect.stringMatching(/Lena[^]*4711[^]*Monday/), tracking: 'order-4711' },
			{ type: 'template', preview: expect.stringMatching(/Hugo[^]*4712[^]*Tuesday/), tracking: 'order-4712' },
		]);
		expect(execution.output('Sent')).toEqual([
			{ order: '4711', messageId: lena!.id, recipient: LENA, status: 'sending', isFinal: false },
			{ order: '4712', messageId: hugo!.id, recipient: HUGO, status: 'sending', isFinal: false },
		]);
		const uploads = await stage.sandbox.requests({ provider: 'dialog360', path: '/media', status: 200 });
		expect(uploads).not.toHaveLength(0);
	});
});

describe('the example with a menu', () => {
	it('sends a list from which the customer can choose', async () => {
		const before = await sentTo(LENA);
		const execution = await run('dialog360Menu');
		expect(execution.error).toBeUndefined();
		const [menu] = await sentTo(LENA, before);
		expect(menu).toMatchObject({ type: 'interactive', content: { type: 'list', action: { button: 'Show menu' } } });
		await stage.sandbox.control('POST', `inbox/dialog360/messages/${menu!.id}/choice`, { choice: 'soup-lentil' });
		const answers = (await chatsOf(stage)).find(({ id }) => id === LENA)!.messages;
		expect(answers.at(-1)).toMatchObject({
			from: 'customer',
			replyTo: menu!.id,
			content: { list_reply: { id: 'soup-lentil', title: 'Lentil soup' } },
		});
	});
});

describe('the example that fetches pictures', () => {
	const CUSTOMER = '491700000001';
	beforeEach(async () => {
		await stage.sandbox.control('POST', 'dialog360/messages', { from: CUSTOMER, text: 'I have a question' });
		await publish(stage.n8n, exampleOf(examples, 'dialog360Picture').id);
	});
	afterEach(async () => await unpublish(stage.n8n, exampleOf(examples, 'dialog360Picture').id));

	const onlyAnswer = async () => {
		await eventually(
			async () => await sentTo(CUSTOMER),
			(sent) => sent.length > 0,
		);
		await pause(SETTLE_MS);
		return await sentTo(CUSTOMER);
	};

	it('fetches a picture and says thank you', async () => {
		const picture = await stage.sandbox.control<Message>('POST', `inbox/dialog360/${CUSTOMER}/picture`);
		expect(await onlyAnswer()).toMatchObject([
			{ replyTo: picture.id, content: { body: expect.stringMatching(/^Thank you/) } },
		]);
	});

	it('asks again for one that cannot be fetched, and leaves texts alone', async () => {
		await stage.sandbox.control('POST', 'dialog360/messages', { from: CUSTOMER, text: 'Look at this' });
		const picture = { from: CUSTOMER, type: 'image', content: { id: '9999', mime_type: 'image/jpeg', sha256: 'SfIn' } };
		const { id } = await stage.sandbox.control<Message>('POST', 'dialog360/messages', picture);
		expect(await onlyAnswer()).toMatchObject([
			{ replyTo: id, content: { body: expect.stringMatching(/send it again/) } },
		]);
	});
});

describe('the examples of two workflows on one number', () => {
	const both = ['dialog360TwoAnswer', 'dialog360TwoFailures'];
	let earlier = 0;
	afterEach(async () => {
		for (const id of both) await unpublish(stage.n8n, exampleOf(examples, id).id);
	});

	it.each([both, [...both].reverse()])('start each for what is theirs, %s first', async (...order) => {
		for (const id of order) await publish(stage.n8n, exampleOf(examples, id).id);
		const [customer, gone] = ['491700000021', '491700000022'];
		const { id } = await stage.sandbox.control<Message>('POST', 'dialog360/messages', {
			from: customer,
			text: 'Are you there?',
		});
		await stage.sandbox.control('POST', 'dialog360/messages', { from: gone, text: 'Bye' });
		const text = { body: 'Come back #fail' };
		const sent = { messaging_product: 'whatsapp', recipient_type: 'individual', to: gone, type: 'text', text };
		const { messages } = await callDialog360<{ messages: Array<{ id: string }> }>(stage, '/messages', sent);

		const failures = exampleOf(examples, 'dialog360TwoFailures').id;
		const runs = await eventually(
			async () => await stage.workflows.runs(failures),
			(some) => some.length > earlier && some.every(({ status }) => status === 'success'),
		);
		earlier = runs.length;
		await pause(SETTLE_MS);
		expect(await stage.workflows.runs(failures)).toHaveLength(earlier);
		const outputs = await stage.workflows.outputs(runs, 'What Failed');
		expect(outputs).toContainEqual({
			messageId: messages[0]!.id,
			recipient: gone,
			reason: expect.stringMatching(/\w/),
		});
		expect(await sentTo(customer)).toMatchObject([
			{ replyTo: id, content: { body: expect.stringMatching(/^Thank you/) } },
		]);
	});
});

describe('the example that writes down what customers say', () => {
	const ASKED = /^Your voice message could not be understood/;
	const example = () => exampleOf(examples, 'dialog360Voice');
	beforeEach(async () => await publish(stage.n8n, example().id));
	afterEach(async () => await unpublish(stage.n8n, example().id));

	/** The ID of a sound file of these words. */
	async function record(words: string): Promise<string> {
		const form = new FormData();
		form.set('messaging_product', 'whatsapp');
		form.set('file', new File([words], 'voice.ogg', { type: 'audio/ogg' }));
		const headers = { 'D360-API-KEY': 'dialog360-key' };
		const answer = await fetch(`${stage.sandbox.url}/dialog360/media`, { method: 'POST', headers, body: form });
		return ((await answer.json()) as { id: string }).id;
	}

	async function speak(from: string, id: string, voice = true): Promise<string> {
		const content = { id, mime_type: 'audio/ogg; codecs=opus', sha256: 'x1Y2', voice };
		return (await stage.sandbox.control<Message>('POST', 'dialog360/messages', { from, type: 'audio', content })).id;
	}

	it('answers with what was said, asks to write what could not be heard, and leaves songs alone', async () => {
		const [talker, mumbler, singer] = ['491700000011', '491700000012', '491700000013'] as const;
		const said = await speak(talker, await record('Two boxes of oat milk'));
		const lost = await speak(mumbler, '9999');
		await speak(singer, await record('La la la'), false);
		const [heard] = await eventually(
			async () => await sentTo(talker),
			(sent) => sent.length > 0,
		);
		expect(heard).toMatchObject({
			replyTo: said,
			content: { body: expect.stringMatching(/I have understood: .+\.ogg: Two boxes of oat milk$/) },
		});
		await eventually(
			async () => await sentTo(mumbler),
			(sent) => sent.length > 0,
		);
		await pause(SETTLE_MS);
		expect(await sentTo(mumbler)).toMatchObject([{ replyTo: lost, content: { body: expect.stringMatching(ASKED) } }]);
		expect(await sentTo(talker)).toHaveLength(1);
		expect(await sentTo(singer)).toEqual([]);
	});
});

describe('the example with opening hours', () => {
	const example = () => exampleOf(examples, 'dialog360Hours');
	const write = async (from: string) =>
		await stage.sandbox.control('POST', 'dialog360/messages', { from, text: 'Hello?' });
	afterEach(async () => await unpublish(stage.n8n, example().id));

	it.each([
		['answers each person once a day while nobody is there', { days: '1,2,3,4,5,6,7', opens: 24, closes: 24 }, 1],
		['says nothing while somebody is there', { days: '1,2,3,4,5,6,7', opens: 0, closes: 24 }, 0],
	])('%s', async (_what, hours, answers) => {
		const persons = ['491700000021', '491700000022'];
		await withNode(stage, example(), 'Opening Hours', fieldsOfSet(hours, { includeOtherFields: true }));
		await publish(stage.n8n, example().id);
		for (const person of persons) {
			await write(person);
			await eventually(
				async () => await sentTo(person),
				(sent) => sent.length >= answers,
			);
			await write(person);
		}
		await pause(SETTLE_MS);
		for (const person of persons) {
			const sent = await sentTo(person);
			expect(sent).toHaveLength(answers);
			for (const { content } of sent) expect(content.body).toMatch(/^Thank you .+ from 24:00/);
		}
	});
});
