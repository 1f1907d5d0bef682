import { type WebhookSettings, webhookSettingsSchema } from '../../shared/webhooks/settings';

/** What of the webhooks can be turned. */
export interface Dialog360WebhookSettings extends WebhookSettings {
	/** How long news are gathered: what happens meanwhile comes in one call. */
	webhookGatherMs: number;
	/** With which calls are signed, as for partners of 360dialog; none when empty. */
	platformSecret: string;
}

/** An answer within five seconds is what 360dialog demands. https://docs.360dialog.com/docs/messaging/webhook */
export const WEBHOOK_DEFAULTS: Dialog360WebhookSettings = {
	webhookRetryMs: 1000,
	webhookTimeoutMs: 5000,
	webhookRepeatEvery: 0,
	webhookGatherMs: 20,
	platformSecret: '',
};

export const dialog360WebhookSettingsSchema: Record<keyof Dialog360WebhookSettings, object> = {
	...webhookSettingsSchema,
	webhookGatherMs: { type: 'number', minimum: 0 },
	platformSecret: { type: 'string' },
};
