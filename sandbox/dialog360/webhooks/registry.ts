/** A URL that is called, with the headers that are sent along. https://docs.360dialog.com/docs/messaging/webhook */
export interface WebhookConfig {
	url: string;
	headers: Record<string, string>;
}

export interface Destination extends WebhookConfig {
	name: string;
}

/** https://docs.360dialog.com/docs/messaging/webhook/multiple-webhooks-per-phone-number */
export const MAX_DESTINATIONS = 3;

/** Who is called for the one number of this sandbox. There is no way to take a webhook out, as at the real one. */
export class Webhooks {
	number: WebhookConfig | null = null;
	/** That of the whole account; the number's own wins over it. */
	account: WebhookConfig | null = null;
	enabled = false;
	readonly destinations: Destination[] = [];

	get main(): WebhookConfig | null {
		return this.number ?? this.account;
	}

	/** Those that are called after the main one answered 200. */
	get additional(): readonly Destination[] {
		return this.enabled ? this.destinations : [];
	}

	clear(): void {
		this.number = this.account = null;
		this.enabled = false;
		this.destinations.length = 0;
	}
}
