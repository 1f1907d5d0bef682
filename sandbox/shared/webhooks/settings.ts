/** Settings of every provider that calls webhooks. */
export interface WebhookSettings {
	/** The first pause before a call is repeated; each further one is twice as long. */
	webhookRetryMs: number;
	webhookTimeoutMs: number;
}

export const webhookSettingsSchema: Record<keyof WebhookSettings, object> = {
	webhookRetryMs: { type: 'number', minimum: 0 },
	webhookTimeoutMs: { type: 'number', exclusiveMinimum: 0 },
};

/** When a provider calls again. */
export interface RepeatRule {
	/** How often at most. */
	repeats: number;
	/** Whether an answer with this status ends it; no answer never does. */
	isTaken(status: number): boolean;
}
