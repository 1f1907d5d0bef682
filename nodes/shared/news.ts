import type { IWebhookFunctions } from 'n8n-workflow';
import { onLostRun } from './incomingCall';
import { seenBy } from './seenStates';

/**
 * Notes what a call says, and answers whether it was news to this trigger. To be asked before the filters are: what
 * they hold back still changes the state of its message. When n8n cannot save the run after all, the note is taken back.
 *
 * @param subject what a repetition of the event has in common with it, e.g. the ID of a message
 * @param state equal for two calls that say the same of the subject
 */
export function isNews(context: IWebhookFunctions, subject: string, state: string): boolean {
	// Somebody who listens for a test event wants to see it, as often as they ask for it.
	if (context.getMode() === 'manual') return true;
	const seen = seenBy(context.getWorkflow().id, context.getNode().id);
	const news = seen.isNews(subject, state);
	if (news) onLostRun(context, () => seen.forget(subject, state));
	return news;
}
