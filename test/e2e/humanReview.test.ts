import { seedCredential, seedCredentials } from '../../demo/seed';
import { eventually } from './harness/eventually';
import { questionTo, tap, webhookNode } from './harness/questions';
import { enterStage, type Stage } from './harness/stage';
import { type StandInModel, startStandInModel } from './harness/standInModel';
import { TriggerWorkflow } from './harness/trigger';
import { dialog360 } from './providers/dialog360';

const BOSS = '4915200000077';
const AGENT = 'AI Agent';

let stage: Stage;
let model: StandInModel;
beforeAll(async () => {
	stage = await enterStage();
	model = await startStandInModel();
	const trigger = await TriggerWorkflow.create(stage, dialog360, dialog360.first.parameters);
	await trigger.activate();
});
afterAll(async () => await stage.workflows.clear());

/** An agent with a tool that pays money back, and a person on WhatsApp between the two. */
async function agentWithReview() {
	const { dialog360Api } = await seedCredentials(stage.n8n, stage.sandbox.url);
	const openAiApi = await seedCredential(stage.n8n, {
		name: 'Stand-in',
		type: 'openAiApi',
		data: { apiKey: 'none', url: model.url },
	});
	const webhook = webhookNode();
	const id = await stage.workflows.create('Agent', [
		webhook,
		{
			// As the Chat trigger hands it to the agent; none of it is said by the person who reviews.
			name: 'Chat',
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			parameters: { mode: 'raw', jsonOutput: '{"chatInput": "Please pay it back"}', options: {} },
		},
		{
			name: AGENT,
			type: '@n8n/n8n-nodes-langchain.agent',
			typeVersion: 3.1,
			parameters: { promptType: 'define', text: 'Pay the order back', options: {} },
		},
		{
			name: 'Model',
			type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
			typeVersion: 1.2,
			parameters: { model: { __rl: true, mode: 'id', value: 'stand-in' }, options: {} },
			credentials: { openAiApi },
		},
		{
			name: 'Review',
			type: 'n8n-nodes-partoo.dialog360HitlTool',
			parameters: {
				resource: 'message',
				operation: 'sendAndWait',
				responseType: 'approval',
				to: BOSS,
				message: '=The agent wants to use {{ $tool.name }}',
				options: {},
			},
			credentials: { dialog360Api: dialog360Api! },
		},
		{
			name: 'Refund',
			type: 'n8n-nodes-base.httpRequestTool',
			typeVersion: 4.2,
			parameters: { toolDescription: 'Pays money back', method: 'POST', url: model.refundUrl, options: {} },
		},
	]);
	const link = (node: string, type: string) => ({ [type]: [[{ node, type, index: 0 }]] });
	const { nodes } = await stage.n8n.request<{ nodes: object[] }>('GET', `/workflows/${id}`);
	await stage.n8n.request('PATCH', `/workflows/${id}?forceSave=true`, {
		nodes,
		connections: {
			Webhook: link('Chat', 'main'),
			Chat: link(AGENT, 'main'),
			Model: link(AGENT, 'ai_languageModel'),
			Review: link(AGENT, 'ai_tool'),
			Refund: link('Review', 'ai_tool'),
		},
	});
	await stage.workflows.activate(id);
	await fetch(`${stage.addresses.webhooks}/webhook/${webhook.webhookId}`, { method: 'POST' });
	const run = await eventually(
		async () => (await stage.workflows.runs(id))[0],
		(found) => found !== undefined && !['new', 'running'].includes(found.status),
	);
	const { error } = await stage.workflows.execution(run!.id);
	expect([run!.status, error]).toEqual(['waiting', undefined]);
	return { executionId: run!.id, ...(await questionTo(stage, BOSS)) };
}

describe("a person who reviews an agent's tool on WhatsApp", () => {
	it.each([
		['Approve', 1, /refunded/],
		['Decline', 0, /rejected/],
	])('on %s it is used %i times, and the agent hears of it', async (answer, times, said) => {
		model.refunds.length = 0;
		const asked = await agentWithReview();
		expect(model.refunds).toEqual([]);
		const { messages } = await stage.sandbox.control<{ messages: Array<{ text: string }> }>(
			'GET',
			`inbox/dialog360/${BOSS}`,
		);
		expect(messages.at(-1)!.text).toBe('The agent wants to use Refund');
		await tap(stage, asked, answer);
		const execution = await eventually(
			async () => await stage.workflows.execution(asked.executionId),
			({ hasEnded }) => hasEnded,
		);
		expect([execution.status, execution.error]).toEqual(['success', undefined]);
		expect(model.refunds).toHaveLength(times);
		expect(execution.output<{ output: string }>(AGENT).at(-1)!.output).toMatch(said);
		expect(execution.output<{ output: string }>(AGENT).at(-1)!.output).not.toMatch(/feedback/);
	});
});
