/** https://docs.callbell.eu/api/reference/webhooks_api/subscribe */
export interface Webhook {
	url: string;
	subscriptions: string[];
	/** e.g. `2022-10-18 17:01:20 +0200` */
	createdAt: string;
	enabled: boolean;
}

/** The first seven are the documented list; whether the other three can be subscribed to is not said. */
export const EVENTS = [
	'message_created',
	'message_status_updated',
	'contact_created',
	'contact_updated',
	'contact_deleted',
	'conversation_opened',
	'conversation_closed',
	'agent_status_updated',
	'agent_session_updated',
	'team_membership_updated',
] as const;

/** Who is told what: one URL for the whole account, which the next one replaces without a word. */
export class Webhooks {
	current: Webhook | null = null;
	private failures = 0;

	subscribe(url: string, subscriptions: string[]): Webhook {
		this.failures = 0;
		const createdAt = this.current?.createdAt ?? new Date().toISOString().replace(/^(.{10})T(.{8}).*$/, '$1 $2 +0000');
		this.current = { url, subscriptions, createdAt, enabled: true };
		return this.current;
	}

	/** Where an event goes to, if anywhere. */
	urlOf = (event: string): string | undefined =>
		this.current?.enabled === true && this.current.subscriptions.includes(event) ? this.current.url : undefined;

	/** Takes note of what became of a call. */
	note(wasTaken: boolean, disabledAfter: number): void {
		this.failures = wasTaken ? 0 : this.failures + 1;
		if (this.current !== null && this.failures >= disabledAfter) this.current.enabled = false;
	}

	clear(): void {
		this.current = null;
		this.failures = 0;
	}
}
