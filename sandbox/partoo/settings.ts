import { COMMON_DEFAULTS, type CommonSettings } from '../shared/provider';
import { type WebhookSettings, webhookSettingsSchema } from '../shared/webhooks/settings';

/**
 * Partoo's schema of POST /messages contradicts itself: `date` and, for media, a top-level `url` are listed as required, while the
 * properties know no `date` and put the link into `content.url`. Nobody outside knows which of the two the real API demands.
 * https://developers.partoo.co/api-reference/messages/send-message
 */
export type Reading = 'properties' | 'required' | 'both';

export interface PartooSettings extends CommonSettings, WebhookSettings {
	/** How long a message stays in `Sending`. */
	sendingMs: number;
	/** How long an ingested message takes to appear. */
	ingestMs: number;
	strictReading: Reading;
	rejectUnknownFields: boolean;
	/** Events that Partoo has beyond the documented ones. The deprecated "New message received" is there, its type is a guess. */
	addedEventTypes: string[];
	/** The order of GET /messages is not documented, so a client must cope with both. */
	messageOrder: 'newestFirst' | 'oldestFirst';
}

export const createPartooSettings = (): PartooSettings => ({
	...COMMON_DEFAULTS,
	sendingMs: 1500,
	ingestMs: 150,
	strictReading: 'properties',
	rejectUnknownFields: true,
	webhookRetryMs: 1000,
	webhookTimeoutMs: 10_000,
	webhookRepeatEvery: 0,
	addedEventTypes: ['message_received'],
	messageOrder: 'newestFirst',
});

export const partooSettingsSchema: Record<string, object> = {
	...webhookSettingsSchema,
	sendingMs: { type: 'number', minimum: 0 },
	ingestMs: { type: 'number', minimum: 0 },
	strictReading: { enum: ['properties', 'required', 'both'] },
	rejectUnknownFields: { type: 'boolean' },
	addedEventTypes: { type: 'array', items: { type: 'string' } },
	messageOrder: { enum: ['newestFirst', 'oldestFirst'] },
};
