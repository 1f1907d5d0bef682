import { publish, unpublish } from '../../demo/publish';
import { runWorkflow } from '../../demo/runWorkflow';
import { exampleOf, type Workflow } from '../../demo/seed';
import type { Message } from '../../sandbox/dialog360/types';
import { eventually, pause } from './harness/eventually';
import { seedExamples, withNode } from './harness/examples';
import { enterStage, type Stage } from './harness/stage';
import { sentTo } from './harness/talks';

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

const write = async (from: string, text: string): Promise<Message> =>
	await stage.sandbox.control('POST', 'dialog360/messages', { from, text });

describe('the example that answers customers', () => {
	const example = () => exampleOf(examples, 'dialog360Reply');
	afterEach(async () => await unpublish(stage.n8n, example().id));

	it('answers each message once, as a reply to it', async () => {
		await publish(stage.n8n, example().id);
		const [lena, hugo] = ['491700000031', '491700000032'] as const;
		const asked = [await write(lena, 'Are you open today?'), await write(hugo, 'Is it in stock?')];
		for (const person of [lena, hugo]) {
			await eventually(
				async () => await sentTo(stage, person),
				(sent) => sent.length > 0,
			);
		}
		await pause(SETTLE_MS);
		const answer = { type: 'text', content: { body: expect.stringMatching(/^Hello .+, thank you for your message/) } };
		expect(await sentTo(stage, lena)).toMatchObject([{ ...answer, replyTo: asked[0]!.id }]);
		expect(await sentTo(stage, hugo)).toMatchObject([{ ...answer, replyTo: asked[1]!.id }]);
	});
});

describe('the example that tells a colleague of a failed message', () => {
	const [customer, colleague] = ['491700000041', '491700000042'] as const;
	const example = () => exampleOf(examples, 'dialog360FailedMsg');
	const alerts = async () => await sentTo(stage, colleague);
	afterEach(async () => await unpublish(stage.n8n, example().id));

	async function watch(text?: string): Promise<void> {
		const node: object = example().nodes.find(({ name }) => name === 'Tell a Colleague')!;
		const { parameters } = node as { parameters: object };
		const given = { ...parameters, to: `+${colleague}`, ...(text !== undefined && { text }) };
		await withNode(stage, example(), 'Tell a Colleague', given);
		await publish(stage.n8n, example().id);
		for (const person of [customer, colleague]) await write(person, 'Hello?');
	}

	async function send(body: string): Promise<void> {
		const answer = await fetch(`${stage.sandbox.url}/dialog360/messages`, {
			method: 'POST',
			headers: { 'D360-API-KEY': 'dialog360-key', 'content-type': 'application/json' },
			body: JSON.stringify({ messaging_product: 'whatsapp', to: customer, type: 'text', text: { body } }),
		});
		if (!answer.ok) throw new Error(`The sandbox took no message: ${answer.status} ${await answer.text()}`);
	}

	it('says whom it was for, why it failed and what to do', async () => {
		await watch();
		await send('All is well');
		await send('Too late #fail-131047');
		const [alert] = await eventually(alerts, (sent) => sent.length > 0);
		expect(alert!.content.body).toMatch(new RegExp(`${customer} failed \\(131047\\)[^]*24 hours[^]*Send Template`));
		await pause(SETTLE_MS);
		expect(await alerts()).toHaveLength(1);
	});

	it('does not tell of an alert that fails itself', async () => {
		await watch('Look at this #fail');
		await send('Nobody there #fail');
		await eventually(alerts, (sent) => sent.length > 0);
		await pause(SETTLE_MS);
		expect(await alerts()).toHaveLength(1);
	});
});

describe('the example that sends a template to each row of a spreadsheet', () => {
	it('sends what can be sent, and collects the other rows with their reasons', async () => {
		const execution = await runWorkflow(stage.n8n, exampleOf(examples, 'dialog360Spreadsheet'));
		expect(execution.error).toBeUndefined();
		expect(execution.output('Accepted')).toEqual([
			{ name: 'Lena', phone: '4915112345678', messageId: expect.any(String) },
			{ name: 'Hugo', phone: '33612345678', messageId: expect.any(String) },
		]);
		expect(execution.output('Not Sent')).toMatchObject([
			{ name: 'Eva', phone: '017 12345', reason: expect.stringContaining('017 12345'), nextStep: expect.any(String) },
			{ name: 'Luca', time: '10:00', reason: expect.stringContaining('Body {{2}}'), nextStep: expect.any(String) },
		]);
		const last = (await sentTo(stage, '4915112345678')).at(-1);
		expect(last).toMatchObject({ type: 'template', preview: expect.stringMatching(/Lena[^]*Monday[^]*9:30/) });
	});
});
