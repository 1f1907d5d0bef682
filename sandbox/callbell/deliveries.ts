import type { Decided } from '../shared/inbox';
import type { Timers } from '../shared/timers';
import type { CallbellSettings } from './settings';
import type { CallbellState } from './state';
import type { Message, MessageStatus } from './types';

interface Step {
	status: MessageStatus;
	payload: Record<string, unknown>;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The shapes are those of WhatsApp's gateways; Callbell documents none for failed messages and mistaken numbers. */
const failed = (code: number, reason: string): Step => ({ status: 'failed', payload: { code, reason } });
const step = (status: MessageStatus): Step => ({ status, payload: { ts: Math.floor(Date.now() / 1000) } });

/** Moves messages on from `enqueued` by themselves. Words in a message decide what becomes of it. */
export class Deliveries {
	constructor(
		private readonly state: CallbellState,
		private readonly settings: CallbellSettings,
		private readonly timers: Timers,
	) {}

	start(message: Message, isTemplate: boolean): void {
		this.run(message, stepsOf(message, isTemplate));
	}

	/** Ends the wait at once. */
	decide(message: Message, outcome: Decided): void {
		this.timers.stop(message.uuid);
		this.take(message, outcome === 'failed' ? failed(131026, 'Message undeliverable') : step(outcome));
	}

	private run(message: Message, steps: Step[]): void {
		const [next, ...rest] = steps;
		if (next === undefined) return;
		this.timers.start(message.uuid, this.settings.sendingMs, () => {
			this.take(message, next);
			this.run(message, rest);
		});
	}

	private take(message: Message, { status, payload }: Step): void {
		this.state.setStatus(message, status, payload);
	}
}

function stepsOf(message: Message, isTemplate: boolean): Step[] {
	const text = `${message.text ?? ''} ${message.url ?? ''}`;
	if (text.includes('#stuck')) return [];
	if (text.includes('#fail')) return [failed(131026, 'Message undeliverable')];
	if (!isTemplate && isLate(message))
		return [failed(131047, 'More than 24 hours have passed since the customer last replied')];
	const mismatch: Step = { status: 'mismatch', payload: { phone: `${message.contact.identifier}9` } };
	const after = text.includes('#unread') ? ['delivered'] : ['delivered', 'read'];
	return [text.includes('#mismatch') ? mismatch : step('sent'), ...after.map((word) => step(word as MessageStatus))];
}

/** 24 hours after the customer's last message WhatsApp delivers templates only. */
function isLate({ contact }: Message): boolean {
	if (contact.source !== 'whatsapp') return false;
	const last = contact.messages.findLast(({ direction }) => direction === 'received');
	return last === undefined || Date.now() - Date.parse(last.createdAt) > DAY_MS;
}
