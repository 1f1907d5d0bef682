import type {
	DeclarativeRestApiSettings,
	IExecutePaginationFunctions,
	IExecuteSingleFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
} from 'n8n-workflow';
import { asFailure } from '../failures/failure';
import { toFailedItem, toNodeError } from '../failures/nodeError';
import { redactor } from '../failures/secrets';
import { settled } from '../failures/settled';
import { accountOf } from '../pacing/account';
import { stoppable } from '../stoppable';
import { apiKeyOf } from '../transport/credential/apiKey';
import type { Provider } from '../transport/provider';
import { ItemContext } from './itemContext';
import type { Operation } from './operation';
import { passOf } from './pass';
import type { Access, Pass } from './pass';
import type { Resource } from './resource';
import { whatIsTrue } from './changes/whatIsTrue';

/** Thrown inside an item that must not start any more; it is resolved without output. */
class NotStarted extends Error {}

/**
 * The door: the one function through which n8n's engine hands over the request of every item of every operation
 * (`requestOperations.pagination` of the node). n8n starts all items at once and would throw away every output when
 * one fails; here they take turns, each stands alone, and what goes wrong is said in one way.
 */
export function door(provider: Provider, resources: Resource[]) {
	return async function (
		this: IExecutePaginationFunctions,
		requestData: DeclarativeRestApiSettings.ResultOptions,
	): Promise<INodeExecutionData[]> {
		const context = stoppable(this);
		const itemIndex = context.getItemIndex();
		const pass = passOf(context);
		const joining = pass.join(context);
		const options = requestData.options as IHttpRequestOptions;
		const result = await settled(
			joining.then(async (isWhole) => {
				if (!isWhole) throw new NotStarted();
				return await perform(context, pass, provider, resources, options);
			}),
		);
		if (result.status === 'rejected') return await conclude(context, pass, result.reason);
		pass.settle(itemIndex, 'done');
		for (const output of result.value) output.pairedItem = { item: itemIndex };
		return result.value;
	};
}

async function perform(
	context: IExecuteSingleFunctions,
	pass: Pass,
	provider: Provider,
	resources: Resource[],
	request: IHttpRequestOptions,
): Promise<INodeExecutionData[]> {
	const itemIndex = context.getItemIndex();
	const mayStart = () => {
		// A text of which some parts were sent is sent to its end.
		const isToStop = pass.isStopped && !pass.memory.sent.has(itemIndex);
		if (isToStop || context.getExecutionCancelSignal()?.aborted) throw new NotStarted();
	};
	mayStart();
	// What is the same for all items of a pass is read once.
	const { repeatable, expects, run } = (pass.operation ??= chosen(context, resources));
	const access = await (pass.access ??= readAccess(context, provider));
	const { node, parameters, lookAhead, memory } = pass;
	const origin = { context, node, provider, ...access, parameters, lookAhead, memory, repeatable, expects, mayStart };
	const item = new ItemContext(origin, request);
	const result = await settled(run(item));
	if (result.status === 'rejected') throw whatIsTrue(item, result.reason);
	const output = result.value;
	const last = output.at(-1);
	if (item.warning && last) last.json = { ...last.json, warning: item.warning };
	const waited = Math.round(item.heldFor / 1000);
	if (!repeatable && waited > 0) for (const { json } of output) json.rateLimitWait = waited;
	return output;
}

function chosen(context: IExecuteSingleFunctions, resources: Resource[]): Operation {
	const [resource, operation] = ['resource', 'operation'].map((name) => context.getNodeParameter(name));
	return resources.find(({ value }) => value === resource)!.operations.find(({ value }) => value === operation)!;
}

/** Turns what an item threw into its output, or into the error of the node. */
async function conclude(context: IExecuteSingleFunctions, pass: Pass, reason: unknown): Promise<INodeExecutionData[]> {
	const itemIndex = context.getItemIndex();
	// After Stop the engine throws every output away; a request that it broke off is no news.
	if (reason instanceof NotStarted || context.getExecutionCancelSignal()?.aborted) {
		pass.settle(itemIndex, 'notStarted');
		return [];
	}
	const failure = asFailure(reason, 'Check the parameters of this node.');
	if (context.continueOnFail()) {
		pass.settle(itemIndex, 'done');
		return [toFailedItem(context.getNode(), failure, itemIndex)];
	}
	// What an earlier try left in doubt keeps the node from succeeding, but not the other items from being sent.
	if (!failure.facts.isKnown) pass.isStopped = true;
	pass.settle(itemIndex, failure.outcome === 'inDoubt' ? 'inDoubt' : 'refused');
	throw toNodeError(context.getNode(), failure, itemIndex, await pass.outcomes());
}

async function readAccess(context: IExecuteSingleFunctions, provider: Provider): Promise<Access> {
	const credential = await context.getCredentials(provider.credential);
	const account = accountOf(provider.credential, provider.baseUrl(credential), apiKeyOf(credential));
	return { account, hide: redactor(credential), isCustom: credential.environment === 'custom' };
}
