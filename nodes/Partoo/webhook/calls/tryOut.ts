import type { IWebhookFunctions } from 'n8n-workflow';
import type { TriggerSettings } from '../form/settings';
import type { PartooEvent } from './event';
import { isWanted } from './filters';

/**
 * On calls of "send test webhook payloads", beside the signature; what they tell is real data
 * (https://developers.partoo.co/api-reference/webhooks/send-test-webhook-payloads).
 */
const TRYOUT_HEADER = 'x-partoo-webhook-tryout';

/** Whether somebody tries the webhook out, so that nothing has happened at Partoo. */
export function isTryout(context: IWebhookFunctions): boolean {
	const value = (context.getHeaderData() as Record<string, unknown>)[TRYOUT_HEADER];
	return value !== undefined && String(value).toLowerCase() !== 'false';
}

/**
 * Whether a try-out shall start the workflow. While n8n listens for a test event it is what was asked for, whatever the
 * filters say; in an active workflow it would be taken for an event.
 */
export function isWantedTryout(context: IWebhookFunctions, event: PartooEvent, settings: TriggerSettings): boolean {
	if (context.getMode() === 'manual') return settings.types.includes(event.type);
	return settings.options.includeTryouts === true && isWanted(event, settings);
}
