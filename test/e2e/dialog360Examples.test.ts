import { publish, unpublish } from '../../demo/publish';
import { runWorkflow } from '../../demo/runWorkflow';
import { exampleOf, type Workflow } from '../../demo/seed';
import type { Message } from '../../sandbox/dialog360/types';
import { eventually, pause } from './harness/eventually';
import { seedExamples } from './harness/examples';
import { enterStage, type Stage } from './harness/stage';
import { chatsOf } from './harness/talks';

const LENA = '4915112345678';
const HUGO = '33612345678';
/** A message that is not wanted would be there by then. */
const SETTLE_MS = 3_000;

let stage: Stage;
let examples: Workflow[];
beforeAll(async () => {
	stage = await enterStage();
	examples = await seedExamples(stage);
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
