import type { IExecuteData, IExecuteSingleFunctions, INode } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { ItemOutcome, ItemOutcomes } from '../failures/itemOutcomes';
import type { Redactor } from '../failures/secrets';
import type { Account } from '../pacing/account';
import { LookAhead } from '../pacing/lookAhead';
import { hasDataOfAgent } from '../failures/tool';
import type { Operation } from './operation';
import { canBeRead, Parameters } from './parameters';
import type { RequestOptions } from './requestOptions';
import { RunMemory } from './runMemory';

/** So many items prepare their requests before what is ready gets to the network. */
const PREPARED_AT_ONCE = 25;

/** What a credential opens, and what hides its secrets. */
export interface Access {
	account: Account;
	hide: Redactor;
	isCustom: boolean;
}

/**
 * One pass of a node over its items. n8n calls the door once per item and tells none of them about the others; this
 * is where they meet, so that the first failure stops the rest and the error can say what became of all.
 */
export class Pass {
	private readonly joined = new Set<number>();
	private readonly settled = new Map<number, ItemOutcome>();
	/** How many items the node was given. */
	private readonly expected: number;
	/** Whether n8n may rightly start fewer. */
	private readonly mayBeFewer: boolean;
	private readonly isInBatches: boolean;
	private gathering?: Promise<boolean>;
	private begun = 0;
	private preparing = Promise.resolve();
	readonly lookAhead = new LookAhead();
	readonly parameters: Parameters;
	private finish!: () => void;
	private readonly finished = new Promise<void>((resolve) => (this.finish = resolve));
	/** What the items' credential opens; read by the first of them. */
	access?: Promise<Access>;
	/** What the items are to do. */
	operation?: Operation;
	/** Set by the first final failure when the node is to stop on one. */
	isStopped = false;

	constructor(
		context: IExecuteSingleFunctions,
		/** As n8n gave it to the first item; each time that it is asked, it makes a copy. */
		readonly node: INode,
		/** What the tries of this node execution have sent so far. */
		readonly memory: RunMemory,
	) {
		this.parameters = new Parameters(node);
		this.expected = node.executeOnce ? 1 : (context.getExecuteData().data.main?.[0]?.length ?? 1);
		this.mayBeFewer = hasDataOfAgent(node) || context.continueOnFail();
		const { batching } = context.getNodeParameter('requestOptions', {}) as RequestOptions;
		this.isInBatches = batching !== undefined && !this.mayBeFewer;
	}

	has(itemIndex: number): boolean {
		return this.joined.has(itemIndex);
	}

	/**
	 * Waits until every item of the pass is here, and until it is soon to leave. n8n starts them in one go, so
	 * one turn of the event loop is enough; answers whether all came. Fewer come when an expression of a later item
	 * threw: n8n has then given the pass up while the first items are on their way, and they must not be sent behind a
	 * red node. In batches they come one after another, so there the expressions of all are tried first.
	 */
	async join(context: IExecuteSingleFunctions): Promise<boolean> {
		this.joined.add(context.getItemIndex());
		this.gathering ??= this.isInBatches
			? canBeRead(context, this.expected)
			: sleep(0).then(() => this.mayBeFewer || this.joined.size >= this.expected);
		const isWhole = await this.gathering;
		if (++this.begun % PREPARED_AT_ONCE === 0) {
			this.preparing = this.preparing.then(async () => {
				await sleep(0);
				await this.lookAhead.room();
			});
		}
		await this.preparing;
		return isWhole;
	}

	/** Records what became of an item. */
	settle(itemIndex: number, outcome: ItemOutcome): void {
		this.settled.set(itemIndex, outcome);
		if (this.settled.size < (this.isInBatches ? this.expected : this.joined.size)) return;
		if ([...this.settled.values()].every((one) => one === 'done')) this.memory.clearKept();
		this.finish();
	}

	/** What became of all items, once all of them have an outcome: only then is it true. */
	async outcomes(): Promise<ItemOutcomes> {
		await this.finished;
		const outcomes: ItemOutcomes = { done: [], refused: [], inDoubt: [], notStarted: [] };
		for (const [itemIndex, outcome] of this.settled) outcomes[outcome].push(itemIndex);
		for (const indexes of Object.values(outcomes)) indexes.sort((one, other) => one - other);
		return outcomes;
	}
}

/** The last pass of each node execution; n8n hands the same object to every try, and forgetting it forgets them. */
const passes = new WeakMap<IExecuteData, Map<string, Pass>>();

/** The pass that an item belongs to: a new one when this item was in the last one already (Retry On Fail). */
export function passOf(context: IExecuteSingleFunctions): Pass {
	const node = context.getNode();
	// An AI tool is handed the agent's data, the same for all calls: nothing may be remembered by it.
	if (hasDataOfAgent(node)) return new Pass(context, node, new RunMemory({}, 0));
	const data = context.getExecuteData();
	const byNode = passes.get(data) ?? new Map<string, Pass>();
	passes.set(data, byNode);
	const last = byNode.get(node.name);
	if (last && !last.has(context.getItemIndex())) return last;
	const pass = new Pass(context, node, last?.memory ?? memoryOf(context));
	byNode.set(node.name, pass);
	return pass;
}

/**
 * n8n saves the context of a node with an execution that failed, and hands it to the one that retries it: what was
 * sent is known there. An execution whose process was killed leaves nothing.
 */
function memoryOf(context: IExecuteSingleFunctions): RunMemory {
	const run = context.getWorkflowDataProxy(context.getItemIndex()).$runIndex as number;
	return new RunMemory(context.getContext('node'), run);
}
