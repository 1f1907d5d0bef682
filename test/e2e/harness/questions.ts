import { randomUUID } from 'node:crypto';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { seedCredentials } from '../../../demo/seed';
import type { Execution } from '../../../demo/runWorkflow';
import type { Message } from '../../../sandbox/dialog360/types';
import type { Change } from '../../../sandbox/dialog360/webhooks/envelope';
import { messageChange } from '../../../sandbox/dialog360/webhooks/samples';
import type { InboxMessage } from '../../../sandbox/shared/inbox';
import { eventually } from './eventually';
import type { Stage } from './stage';
import type { NewNode } from './workflows';

/** What the node that asked puts out. */
export interface Answered extends IDataObject {
	answer: string | null;
	answerId: string | null;
	isApproved?: boolean | null;
	isTimedOut: boolean;
	message: IDataObject | null;
	question: IDataObject;
}

/** A question on its way: its execution, and the message as the customer has it. */
export interface Asked {
	executionId: string;
	messageId: string;
	/** What can be tapped, by title. */
	choices: Record<string, string>;
}

/** A node that a call starts. */
export function webhookNode() {
	const path = randomUUID();
	const parameters = { httpMethod: 'POST', path, options: {} };
	return { name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: path, parameters };
}

/** The node that asks whom the item names. */
export async function askingNode(stage: Stage, form: INodeParameters): Promise<NewNode> {
	const { dialog360Api } = await seedCredentials(stage.n8n, stage.sandbox.url);
	return {
		name: 'Ask',
		type: 'n8n-nodes-partoo.dialog360',
		parameters: { resource: 'message', operation: 'sendAndWait', to: '={{ $json.to }}', ...form },
		credentials: { dialog360Api: dialog360Api! },
	};
}

/** A workflow that asks: a call starts it, and what the call brings is the item that it asks about. */
export class AskingWorkflow {
	private constructor(
		private readonly stage: Stage,
		readonly id: string,
		private readonly url: string,
	) {}

	/** @param after nodes behind the one that asks */
	static async create(stage: Stage, form: INodeParameters, after: NewNode[] = []): Promise<AskingWorkflow> {
		const webhook = webhookNode();
		const id = await stage.workflows.create('Asks', [
			webhook,
			{
				name: 'Item',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				parameters: { mode: 'raw', jsonOutput: '={{ $json.body }}', options: {} },
			},
			await askingNode(stage, form),
			...after,
		]);
		await stage.workflows.activate(id);
		return new AskingWorkflow(stage, id, `${stage.addresses.webhooks}/webhook/${webhook.webhookId}`);
	}

	/** Asks a customer, and waits until the execution waits. */
	async ask(to: string, item: IDataObject = {}): Promise<Asked> {
		const known = new Set((await this.stage.workflows.runs(this.id)).map(({ id }) => id));
		await this.start(to, item);
		const run = await eventually(
			async () => (await this.stage.workflows.runs(this.id)).find(({ id }) => !known.has(id)),
			(found) => found !== undefined && !['new', 'running'].includes(found.status),
		);
		const executionId = run!.id;
		if (run!.status !== 'waiting') {
			const { error } = await this.stage.workflows.execution(executionId);
			throw new Error(`The execution is ${run!.status}: ${error}`);
		}
		return { executionId, ...(await questionTo(this.stage, to)) };
	}

	async start(to: string, item: IDataObject = {}): Promise<void> {
		const answer = await fetch(this.url, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ to, ...item }),
		});
		if (!answer.ok) throw new Error(`${this.url}: ${answer.status} ${await answer.text()}`);
	}

	/** What became of a question. */
	async ended({ executionId }: Pick<Asked, 'executionId'>, timeoutMs?: number): Promise<Execution & { ask: Answered }> {
		const execution = await eventually(
			async () => await this.stage.workflows.execution(executionId),
			({ hasEnded }) => hasEnded,
			timeoutMs,
		);
		const [ask] = execution.output<Answered>('Ask').slice(-1);
		return { ...execution, ask: ask! };
	}
}

/** The last message of the business to a customer, and what can be tapped in it. */
export async function questionTo({ sandbox }: Stage, to: string): Promise<Omit<Asked, 'executionId'>> {
	const { messages } = await sandbox.control<{ messages: InboxMessage[] }>('GET', `inbox/dialog360/${to}`);
	const { id, choices = [] } = messages.filter(({ from }) => from === 'business').at(-1)!;
	return { messageId: id, choices: Object.fromEntries(choices.map((choice) => [choice.title, choice.id])) };
}

/** Taps a button or row in the sandbox's inbox, as the customer. */
export async function tap(
	{ sandbox }: Stage,
	{ messageId, choices }: Omit<Asked, 'executionId'>,
	title: string,
): Promise<Message> {
	return await sandbox.control('POST', `inbox/dialog360/messages/${messageId}/choice`, { choice: choices[title] });
}

/** What 360dialog tells of a tap on a button that has this ID and title, whatever was sent. */
export function tapChange(from: string, id: string, title = 'Approve'): Change {
	return messageChange('text', {
		from,
		type: 'interactive',
		text: undefined,
		interactive: { type: 'button_reply', button_reply: { id, title } },
	});
}
