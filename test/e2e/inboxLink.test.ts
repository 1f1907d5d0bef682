import type { Browser } from 'playwright-core';

import { startBrowser } from '../../demo/browser';
import { OWNER } from '../../demo/n8nClient';
import { publish, unpublish } from '../../demo/publish';
import { runWorkflow } from '../../demo/runWorkflow';
import { exampleOf, seedCredentials, type Workflow } from '../../demo/seed';
import type { ShownConversation } from '../../sandbox/shared/inbox';
import { eventually } from './harness/eventually';
import { seedExamples } from './harness/examples';
import { enterStage, type Stage } from './harness/stage';

const LENA = '4915112345678';
const PHONE = { width: 360, height: 640 };
const PATIENCE_MS = 30_000;

let stage: Stage;
let examples: Workflow[];
beforeAll(async () => {
	stage = await enterStage();
	examples = await seedExamples(stage);
});
afterAll(async () => {
	await stage.workflows.clear();
	for (const { id } of examples) await stage.workflows.delete(id);
});
beforeEach(async () => await stage.sandbox.reset());

const pageOf = (workflowId: string, executionId: string): string =>
	`${stage.addresses.n8n}/workflow/${workflowId}/executions/${executionId}`;

/** Waits until the inbox has a link for a chat: n8n tells of it after the execution has ended. */
async function linkOf(chat: string): Promise<string | null> {
	return await eventually(
		async () => {
			const answer = await fetch(`${stage.sandbox.url}/control/inbox/${chat}`);
			return ((await answer.json()) as { conversation: ShownConversation }).conversation.execution;
		},
		(execution) => execution !== null,
	);
}

describe('the link of a chat in the inbox', () => {
	let browser: Browser;
	beforeAll(async () => {
		browser = await startBrowser();
	});
	afterAll(async () => await browser?.close());

	it('opens the execution that wrote last in it, on a phone too', async () => {
		const context = await browser.newContext({ viewport: PHONE });
		context.setDefaultTimeout(PATIENCE_MS);
		const { email: emailOrLdapLoginId, password } = OWNER;
		await context.request.post(`${stage.addresses.n8n}/rest/login`, { data: { emailOrLdapLoginId, password } });
		const page = await context.newPage();
		await page.goto(`${stage.sandbox.url}/#dialog360/${LENA}`);
		await page.getByRole('heading', { name: /Lena/ }).waitFor();
		const link = page.getByRole('link', { name: 'Open the execution' });
		expect(await link.count()).toBe(0);

		const example = exampleOf(examples, 'dialog360OrderConfirm');
		const execution = await runWorkflow(stage.n8n, example);
		await link.waitFor();
		const [opened] = await Promise.all([context.waitForEvent('page'), link.click()]);
		await opened.waitForURL(pageOf(example.id, execution.id));
		await opened.getByTestId('execution-preview-id').getByText(`ID#${execution.id}`).waitFor();
	});

	it('is there for an execution that a trigger started', async () => {
		const { id } = exampleOf(examples, 'dialog360Reply');
		await publish(stage.n8n, id);
		await fetch(`${stage.sandbox.url}/control/inbox/dialog360/${LENA}/messages`, {
			method: 'POST',
			body: JSON.stringify({ text: 'Is it ready?' }),
		});
		const link = await linkOf(`dialog360/${LENA}`);
		const [run] = await stage.workflows.runs(id);
		expect(link).toBe(pageOf(id, run!.id));
		await unpublish(stage.n8n, id);
	});

	it('is there for one that failed because its message was not delivered', async () => {
		const { partooApi } = await seedCredentials(stage.n8n, stage.sandbox.url);
		const [conversation] = await stage.sandbox.createConversations();
		const id = await stage.workflows.create('Fails', [
			{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} },
			{
				name: 'Send',
				type: 'n8n-nodes-partoo.partoo',
				parameters: { conversationId: String(conversation), text: 'Wrong number #fail-always', afterSending: 'wait' },
				credentials: { partooApi: partooApi! },
			},
		]);
		const workflow = await stage.n8n.request<Workflow>('GET', `/workflows/${id}`);
		const execution = await runWorkflow(stage.n8n, workflow);
		expect(execution.status).toBe('error');
		expect(await linkOf(`partoo/${conversation}`)).toBe(pageOf(id, execution.id));
	});
});
