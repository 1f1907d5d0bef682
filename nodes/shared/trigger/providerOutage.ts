import type { IHookFunctions } from 'n8n-workflow';
import { Failure } from '../failures/failure';
import { isStart } from './moved';

/**
 * Whether an active workflow may go on with the webhooks that it remembers, because n8n was just started and the
 * provider cannot be asked. n8n would otherwise take its URL down until a later try, and the events of that time would
 * be lost.
 */
export function mayGoOn(context: IHookFunctions, reason: unknown): boolean {
	return isStart(context) && reason instanceof Failure && reason.outcome !== 'refused';
}
