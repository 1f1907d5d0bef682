import { randomUUID } from 'node:crypto';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { seedCredential } from '../../../demo/seed';
import { readMark } from '../../../nodes/shared/delivery/mark';
import type { LoggedRequest } from '../../sandboxClient/sandboxTypes';
import { eventually } from './eventually';
import type { Stage } from './stage';
import type { Listed, NewNode } from './workflows';

const TAKEN = 200;
const KEY = 'dialog360-key';

/** A node that makes an item of each customer in a list. */
const EACH_CUSTOMER: NewNode = {
	name: 'Each Customer',
	type: 'n8n-nodes-base.splitOut',
	parameters: { fieldToSplitOut: 'customers', options: {} },
};

/** A workflow that sends with 360dialog. */
export class SendingWorkflow {
	private constructor(
		private readonly stage: Stage,
		readonly id: string,
		/** Where a call starts it. */
		private readonly url: string,
	) {}

	/**
	 * Saves and publishes a workflow that a call to the webhook processor starts.
	 *
	 * @param form of the node that sends
	 * @param before nodes between the webhook and that one
	 * @param key of another account than the usual one
	 */
	static async onCall(
		stage: Stage,
		form: INodeParameters,
		before: NewNode[] = [],
		key?: string,
	): Promise<SendingWorkflow> {
		const path = randomUUID();
		const parameters = { httpMethod: 'POST', path, options: {} };
		const webhook = { name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2, webhookId: path, parameters };
		const id = await createWorkflow(stage, [webhook, ...before], form, key);
		await stage.workflows.activate(id);
		return new SendingWorkflow(stage, id, `${stage.addresses.webhooks}/webhook/${path}`);
	}

	/** The same, for a text to each of the customers that are posted. */
	static async ofTexts(stage: Stage, key?: string): Promise<SendingWorkflow> {
		const body = { mode: 'raw', jsonOutput: '={{ $json.body }}', options: {} };
		const fields = { name: 'Body', type: 'n8n-nodes-base.set', typeVersion: 3.4, parameters: body };
		return await SendingWorkflow.onCall(
			stage,
			{ to: '={{ $json.customers }}', text: 'Ready' },
			[fields, EACH_CUSTOMER],
			key,
		);
	}

	/** Runs one from the editor that sends a text to each customer; answers the ID of its execution, too. */
	static async fromEditor(stage: Stage, all: string[]): Promise<{ workflow: SendingWorkflow; executionId: string }> {
		const trigger = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} };
		const list = { mode: 'raw', jsonOutput: JSON.stringify({ customers: all }), options: {} };
		const fields = { name: 'Customers', type: 'n8n-nodes-base.set', typeVersion: 3.4, parameters: list };
		const form = { to: '={{ $json.customers }}', text: 'Ready' };
		const id = await createWorkflow(stage, [trigger, fields, EACH_CUSTOMER], form);
		const run = { triggerToStartFrom: { name: trigger.name } };
		const { executionId } = await stage.n8n.request<{ executionId: string }>('POST', `/workflows/${id}/run`, run);
		return { workflow: new SendingWorkflow(stage, id, ''), executionId };
	}

	/** Starts an execution. */
	async post(customers: string[]): Promise<void> {
		await this.call({ headers: { 'content-type': 'application/json' }, body: JSON.stringify({ customers }) });
	}

	/** Starts one with any body. */
	async call(request: Pick<RequestInit, 'headers' | 'body'>): Promise<void> {
		const answer = await fetch(this.url, { method: 'POST', ...request });
		if (!answer.ok) throw new Error(`${this.url}: ${answer.status} ${await answer.text()}`);
	}

	/** Its executions, as soon as there are so many and all have ended. */
	async ended(count: number, timeoutMs?: number): Promise<Listed[]> {
		return await eventually(
			async () => await this.stage.workflows.runs(this.id),
			(runs) => runs.length >= count && runs.every(({ status }) => !['new', 'running', 'waiting'].includes(status)),
			timeoutMs,
		);
	}
}

async function createWorkflow(stage: Stage, before: NewNode[], form: INodeParameters, key = KEY): Promise<string> {
	const data = { apiKey: key, environment: 'custom', baseUrl: `${stage.sandbox.url}/dialog360` };
	const dialog360Api = await seedCredential(stage.n8n, { name: key, type: 'dialog360Api', data });
	const send: NewNode = {
		name: 'Send',
		type: 'n8n-nodes-partoo.dialog360',
		parameters: { resource: 'message', operation: 'send', ...form },
		credentials: { dialog360Api },
	};
	return await stage.workflows.create('Sends', [...before, send]);
}

/** All requests that were to send a message, in their order. */
export async function tries({ sandbox }: Stage): Promise<LoggedRequest[]> {
	return await sandbox.requests({ provider: 'dialog360', method: 'POST', path: '/messages' });
}

/** Those that the provider took. */
export async function taken(stage: Stage): Promise<LoggedRequest[]> {
	return (await tries(stage)).filter(({ status }) => status === TAKEN);
}

/** What the mark of a message's request says. */
export function originOf({ body }: LoggedRequest<IDataObject>) {
	return readMark(body.biz_opaque_callback_data);
}

/** So many phone numbers that no other execution has. */
export function customers(count: number, first: number): string[] {
	return Array.from({ length: count }, (_, index) => String(4_915_100_000_000 + first + index));
}
