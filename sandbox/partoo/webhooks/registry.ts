import { webhookDate } from '../dates';

/** https://developers.partoo.co/api-reference/webhooks/get-a-webhook-configuration */
export interface Webhook {
	id: number;
	url: string;
	event_type: string;
	created_at: string;
	updated_at: string;
	org_id: number;
}

/** https://developers.partoo.co/api-reference/webhooks/create-webhook-configurations and, for reviews, /webhooks-events */
export const EVENT_TYPES = [
	'business_created',
	'business_updated',
	'business_deleted',
	'message_created',
	'message_updated',
	'lead_received',
	'review_created',
	'review_updated',
] as const;

/** Who wants to be told what. */
export class Webhooks {
	private readonly byId = new Map<number, Webhook>();
	// A client remembers ids beyond a restart of the sandbox, so an id must never come back as somebody else's.
	private nextId = Math.floor(Date.now() / 1000);

	list(orgId?: number): Webhook[] {
		return [...this.byId.values()].filter((webhook) => orgId === undefined || webhook.org_id === orgId);
	}

	get = (id: number): Webhook | undefined => this.byId.get(id);

	/** The only one of its event: Partoo takes one URL for each event of an organisation. */
	of = (eventType: string, orgId: number): Webhook | undefined =>
		this.list(orgId).find((webhook) => webhook.event_type === eventType);

	/** The caller has made sure that the event has no other URL. The same URL again is the webhook that is there. */
	add(eventType: string, url: string, orgId: number): Webhook {
		const present = this.of(eventType, orgId);
		if (present !== undefined) return present;
		const now = webhookDate();
		const webhook = { id: this.nextId++, url, event_type: eventType, created_at: now, updated_at: now, org_id: orgId };
		this.byId.set(webhook.id, webhook);
		return webhook;
	}

	move(webhook: Webhook, url: string): Webhook {
		return Object.assign(webhook, { url, updated_at: webhookDate() });
	}

	/** @returns false when there was none. */
	delete = (id: number): boolean => this.byId.delete(id);

	clear(): void {
		this.byId.clear();
	}
}
