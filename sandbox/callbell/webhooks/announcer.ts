import type { WebhookCalls } from '../../shared/webhooks/calls';
import type { RepeatRule } from '../../shared/webhooks/settings';
import type { Webhooks } from './registry';
import type { CallbellWebhookSettings } from './settings';
import { proverWith } from './signature';

/** What is not answered with 2xx is repeated; how often and when is not said. https://docs.callbell.eu/api/reference/webhooks/signatures */
export const repeatRule: RepeatRule = { repeats: 5, isTaken: (status) => status >= 200 && status < 300 };

/** What webhooks work with. */
export interface WebhookService {
	webhooks: Webhooks;
	calls: WebhookCalls;
	settings: CallbellWebhookSettings;
}

/** The body of a call. https://docs.callbell.eu/api/reference/webhooks/introduction */
export function eventBody(event: string, payload: unknown, { webhookEnvelope }: CallbellWebhookSettings): Buffer {
	return Buffer.from(JSON.stringify(webhookEnvelope ? { event, payload } : payload));
}

/**
 * Tells whoever is subscribed what happens, as it is at that moment.
 *
 * @param subject what is told of one subject comes in order, e.g. of one message
 */
export function announce(
	{ webhooks, calls, settings }: WebhookService,
	event: string,
	payload: unknown,
	subject?: string,
): void {
	const url = webhooks.urlOf(event);
	if (url === undefined) return;
	const bytes = eventBody(event, payload, settings);
	const { call, finished } = calls.send({
		eventType: event,
		url,
		bytes,
		// A repetition is signed anew, with its own time.
		headers: () => ({ 'Content-Type': 'application/json', ...proverWith(settings.signingSecret).prove(bytes) }),
		subject,
		isStillWanted: () => webhooks.urlOf(event) === url,
	});
	void finished.then(() =>
		webhooks.note(repeatRule.isTaken(call.attempts.at(-1)?.status ?? 0), settings.webhookDisabledAfter),
	);
}
