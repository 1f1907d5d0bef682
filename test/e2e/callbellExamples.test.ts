import { isDeepStrictEqual } from 'node:util';

import { publish, unpublish } from '../../demo/publish';
import { runWorkflow } from '../../demo/runWorkflow';
import { exampleOf, type Workflow } from '../../demo/seed';
import { MAIN_CHANNEL } from '../../sandbox/callbell/seed';
import { addContact, deliveries, write } from './harness/callbell';
import { eventually, pause } from './harness/eventually';
import { seedExamples } from './harness/examples';
import { enterStage, type Stage } from './harness/stage';
import { conversationsAt, type Talks, talksAtPartoo } from './harness/talks';
import { TriggerWorkflow } from './harness/trigger';
import { callbell } from './providers/callbell';

/** What is not wanted would be there by then. */
const SETTLE_MS = 5_000;

let stage: Stage;
let examples: Workflow[];
beforeAll(async () => {
	stage = await enterStage();
	examples = await seedExamples(stage);
});
afterAll(async () => {
	for (const { id } of examples) await stage.workflows.delete(id);
});

describe("Callbell's connection checks", () => {
	it('are answered, and start nothing', async () => {
		const workflow = await TriggerWorkflow.create(stage, callbell, callbell.first.parameters);
		await workflow.activate();
		for (const kind of ['get', 'empty', 'unknown']) {
			const answer = await stage.sandbox.control('POST', 'callbell/checks', { kind, url: workflow.directUrl });
			expect(answer).toEqual({ status: 200, body: '{"status":"ok"}' });
		}
		expect(await workflow.runs()).toEqual([]);
		await stage.workflows.delete(workflow.id);
	});
});

describe('the example that sends a template to a list', () => {
	it('reaches who can be reached, and collects the others with their reasons', async () => {
		const execution = await runWorkflow(stage.n8n, exampleOf(examples, 'callbellTemplateList'));
		expect(execution.error).toBeUndefined();
		const arrived = { status: expect.stringMatching(/^(delivered|read)$/), messageId: expect.any(String) };
		expect(execution.output('Reached')).toEqual([
			{ name: 'John Doe', phone: '31612345678', ...arrived },
			{ name: 'Ana Weber', phone: '4915112345678', ...arrived },
		]);
		expect(execution.output('Failed Ones')).toMatchObject([
			{
				name: 'Eva Lang',
				phone: '017 12345',
				reason: expect.stringContaining('017 12345'),
				nextStep: expect.stringMatching(/./),
			},
			{ name: 'Luca Rossi', reason: expect.stringContaining('Variable 2'), nextStep: expect.stringMatching(/./) },
		]);
	});
});

describe('the bridge between Callbell and Partoo, while both sides repeat one call in five', () => {
	const BRIDGE = 'callbellPartooBridge';
	const CUSTOMERS = 5;
	const NUMBERS = Array.from({ length: 20 }, (_, index) => index);
	let contacts: string[];

	const contactOf = (number: number): string => contacts[number % CUSTOMERS]!;
	const question = (number: number): string => `Question no. ${number}: is “the blue one” still there?`;
	const answer = (number: number): string => `Answer no. ${number}: yes, it is`;

	beforeAll(async () => {
		const repeating = { webhookRepeatEvery: 5 };
		await stage.sandbox.settings(repeating as object, 'callbell');
		await stage.sandbox.settings(repeating);
		await publish(stage.n8n, exampleOf(examples, BRIDGE).id);
		const phones = Array.from({ length: CUSTOMERS }, (_, index) => String(4_915_100_000_000 + index));
		contacts = await Promise.all(
			phones.map(
				async (identifier) =>
					await addContact(stage, { identifier, name: `Customer ${identifier}`, source: 'whatsapp' }),
			),
		);
	});
	afterAll(async () => await unpublish(stage.n8n, exampleOf(examples, BRIDGE).id));

	const conversations = async () => await conversationsAt(stage, MAIN_CHANNEL.uuid);
	const sent = async () => {
		const all = await stage.sandbox.control<{ contacts: Sent[] }>('GET', 'callbell/contacts');
		return all.contacts
			.filter(({ uuid }) => contacts.includes(uuid))
			.flatMap(({ uuid, messages }) =>
				messages.filter(({ direction }) => direction === 'sent').map((message) => ({ contact: uuid, ...message })),
			);
	};

	it('brings each message of a customer to Partoo once', async () => {
		for (const number of NUMBERS) await write(stage, { contact: contactOf(number), text: question(number) });
		const look = async () => await talksAtPartoo(stage, await conversations());
		const wanted: Talks = Object.fromEntries(
			contacts.map((uuid) => [
				uuid,
				{
					customer: NUMBERS.filter((number) => contactOf(number) === uuid)
						.map(question)
						.sort(),
					business: [],
				},
			]),
		);
		await eventually(look, (seen) => isDeepStrictEqual(seen, wanted)).catch(() => undefined);
		await pause(SETTLE_MS);
		expect(await look()).toEqual(wanted);
		expect((await deliveries(stage)).filter(({ attempts }) => attempts.length === 2)).toHaveLength(NUMBERS.length / 5);
	});

	it('brings each answer of a colleague to the customer once, and tells what became of it', async () => {
		const byContact = await conversations();
		const told = new Map<string, number>();
		for (const number of NUMBERS) {
			const { id } = await stage.sandbox.addMessage({
				conversationId: byContact.get(contactOf(number))!,
				text: answer(number),
				senderType: 'User',
			});
			told.set(String(id), number);
		}
		await eventually(sent, (seen) => seen.length >= NUMBERS.length);
		await pause(SETTLE_MS);
		const arrived = (await sent()).map(({ contact, text, metadata }) => `${contact} ${text} ${metadata?.partoo}`);
		expect(arrived.sort()).toEqual(
			[...told].map(([id, number]) => `${contactOf(number)} ${answer(number)} ${id}`).sort(),
		);

		const runs = await eventually(
			async () => await stage.workflows.runs(exampleOf(examples, BRIDGE).id),
			(seen) => seen.every(({ status }) => status === 'success' || status === 'error'),
		);
		expect(runs.filter(({ status }) => status !== 'success')).toEqual([]);
		const reports = await stage.workflows.outputs(runs, 'Tell a Colleague');
		expect(reports.map(({ partooMessageId, status }) => `${String(partooMessageId)} ${String(status)}`).sort()).toEqual(
			[...told.keys()].map((id) => `${id} delivered`).sort(),
		);
	});
});

interface Sent {
	uuid: string;
	messages: Array<{ direction: string; text: string; metadata?: Record<string, string> }>;
}
