import type { IExecuteData, IExecuteSingleFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { Account } from './account';
import { Memory } from './memory';
import type { Operation } from './operation';
import type { RequestOptions } from './requestOptions';

/** What became of an item. */
export type Outcome = 'done' | 'refused' | 'inDoubt' | 'notStarted';

/** The indexes of the items by what became of them. */
export type Outcomes = Record<Outcome, number[]>;

/** So many items prepare their requests before what is ready gets to the network. */
const PREPARED_AT_ONCE = 25;

/**
 * One pass of a node over its items. n8n calls the door once per item and tells none of them about the others; this
 * is where they meet, so that the first failure stops the rest and the error can say what became of all.
 */
export class Attempt {
	private readonly joined = new Set<number>();
	private readonly settled = new Map<number, Outcome>();
	private readonly expected: number;
	private gathering?: Promise<void>;
	private begun = 0;
	private preparing = Promise.resolve();
	private finish!: () => void;
	private readonly finished = new Promise<void>((resolve) => (this.finish = resolve));
	/** The account that the items use; read by the first of them. */
	account?: Promise<Account>;
	/** What the items are to do. */
	operation?: Operation;
	/** Set by the first final failure when the node is to stop on one. */
	isStopped = false;

	constructor(
		context: IExecuteSingleFunctions,
		/** What the tries of this node execution have sent so far. */
		readonly memory: Memory,
	) {
		this.expected = expectedItems(context);
	}

	has(itemIndex: number): boolean {
		return this.joined.has(itemIndex);
	}

	/**
	 * Waits until every item of the pass is here, and until those before it were prepared. n8n starts them in one go, so
	 * one turn of the event loop is enough; answers whether all came. Fewer come when an expression of a later item
	 * threw: n8n has then given the pass up while the first items are on their way, and they must not be sent behind a
	 * red node.
	 */
	async join(itemIndex: number): Promise<boolean> {
		this.joined.add(itemIndex);
		this.gathering ??= sleep(0);
		await this.gathering;
		if (++this.begun % PREPARED_AT_ONCE === 0) this.preparing = this.preparing.then(async () => await sleep(0));
		await this.preparing;
		return this.joined.size >= this.expected;
	}

	/** Records what became of an item. */
	settle(itemIndex: number, outcome: Outcome): void {
		this.settled.set(itemIndex, outcome);
		if (this.settled.size === this.joined.size) this.finish();
	}

	/** What became of all items, once all of them have an outcome: only then is it true. */
	async outcomes(): Promise<Outcomes> {
		await this.finished;
		const outcomes: Outcomes = { done: [], refused: [], inDoubt: [], notStarted: [] };
		for (const [itemIndex, outcome] of this.settled) outcomes[outcome].push(itemIndex);
		for (const indexes of Object.values(outcomes)) indexes.sort((one, other) => one - other);
		return outcomes;
	}
}

/** The last attempt of each node execution; n8n hands the same object to every try, and forgetting it forgets them. */
const attempts = new WeakMap<IExecuteData, Map<string, Attempt>>();

/** The attempt that an item belongs to: a new one when this item was in the last one already (Retry On Fail). */
export function attemptOf(context: IExecuteSingleFunctions): Attempt {
	// An AI tool is handed the agent's data, the same for all calls: nothing may be remembered by it.
	if (isTool(context)) return new Attempt(context, new Memory());
	const data = context.getExecuteData();
	const byNode = attempts.get(data) ?? new Map<string, Attempt>();
	attempts.set(data, byNode);
	const { name } = context.getNode();
	const last = byNode.get(name);
	if (last && !last.has(context.getItemIndex())) return last;
	const attempt = new Attempt(context, last?.memory ?? new Memory());
	byNode.set(name, attempt);
	return attempt;
}

/** How many items must come before the pass is known to be whole; 1 where n8n may rightly send fewer. */
function expectedItems(context: IExecuteSingleFunctions): number {
	const { batching } = context.getNodeParameter('requestOptions', {}) as RequestOptions;
	if (context.getNode().executeOnce || batching || isTool(context) || context.continueOnFail()) return 1;
	return context.getExecuteData().data.main?.[0]?.length ?? 1;
}

function isTool(context: IExecuteSingleFunctions): boolean {
	return context.getNode().type.endsWith('Tool');
}
