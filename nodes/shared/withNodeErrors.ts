import type { INode } from 'n8n-workflow';
import { Failure } from './failure';
import { toNodeError } from './nodeError';

/**
 * Runs what the engine calls outside of a run, e.g. to register a webhook, and words what goes wrong as n8n shows it.
 *
 * @throws NodeApiError for everything that `task` throws
 */
export async function withNodeErrors<T>(node: INode, task: () => Promise<T>): Promise<T> {
	const [result] = await Promise.allSettled([task()]);
	if (result.status === 'fulfilled') return result.value;
	const reason: unknown = result.reason;
	throw toNodeError(node, reason instanceof Failure ? reason : unforeseen(reason));
}

function unforeseen(reason: unknown): Failure {
	return new Failure({
		message: reason instanceof Error ? reason.message : String(reason),
		nextStep: 'Check the credential and the parameters of this node.',
		code: 'UNEXPECTED',
	});
}
