import type { IExecuteSingleFunctions } from 'n8n-workflow';

/** What n8n tells of an execution as it goes on; a node finds it in the context that it is handed. */
interface Told {
	additionalData?: { hooks?: { addHandler?(event: 'workflowExecuteAfter', handler: () => void): void } };
}

/** The hooks of executions that have ended. */
const ended = new WeakSet<object>();

/**
 * The context of an item with a signal that aborts when the execution is stopped. Below 1.109 n8n hands none to a
 * declarative node that has methods, and lists the execution as canceled while the node sends all the rest: there the
 * end of the execution stands for it, of which n8n tells its hooks at the moment of Stop.
 */
export function stoppable<Context extends IExecuteSingleFunctions>(context: Context): Context {
	if (context.getExecutionCancelSignal()) return context;
	// One for each item: Node warns of a signal that more than ten listen to.
	const end = new AbortController();
	const hooks = (context as Told).additionalData?.hooks;
	// An item may come behind a pause of n8n's, between batches or before another try.
	if (hooks && ended.has(hooks)) end.abort();
	hooks?.addHandler?.('workflowExecuteAfter', () => {
		ended.add(hooks);
		end.abort();
	});
	const own = Object.create(context) as Context;
	return Object.assign(own, { getExecutionCancelSignal: () => end.signal });
}
