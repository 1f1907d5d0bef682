import type { Timers } from '../../shared/timers';
import type { WebhookCalls } from '../../shared/webhooks/calls';
import type { RepeatRule } from '../../shared/webhooks/settings';
import { callBody, type Change } from './envelope';
import { proverWith } from './proof';
import type { WebhookConfig, Webhooks } from './registry';
import type { Dialog360WebhookSettings } from './settings';

/** Whatever is not answered with 200 is repeated, for days. https://docs.360dialog.com/docs/messaging/webhook */
export const repeatRule: RepeatRule = { repeats: 12, isTaken: (status) => status === 200 };

const MAX_CHANGES = 50;

/** What webhooks work with. */
export interface WebhookService {
	webhooks: Webhooks;
	calls: WebhookCalls;
	timers: Timers;
	settings: Dialog360WebhookSettings;
}

/** Tells whoever is registered what happens, several things in one call when they happen at the same time. */
export class Announcer {
	private gathered: Change[] = [];

	constructor(private readonly service: WebhookService) {}

	tell(change: Change): void {
		this.gathered.push(change);
		if (this.gathered.length >= MAX_CHANGES) return this.flush();
		if (this.gathered.length === 1)
			this.service.timers.start('webhooks/gather', this.service.settings.webhookGatherMs, () => this.flush());
	}

	clear(): void {
		this.gathered = [];
	}

	private flush(): void {
		const changes = this.gathered.splice(0);
		const { webhooks } = this.service;
		const { main } = webhooks;
		if (changes.length === 0 || main === null) return;
		const eventType = [...new Set(changes.map(({ field }) => field))].join(', ');
		const bytes = callBody(changes);
		const { call, finished } = this.call(main, eventType, bytes, () => webhooks.main?.url === main.url);
		// The further ones get an event only when the main one took it.
		void finished.then(() => {
			if (call.attempts.at(-1)?.status !== 200) return;
			for (const one of webhooks.additional)
				this.call(one, eventType, bytes, () => webhooks.additional.some(({ url }) => url === one.url));
		});
	}

	private call({ url, headers }: WebhookConfig, eventType: string, bytes: Buffer, isStillWanted: () => boolean) {
		const proof = proverWith(headers, this.service.settings.platformSecret).prove(bytes);
		return this.service.calls.send({
			eventType,
			url,
			bytes,
			headers: { 'Content-Type': 'application/json', ...proof },
			isStillWanted,
		});
	}
}
