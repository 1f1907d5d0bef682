import type { IWebhookFunctions } from 'n8n-workflow';
import { onLostRun } from './incomingCall';
import { lastStatesOf } from './lastStates';

/** Notes what a call says of a subject, and answers whether it was news; see {@link newsOf}. */
export type IsNews = (subject: string, state: string) => boolean;

/**
 * What is news to a trigger in a call. To be asked before the filters are: what they hold back still changes the state
 * of its message. When n8n cannot save the run after all, everything that was noted of the call is taken back.
 *
 * @returns a function of a subject, i.e. what a repetition of the event has in common with it, e.g. the ID of a
 * message, and of a state, which is equal for two calls that say the same of the subject
 */
export function newsOf(context: IWebhookFunctions): IsNews {
	// Somebody who listens for a test event wants to see it, as often as they ask for it.
	if (context.getMode() === 'manual') return () => true;
	const seen = lastStatesOf(context.getWorkflow().id, context.getNode().id);
	const noted: Array<[string, string]> = [];
	onLostRun(context, () => {
		for (const [subject, state] of noted) seen.forget(subject, state);
	});
	return (subject, state) => {
		const isNews = seen.isNews(subject, state);
		if (isNews) noted.push([subject, state]);
		return isNews;
	};
}
