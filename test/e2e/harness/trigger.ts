import { randomUUID } from 'node:crypto';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { TriggerCase } from '../providers/triggerCase';
import type { Stage } from './stage';
import type { Listed, NewNode } from './workflows';

/** A workflow that consists of a trigger: its runs put out what starts them. */
export class TriggerWorkflow {
	private constructor(
		private readonly stage: Stage,
		private node: NewNode,
		readonly id: string,
	) {}

	/** Saves the workflow, with these nodes after the trigger; it is not active yet. Up to 1.1 no webhook is shared. */
	static async create(
		stage: Stage,
		trigger: TriggerCase,
		parameters: INodeParameters,
		after: NewNode[] = [],
		typeVersion = 1.1,
	): Promise<TriggerWorkflow> {
		const credentials = await trigger.credentials(stage);
		const node = {
			name: `${trigger.provider} Trigger`,
			type: trigger.nodeType,
			typeVersion,
			parameters,
			credentials,
			webhookId: randomUUID(),
		};
		return new TriggerWorkflow(stage, node, await stage.workflows.create(node.name, [node, ...after]));
	}

	/** The name of the trigger, which is that of its workflow too. */
	get name(): string {
		return this.node.name;
	}

	/** Where the provider calls it. */
	get url(): string {
		return `${this.stage.addresses.webhooks}${this.path}`;
	}

	/** The same, without the proxy before n8n. */
	get directUrl(): string {
		return `${this.stage.addresses.n8n}${this.path}`;
	}

	/** Where it stands in a process of n8n that takes calls. */
	get path(): string {
		return `/webhook/${this.node.webhookId}/webhook`;
	}

	async activate(): Promise<void> {
		await this.stage.workflows.activate(this.id);
	}

	/** *Listen for test event*, as the editor asks for it: until a call comes, or {@link stopListening}. */
	async listen(): Promise<void> {
		const { n8n } = this.stage;
		await n8n.request('POST', `/workflows/${this.id}/run`, {
			triggerToStartFrom: { name: this.name },
			...(n8n.isFirstMajor && { workflowData: await n8n.request<object>('GET', `/workflows/${this.id}`) }),
		});
	}

	/** *Stop listening*, which n8n does by itself, in the same way, after two minutes. */
	async stopListening(): Promise<void> {
		await this.stage.n8n.request('DELETE', `/test-webhook/${this.id}`);
	}

	async edit(parameters: INodeParameters): Promise<void> {
		this.node = { ...this.node, parameters };
		await this.stage.workflows.edit(this.id, [this.node]);
	}

	async runs(): Promise<Listed[]> {
		return await this.stage.workflows.runs(this.id);
	}

	/** What all runs until now were started with. */
	async outputs(): Promise<IDataObject[]> {
		return await this.stage.workflows.outputs(await this.runs(), this.name);
	}
}
