import type { IExecuteData, IExecuteSingleFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { Account } from './account';
import type { RequestOptions } from './requestOptions';

/** What became of an item's request. */
export type Outcome = 'done' | 'failed' | 'notStarted';

/**
 * One pass of a node over its items. n8n calls the door once per item and tells none of them about the others; this
 * is where they meet, so that the first failure stops the rest and the error can say what became of all.
 */
export class Attempt {
	private readonly joined = new Set<number>();
	private readonly outcomes = new Map<number, Outcome>();
	private readonly expected: number;
	private gathering?: Promise<void>;
	private finish!: () => void;
	private readonly finished = new Promise<void>((resolve) => (this.finish = resolve));
	/** The account that the items use; read by the first of them. */
	account?: Promise<Account>;
	/** Set by the first final failure when the node is to stop on one. */
	stopped = false;

	constructor(context: IExecuteSingleFunctions) {
		this.expected = expectedItems(context);
	}

	has(itemIndex: number): boolean {
		return this.joined.has(itemIndex);
	}

	/**
	 * Waits until every item of the pass is here. n8n starts them in one go, so one turn of the event loop is enough;
	 * answers whether all came. Fewer come when an expression of a later item threw: n8n has then given the pass up
	 * while the first items are on their way, and they must not be sent behind a red node.
	 */
	async join(itemIndex: number): Promise<boolean> {
		this.joined.add(itemIndex);
		this.gathering ??= sleep(0);
		await this.gathering;
		return this.joined.size >= this.expected;
	}

	/** Records an item's outcome, and waits until every item has one: only then is the summary true. */
	async settle(itemIndex: number, outcome: Outcome): Promise<void> {
		this.outcomes.set(itemIndex, outcome);
		if (this.outcomes.size === this.joined.size) this.finish();
		if (outcome === 'failed') await this.finished;
	}

	/** What became of the items, for the error of a node that stopped; empty for a single item. */
	summary(): string {
		if (this.joined.size < 2) return '';
		const failed = this.indexes('failed');
		const notStarted = this.indexes('notStarted');
		const parts = [`Of ${this.joined.size} items ${this.indexes('done').length} were done`];
		if (failed.length > 1) parts.push(`${failed.length} were refused (${ranges(failed)})`);
		if (notStarted.length) parts.push(`${notStarted.length} were not started (${ranges(notStarted)})`);
		return `${parts.join(', ')}.`;
	}

	private indexes(outcome: Outcome): number[] {
		return [...this.outcomes].filter(([, value]) => value === outcome).map(([index]) => index);
	}
}

/** The attempts of each node execution; n8n hands the same object to every try, and forgetting it forgets them. */
const attempts = new WeakMap<IExecuteData, Map<string, Attempt>>();

/** The attempt that an item belongs to: a new one when this item was in the last one already (Retry On Fail). */
export function attemptOf(context: IExecuteSingleFunctions): Attempt {
	const data = context.getExecuteData();
	const byNode = attempts.get(data) ?? new Map<string, Attempt>();
	attempts.set(data, byNode);
	const { name } = context.getNode();
	const known = byNode.get(name);
	if (known && !known.has(context.getItemIndex())) return known;
	const attempt = new Attempt(context);
	byNode.set(name, attempt);
	return attempt;
}

/** How many items must come before the pass is known to be whole; 1 where n8n may rightly send fewer. */
function expectedItems(context: IExecuteSingleFunctions): number {
	const { executeOnce, type } = context.getNode();
	const { batching } = context.getNodeParameter('requestOptions', {}) as RequestOptions;
	// As an AI tool the node is handed the agent's data, which says nothing about this call.
	const isTool = type.endsWith('Tool');
	if (executeOnce || batching || isTool || context.continueOnFail()) return 1;
	return context.getExecuteData().data.main?.[0]?.length ?? 1;
}

/** `[1, 2, 3, 7]` as `1–3, 7`. */
function ranges(indexes: number[]): string {
	const parts: string[] = [];
	for (let start = 0; start < indexes.length; ) {
		let end = start;
		while (indexes[end + 1] === indexes[end]! + 1) end++;
		parts.push(end > start ? `${indexes[start]}–${indexes[end]}` : `${indexes[start]}`);
		start = end + 1;
	}
	return parts.join(', ');
}
