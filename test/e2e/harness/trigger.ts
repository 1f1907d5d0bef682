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

	/** Saves the workflow, with these nodes after the trigger; it is not active yet. */
	static async create(
		stage: Stage,
		trigger: TriggerCase,
		parameters: INodeParameters,
		after: NewNode[] = [],
	): Promise<TriggerWorkflow> {
		const credentials = await trigger.credentials(stage);
		const node = {
			name: `${trigger.provider} Trigger`,
			type: trigger.nodeType,
			typeVersion: 1.1,
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
