import { Failure } from '../failures/failure';
import { isProductionUrlOf } from './webhookUrl';
import type { OwnUrl, WebhookUrl } from './webhookUrl';

const TESTING =
	'Deactivate the workflow while you listen for a test event, or load an earlier execution into the editor and pin its data.';

/** A place at a provider that goes to a URL which is not the trigger's. */
export interface TakenWebhook {
	/** Whose trigger it is, e.g. `Partoo`. */
	provider: string;
	/** What goes there, with its verb, e.g. `'Message Received' events already go`. */
	what: string;
	/** Why there is no second place, as a sentence. */
	rule: string;
	url: WebhookUrl;
	own: OwnUrl;
	/** Whether n8n listens for a test event. */
	isTest: boolean;
	/** What to do about another trigger of this n8n, beside sharing one. */
	otherTrigger: string;
	/** What to do about another system. */
	otherSystem: string;
}

/**
 * The sentence for a webhook that already goes somewhere else: where, and the way out for each of the three cases. Only
 * the address is shown, because a query may hold somebody's secret.
 */
export function webhookTaken({ provider, what, rule, url, own, isTest, ...nextSteps }: TakenWebhook): Failure {
	const address = url.search ? `${url.address}?…` : url.address;
	if (isTest && isProductionUrlOf(url, own)) {
		return taken(`${what} to the production URL of this very trigger: ${address}`, `${rule} ${TESTING}`);
	}
	if (url.origin === own.origin) {
		const share = `Let one workflow have the ${provider} Trigger, and hand the events on from there with the Switch and Execute Sub-workflow nodes.`;
		return taken(`${what} to another trigger of this n8n: ${address}`, `${rule} ${share} ${nextSteps.otherTrigger}`);
	}
	return taken(`${what} to another system: ${address}`, `${rule} ${nextSteps.otherSystem}`);
}

function taken(message: string, nextStep: string): Failure {
	return new Failure({ message, nextStep, code: 'WEBHOOK_TAKEN' });
}
