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
import type { Operations } from './operation';
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
		const isWhole = attempt.join(itemIndex);
		try {
			if (!(await isWhole)) throw new NotStarted();
			const name = `${this.getNodeParameter('resource') as string}.${this.getNodeParameter('operation') as string}`;
			const operation = operations[name]!;
			const options = requestData.options as IHttpRequestOptions;
			// The credential is read once for all items of a pass.
			const account = await (attempt.account ??= readAccount(this, provider, options));
			const mayStart = () => {
				if (attempt.stopped || this.getExecutionCancelSignal()?.aborted) throw new NotStarted();
			};
			mayStart();
			const call = new Call(this, provider, account, operation.kind, options, mayStart);
			const output = await operation.run(call);
			for (const item of output) item.pairedItem = { item: itemIndex };
			await attempt.settle(itemIndex, 'done');
			return output;
		} catch (error) {
			return await conclude(this, attempt, error);
		}
	};
}

/** Turns what an item threw into its output, or into the error of the node. */
async function conclude(context: IExecuteSingleFunctions, attempt: Attempt, error: unknown): Promise<INodeExecutionData[]> {
	const itemIndex = context.getItemIndex();
	// After Stop the engine throws every output away; a request that it broke off is no news.
	if (error instanceof NotStarted || context.getExecutionCancelSignal()?.aborted) {
		await attempt.settle(itemIndex, 'notStarted');
		return [];
	}
	const failure = error instanceof Failure ? error : unforeseen(error);
	if (context.continueOnFail()) {
		await attempt.settle(itemIndex, 'done');
		return [toFailedItem(failure, itemIndex)];
	}
	attempt.stopped = true;
	await attempt.settle(itemIndex, 'failed');
	throw toNodeError(context.getNode(), failure, itemIndex, attempt.summary());
}

function unforeseen(error: unknown): Failure {
	return new Failure({
		message: error instanceof Error ? error.message : String(error),
		nextStep: 'Check the parameters of this node.',
		code: 'UNEXPECTED',
	});
}

async function readAccount(
	context: IExecuteSingleFunctions,
	provider: Provider,
	options: IHttpRequestOptions,
): Promise<Account> {
	const { apiKey } = await context.getCredentials<{ apiKey?: string }>(provider.credential);
	return accountOf(provider.credential, String(options.baseURL), apiKey);
}
