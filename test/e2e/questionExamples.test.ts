import { randomUUID } from 'node:crypto';

import type { IDataObject } from 'n8n-workflow';

import { publish, unpublish } from '../../demo/publish';
import { beginWorkflow, runWorkflow } from '../../demo/runWorkflow';
import { exampleOf, seedCredential, type Workflow } from '../../demo/seed';
import { eventually } from './harness/eventually';
import { seedExamples } from './harness/examples';
import { questionTo, tap } from './harness/questions';
import { enterStage, type Stage } from './harness/stage';
import { type StandInModel, startStandInModel } from './harness/standInModel';

const LENA = '4915112345678';
const HUGO = '33612345678';

let stage: Stage;
let examples: Workflow[];
let model: StandInModel;
/** An execution that nobody answers; it was asked before all tests, since n8n looks once a minute. */
let unanswered: string;
beforeAll(async () => {
	stage = await enterStage();
	const { n8n } = stage;
	model = await startStandInModel();
	const data = { apiKey: 'none', url: model.url };
	const openAiApi = await seedCredential(n8n, { name: 'Stand-in', type: 'openAiApi', data });
	examples = await seedExamples(stage, { openAiApi });
	unanswered = await askInVain(exampleOf(examples, 'dialog360Approval'));
});
afterAll(async () => {
	for (const { id } of examples) await stage.workflows.delete(id);
});
beforeEach(async () => await stage.sandbox.reset());

interface Saved {
	nodes: Array<{ name: string; parameters: IDataObject }>;
}

/** Saves the example with other parameters of one of its nodes. @returns what was saved before */
async function editNode({ id }: Workflow, name: string, parameters: IDataObject): Promise<Saved> {
	const { nodes } = await stage.n8n.request<Saved>('GET', `/workflows/${id}`);
	const edited = nodes.map((node) =>
		node.name === name ? { ...node, parameters: { ...node.parameters, ...parameters } } : node,
	);
	await stage.n8n.request('PATCH', `/workflows/${id}?forceSave=true`, { nodes: edited });
	return { nodes };
}

/** Runs the example with a limit of seconds. @returns the ID of the execution, which waits */
async function askInVain(example: Workflow): Promise<string> {
	const limitWaitTime = { values: { limitType: 'afterTimeInterval', resumeAmount: 0.05, resumeUnit: 'minutes' } };
	const before = await editNode(example, 'Ask', { options: { limitWaitTime } });
	await publish(stage.n8n, example.id);
	const id = await beginWorkflow(stage.n8n, example);
	await eventually(
		async () => await stage.workflows.execution(id),
		({ status }) => status === 'waiting',
	);
	await unpublish(stage.n8n, example.id);
	await stage.n8n.request('PATCH', `/workflows/${example.id}?forceSave=true`, before);
	return id;
}

/** What a customer is asked next, as soon as it can be tapped and its execution waits. */
async function nextQuestion(to: string, after?: string) {
	return await eventually(
		async () => await questionTo(stage, to).catch(() => undefined),
		(question) => question !== undefined && question.messageId !== after && Object.keys(question.choices).length > 1,
	);
}

describe('the example that asks for an approval', () => {
	const example = () => exampleOf(examples, 'dialog360Approval');
	beforeEach(async () => await publish(stage.n8n, example().id));
	afterEach(async () => await unpublish(stage.n8n, example().id));

	it.each([
		['Approve', 'Pay', 'paid'],
		['Decline', 'Drop', 'declined'],
	])('goes on after %s with %s', async (answer, node, decision) => {
		const running = runWorkflow(stage.n8n, example());
		await tap(stage, (await nextQuestion(LENA))!, answer);
		const execution = await running;
		expect(execution.error).toBeUndefined();
		expect(execution.output(node)).toEqual([{ what: 'Train to Lyon', decision, decidedBy: LENA }]);
	});
});

describe('the example about an appointment', () => {
	const example = () => exampleOf(examples, 'dialog360Appointment');
	beforeEach(async () => await publish(stage.n8n, example().id));
	afterEach(async () => await unpublish(stage.n8n, example().id));

	it('confirms it for one customer, and moves it for the other', async () => {
		expect((await runWorkflow(stage.n8n, example())).error).toBeUndefined();
		const [lena, hugo] = [await nextQuestion(LENA), await nextQuestion(HUGO)];
		await tap(stage, lena!, 'Confirm');
		await tap(stage, hugo!, 'Move');
		const list = await nextQuestion(HUGO, hugo!.messageId);
		await tap(stage, list!, 'Wednesday, 15:00');
		const filter = encodeURIComponent(JSON.stringify({ workflowId: example().id }));
		const ended = async () => {
			const { results } = await stage.n8n.request<{ results: Array<{ id: string; status: string }> }>(
				'GET',
				`/executions?filter=${filter}&limit=20`,
			);
			const all = await Promise.all(results.map(async ({ id }) => await stage.workflows.execution(id)));
			return all.flatMap((execution) => ['Confirmed', 'Moved'].flatMap((node) => execution.output<IDataObject>(node)));
		};
		const states = await eventually(ended, (outputs) => outputs.length === 2);
		expect(states.sort((one, other) => String(one.name).localeCompare(String(other.name)))).toEqual([
			{ name: 'Hugo', state: 'moved', to: 'wed-15' },
			{ name: 'Lena', state: 'confirmed' },
		]);
	});
});

describe("the example in which a person approves an agent's refund", () => {
	const example = () => exampleOf(examples, 'dialog360AgentRefund');
	afterEach(async () => await unpublish(stage.n8n, example().id));

	it('pays back after Approve', async () => {
		// The shop is the user's own.
		await editNode(example(), 'Refund', { url: model.refundUrl });
		await publish(stage.n8n, example().id);
		await chat('Please pay order 4711 back');
		const question = await nextQuestion(LENA);
		expect(model.refunds).toEqual([]);
		await tap(stage, question!, 'Approve');
		await eventually(
			async () => model.refunds,
			(refunds) => refunds.length === 1,
		);
		expect(JSON.parse(String(model.refunds[0]))).toEqual({ order: '4711' });
	});

	/** Writes to the chat as the editor's own does: it runs the workflow with what was written. */
	async function chat(chatInput: string): Promise<void> {
		const json = { sessionId: randomUUID(), action: 'sendMessage', chatInput };
		await stage.n8n.request('POST', `/workflows/${example().id}/run`, {
			triggerToStartFrom: {
				name: 'Chat',
				data: { data: { main: [[{ json }]] }, source: [null], executionTime: 0, executionIndex: 0, startTime: 0 },
			},
		});
	}
});

describe('the example that asks for an approval, when nobody answers in time', () => {
	it('goes on with Ask Somebody Else', async () => {
		const execution = await eventually(
			async () => await stage.workflows.execution(unanswered),
			({ hasEnded }) => hasEnded,
			90_000,
		);
		expect([execution.status, execution.error]).toEqual(['success', undefined]);
		const outputs = ['Pay', 'Drop', 'Ask Somebody Else'].map((node) => execution.output(node));
		expect(outputs).toEqual([[], [], [{ what: 'Train to Lyon', decision: 'nobody answered' }]]);
	});
});
