import type { Timers } from '../../shared/timers';
import type { Announcer } from './announcer';
import { whatsappTime } from './envelope';
import { statusChange } from './samples';

export type StatusWord = 'sent' | 'delivered' | 'read' | 'played' | 'failed';

/** A message that the business sent, as far as its fate goes. */
export interface SentMessage {
	id: string;
	/** The fields by which a status names who got it. */
	recipient: { recipient_id?: string; recipient_user_id?: string; recipient_type?: 'group'; recipient_participant_id?: string };
	/** What a person reads of it; words in it decide what becomes of it. */
	text: string;
	/** `biz_opaque_callback_data` */
	trackingText: string | null;
	/** e.g. `service`, `marketing` */
	category: string;
}

export interface StatusSettings {
	/** How long a message takes to be sent. */
	sentMs: number;
	/** How long it takes from there to be delivered or to fail, and from there to be read. */
	deliveredMs: number;
}

export const STATUS_DEFAULTS: StatusSettings = { sentMs: 100, deliveredMs: 1500 };

export const statusSettingsSchema: Record<keyof StatusSettings, object> = {
	sentMs: { type: 'number', minimum: 0 },
	deliveredMs: { type: 'number', minimum: 0 },
};

/**
 * Words in a message that decide its fate: `#fail`, or `#fail-131047` for a code; `#stuck` after it was sent; `#read` also
 * afterwards, `#only-read` without a word of its delivery.
 */
const FAIL = /#fail(?:-(\d+))?/;

const UNDELIVERABLE = 131026;

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes */
const TITLES: Readonly<Record<number, string>> = {
	[UNDELIVERABLE]: 'Message undeliverable',
	131047: 'Re-engagement message',
	131049: 'This message was not delivered to maintain healthy ecosystem engagement.',
	131050: 'User has stopped marketing messages',
	131053: 'Media upload error',
};

/** Tells what becomes of messages, as WhatsApp would. */
export class Statuses {
	constructor(
		private readonly settings: StatusSettings,
		private readonly timers: Timers,
		private readonly announcer: Announcer,
		/** So that the inbox can show it. */
		private readonly onStatus: (message: SentMessage, word: StatusWord) => void,
	) {}

	start(message: SentMessage): void {
		this.follow(message, pathOf(message.text));
	}

	/** Ends the wait at once. */
	decide(message: SentMessage, word: StatusWord, code = UNDELIVERABLE): void {
		this.timers.stop(timerOf(message));
		this.tell(message, word, code);
	}

	private follow(message: SentMessage, [next, ...rest]: StatusWord[]): void {
		if (next === undefined) return;
		this.timers.start(timerOf(message), next === 'sent' ? this.settings.sentMs : this.settings.deliveredMs, () => {
			this.tell(message, next, Number(FAIL.exec(message.text)?.[1] ?? UNDELIVERABLE));
			this.follow(message, rest);
		});
	}

	private tell(message: SentMessage, word: StatusWord, code: number): void {
		const { id, recipient, trackingText, category } = message;
		const title = TITLES[code] ?? `Error ${code}`;
		const errors = [{ code, title, message: title, error_data: { details: `${title} (decided in the sandbox)` }, href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/' }];
		this.announcer.tell(
			statusChange({
				id,
				status: word,
				timestamp: whatsappTime(),
				recipient_id: undefined,
				...recipient,
				...(trackingText === null ? {} : { biz_opaque_callback_data: trackingText }),
				...(word === 'failed' ? { pricing: undefined, errors } : { pricing: { billable: category !== 'service', pricing_model: 'PMP', type: 'regular', category } }),
			}),
		);
		this.onStatus(message, word);
	}
}

const timerOf = ({ id }: SentMessage): string => `status/${id}`;

function pathOf(text: string): StatusWord[] {
	if (FAIL.test(text)) return ['sent', 'failed'];
	if (text.includes('#stuck')) return ['sent'];
	if (text.includes('#only-read')) return ['sent', 'read'];
	return text.includes('#read') ? ['sent', 'delivered', 'read'] : ['sent', 'delivered'];
}
