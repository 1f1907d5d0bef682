import { randomUUID } from 'node:crypto';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { seedCredentials } from '../../../demo/seed';
import { readMark } from '../../../nodes/shared/delivery/mark';
import type { LoggedRequest } from '../../sandboxClient/sandboxTypes';
import { eventually } from './eventually';
import type { Stage } from './stage';
import type { Listed, NewNode } from './workflows';

const TAKEN = 200;

/** A workflow that sends with 360dialog whatever is posted to its address. */
export class SendingWorkflow {
	private constructor(
		private readonly stage: Stage,
		readonly id: string,
		readonly url: string,
	) {}

	/**
	 * Saves and publishes it.
	 *
	 * @param form of the node that sends
	 * @param before nodes between the webhook and that one
	 */
	static async create(stage: Stage, form: INodeParameters, before: NewNode[] = []): Promise<SendingWorkflow> {
		const { dialog360Api } = await seedCredentials(stage.n8n, stage.sandbox.url);
		const path = randomUUID();
		const id = await stage.workflows.create('Sends what is posted', [
			{
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				webhookId: path,
				parameters: { httpMethod: 'POST', path, options: {} },
			},
			...before,
			{
				name: 'Send',
				type: 'n8n-nodes-partoo.dialog360',
				parameters: { resource: 'message', operation: 'send', ...form },
				credentials: { dialog360Api: dialog360Api! },
			},
		]);
		await stage.workflows.activate(id);
		return new SendingWorkflow(stage, id, `${stage.addresses.webhooks}/webhook/${path}`);
	}

	/** Sends a text to each of so many customers. */
	static async ofTexts(stage: Stage, before: NewNode[] = []): Promise<SendingWorkflow> {
		const split: NewNode = {
			name: 'Each Customer',
			type: 'n8n-nodes-base.splitOut',
			parameters: { fieldToSplitOut: 'body.customers', options: {} },
		};
		return await SendingWorkflow.create(stage, { to: '={{ $json["body.customers"] }}', text: 'Ready' }, [
			split,
			...before,
		]);
	}

	/** Starts an execution. */
	async post(body: object): Promise<void> {
		const headers = { 'content-type': 'application/json' };
		await this.postRaw({ headers, body: JSON.stringify(body) });
	}

	async postRaw(request: Pick<RequestInit, 'headers' | 'body'>): Promise<void> {
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
