import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
} from 'n8n-workflow';
import { accountOf } from './account';
import type { Account } from './account';
import { attemptOf } from './attempt';
import type { Attempt } from './attempt';
import { Call } from './call';
import { Failure } from './failure';
import { toFailedItem, toNodeError } from './nodeError';
import type { Operation, Operations } from './operation';
import type { Provider } from './provider';

/** Thrown inside an item that must not start any more; it is resolved without output. */
class NotStarted extends Error {}

/**
 * The door: the one function through which n8n's engine hands over the request of every item of every operation
 * (`requestOperations.pagination` of the node). n8n starts all items at once and would throw away every output when
 * one fails; here they take turns, each stands alone, and what goes wrong is said in one way.
 */
export function door(provider: Provider, operations: Operations) {
	return async function (
		this: IExecutePaginationFunctions,
		requestData: DeclarativeRestApiSettings.ResultOptions,
	): Promise<INodeExecutionData[]> {
		const itemIndex = this.getItemIndex();
		const attempt = attemptOf(this);
		const whole = attempt.join(itemIndex);
		const options = requestData.options as IHttpRequestOptions;
		const [result] = await Promise.allSettled([
			whole.then(async (isWhole) => {
				if (!isWhole) throw new NotStarted();
				return await perform(this, attempt, provider, operations, options);
			}),
		]);
		if (result.status === 'rejected') return await conclude(this, attempt, result.reason);
		attempt.settle(itemIndex, 'done');
		for (const item of result.value) item.pairedItem = { item: itemIndex };
		return result.value;
	};
}

async function perform(
	context: IExecuteSingleFunctions,
	attempt: Attempt,
	provider: Provider,
	operations: Operations,
	request: IHttpRequestOptions,
): Promise<INodeExecutionData[]> {
	const mayStart = () => {
		if (attempt.isStopped || context.getExecutionCancelSignal()?.aborted) throw new NotStarted();
	};
	mayStart();
	// What is the same for all items of a pass is read once.
	const { kind, run } = (attempt.operation ??= chosen(context, operations));
	const account = await (attempt.account ??= readAccount(context, provider));
	const call = new Call({ context, provider, account, memory: attempt.memory, kind, mayStart }, request);
	const items = await run(call);
	const waited = Math.round(call.heldFor / 1000);
	if (kind === 'send' && waited > 0) for (const { json } of items) json.rateLimitWait = waited;
	return items;
}

function chosen(context: IExecuteSingleFunctions, operations: Operations): Operation {
	const [resource, operation] = ['resource', 'operation'].map((name) => String(context.getNodeParameter(name)));
	return operations[`${resource}.${operation}`]!;
}

/** Turns what an item threw into its output, or into the error of the node. */
async function conclude(
	context: IExecuteSingleFunctions,
	attempt: Attempt,
	reason: unknown,
): Promise<INodeExecutionData[]> {
	const itemIndex = context.getItemIndex();
	// After Stop the engine throws every output away; a request that it broke off is no news.
	if (reason instanceof NotStarted || context.getExecutionCancelSignal()?.aborted) {
		attempt.settle(itemIndex, 'notStarted');
		return [];
	}
	const failure = reason instanceof Failure ? reason : unforeseen(reason);
	if (context.continueOnFail()) {
		attempt.settle(itemIndex, 'done');
		return [toFailedItem(failure, itemIndex)];
	}
	// What an earlier try left in doubt keeps the node from succeeding, but not the other items from being sent.
	if (!failure.facts.isKnown) attempt.isStopped = true;
	attempt.settle(itemIndex, failure.facts.inDoubt ? 'inDoubt' : 'refused');
	throw toNodeError(context.getNode(), failure, itemIndex, await attempt.outcomes());
}

function unforeseen(reason: unknown): Failure {
	return new Failure({
		message: reason instanceof Error ? reason.message : String(reason),
		nextStep: 'Check the parameters of this node.',
		code: 'UNEXPECTED',
	});
}

async function readAccount(context: IExecuteSingleFunctions, provider: Provider): Promise<Account> {
	const credential = await context.getCredentials(provider.credential);
	return accountOf(provider.credential, provider.baseUrl(credential), credential.apiKey);
}
