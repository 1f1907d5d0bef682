import { type WebhookSettings, webhookSettingsSchema } from '../../shared/webhooks/settings';

/** What of the webhooks can be turned. */
export interface CallbellWebhookSettings extends WebhookSettings {
	/** With which calls are signed; none are when it is empty, as in accounts that have not made one. */
	signingSecret: string;
	/** Whether calls come as documented, `{ event, payload }`, or with the payload alone, as some have seen them. */
	webhookEnvelope: boolean;
	/** How often a call may be given up before Callbell calls no more; how often that is at Callbell stands on no page. */
	webhookDisabledAfter: number;
	/** The order of the delivery log is not documented. */
	webhookLogOrder: 'newestFirst' | 'oldestFirst';
}

export const WEBHOOK_DEFAULTS: CallbellWebhookSettings = {
	webhookRetryMs: 1000,
	webhookTimeoutMs: 10_000,
	webhookRepeatEvery: 0,
	signingSecret: '',
	webhookEnvelope: true,
	webhookDisabledAfter: 100,
	webhookLogOrder: 'newestFirst',
};

export const callbellWebhookSettingsSchema: Record<keyof CallbellWebhookSettings, object> = {
	...webhookSettingsSchema,
	signingSecret: { type: 'string' },
	webhookEnvelope: { type: 'boolean' },
	webhookDisabledAfter: { type: 'integer', minimum: 1 },
	webhookLogOrder: { enum: ['newestFirst', 'oldestFirst'] },
};
