import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { Refusal } from '../incomingCall';
import { handOn } from './handOn';
import type { Call } from './handOn';
import type { Sharing } from './incoming';

/**
 * Lets all triggers that share a call judge it, side by side. The caller is answered 200 when each of them has taken
 * it, or refused it for a reason of its own; otherwise 503, and calls again: those that had it know it by then.
 *
 * The trigger that was called hands it on to itself, too. A run of its own would begin with the answer 200, which it
 * cannot give before the others have; so it would begin last, while theirs are under way already and keep n8n busy.
 * Only one that listens for a test event does not: its first call ends the test, and there is nobody at its address.
 *
 * @param judge of the trigger that was called, for itself
 */
export async function judgeShared(
	context: IWebhookFunctions,
	sharing: Sharing,
	call: Call,
	judge: () => Promise<IWebhookResponseData | Refusal>,
): Promise<IWebhookResponseData | Refusal> {
	const { others, reach } = sharing;
	if (others.length === 0) return await judge();
	const isTester = context.getMode() === 'manual';
	const [areTaken, own] = await Promise.all([
		handOn(context, isTester ? others : [reach.own.address, ...others], reach, call),
		isTester ? judge() : (call.answer ?? {}),
	]);
	if (!areTaken) return new Refusal(503, 'A trigger that shares this webhook has not taken the call');
	return own instanceof Refusal && own.statusCode < 500 ? {} : own;
}
