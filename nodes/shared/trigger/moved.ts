import type { IHookFunctions } from 'n8n-workflow';
import { Failure } from '../failures/failure';
import type { OwnUrl } from './webhookUrl';

/** Whether n8n brings an active workflow up by itself, because it was started or became the leading main process. */
export function isStart(context: IHookFunctions): boolean {
	return ['init', 'leadershipChange'].includes(context.getActivationMode());
}

/**
 * Stops n8n from bringing a workflow up at another address than the one that its trigger registered: n8n has moved, or
 * its database is a copy of that of another n8n, which goes on working. Only a person knows which.
 *
 * @param provider as it is called in sentences
 * @param remembered addresses that the trigger registered
 * @throws Failure when nobody but n8n itself activates the workflow
 */
export function checkMoved(context: IHookFunctions, provider: string, remembered: string[], own: OwnUrl): void {
	const old = oldAddress(remembered, own);
	if (old === undefined || !isStart(context)) return;
	const { name } = context.getNode();
	const message = `${provider} calls this workflow at ${old}, and this n8n is at ${own.origin}: nothing was changed at ${provider}`;
	const nextStep = `If this n8n is a copy of the one at that address, deactivate the workflow here. If it has moved, deactivate and activate the workflow (n8n 2: unpublish and publish it): that takes ${provider}'s calls over. If the address is wrong, set the environment variable N8N_WEBHOOK_URL (WEBHOOK_URL in older n8n) right and restart n8n.`;
	context.logger.error(`${name}: ${message}. ${nextStep}`);
	throw new Failure({ message, nextStep, code: 'WEBHOOK_MOVED' });
}

/**
 * Tells a person who activates the workflow at another address what that does.
 *
 * @param taken where the provider's calls went, as far as that is known
 */
export function warnOfTakeover(context: IHookFunctions, provider: string, taken: string[], own: OwnUrl): void {
	const old = oldAddress(taken, own);
	if (old === undefined) return;
	context.logger.warn(
		`${context.getNode().name} took over at ${provider} what went to ${old}: it goes to ${own.address} from now on`,
	);
}

/**
 * Whether a deactivation is to leave the provider alone, because n8n has another address than the one that was
 * registered. n8n deactivates by itself, too, what it could not start.
 */
export function leavesAlone(context: IHookFunctions, provider: string, remembered: string[], own: OwnUrl): boolean {
	const old = oldAddress(remembered, own);
	if (old === undefined) return false;
	context.logger.warn(
		`${context.getNode().name} left ${provider}'s webhook at ${old} alone, since this n8n is at ${own.origin}`,
	);
	return true;
}

function oldAddress(remembered: string[], own: OwnUrl): string | undefined {
	return remembered.find((address) => address !== own.address);
}
