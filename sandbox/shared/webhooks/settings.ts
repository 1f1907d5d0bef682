/** Settings of every provider that calls webhooks. */
export interface WebhookSettings {
	/** The first pause before a call is repeated; each further one is twice as long. */
	webhookRetryMs: number;
	webhookTimeoutMs: number;
	/** One in so many calls is repeated though it was taken, as when its answer was lost; 0 for none. */
	webhookRepeatEvery: number;
}

export const webhookSettingsSchema: Record<keyof WebhookSettings, object> = {
	webhookRetryMs: { type: 'number', minimum: 0 },
	webhookTimeoutMs: { type: 'number', exclusiveMinimum: 0 },
	webhookRepeatEvery: { type: 'integer', minimum: 0 },
};

/** When a provider calls again. */
export interface RepeatRule {
	/** How often at most. */
	repeats: number;
	/** Whether an answer with this status ends it; no answer never does. */
	isTaken(status: number): boolean;
}
