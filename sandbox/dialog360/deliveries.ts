import type { Timers } from '../shared/timers';
import type { Dialog360Settings } from './settings';
import type { Dialog360State } from './state';
import type { TemplateMessage } from './templates/check';
import type { Templates } from './templates/store';
import type { Message, MessageStatus } from './types';

/** Words in a message that decide what becomes of it: `#fail` or `#fail-131047`, `#stuck`, `#unread`, `#only-read`. */
const FAIL = /#fail(?:-(\d+))?/;
const STUCK = '#stuck';
const UNREAD = '#unread';
/** Read without a word of its delivery. */
const ONLY_READ = '#only-read';

const UNDELIVERABLE = 131026;
const WINDOW_CLOSED = 131047;
const MARKETING_STOPPED = 131050;
const DAY_MS = 86_400_000;

const ORDER: readonly MessageStatus[] = ['accepted', 'sent', 'delivered', 'read'];

/** Moves messages on by themselves, as WhatsApp would. */
export class Deliveries {
	constructor(
		private readonly state: Dialog360State,
		private readonly settings: Dialog360Settings,
		private readonly timers: Timers,
		private readonly templates: Templates,
	) {}

	start(message: Message): void {
		const said = JSON.stringify([message.content, message.preview]);
		if (said.includes(STUCK)) return;
		const { sentMs, deliveredMs, readMs } = this.settings;
		const code = this.failureOf(message, said);
		this.later(message, 'sent', sentMs);
		if (code !== null) return this.later(message, 'failed', deliveredMs, code);
		if (!said.includes(ONLY_READ)) this.later(message, 'delivered', deliveredMs);
		if (!said.includes(UNREAD)) this.later(message, 'read', readMs);
	}

	/** Ends the wait: the person at the page, or a test, says what becomes of it. */
	decide(message: Message, status: MessageStatus, errorCode: number | null = null): void {
		for (const one of [...ORDER, 'failed' as const]) this.timers.stop(timerOf(message, one));
		this.state.setStatus(message, status, status === 'failed' ? (errorCode ?? UNDELIVERABLE) : null);
	}

	private later(message: Message, status: MessageStatus, ms: number, errorCode: number | null = null): void {
		this.timers.start(timerOf(message, status), ms, () => this.state.setStatus(message, status, errorCode));
	}

	private failureOf(message: Message, said: string): number | null {
		const wanted = FAIL.exec(said);
		if (wanted) return Number(wanted[1] ?? UNDELIVERABLE);
		if (this.isUnwelcome(message)) return MARKETING_STOPPED;
		return this.isOutsideWindow(message) ? WINDOW_CLOSED : null;
	}

	private isUnwelcome({ chatId, type, content }: Message): boolean {
		if (type !== 'template' || this.state.chat(chatId).person.marketing !== 'stop') return false;
		const { name, language } = content as unknown as TemplateMessage;
		return this.templates.find(name, language.code)?.category === 'MARKETING';
	}

	private isOutsideWindow({ chatId, type }: Message): boolean {
		if (!this.settings.enforceWindow || type === 'template') return false;
		const { wroteAt } = this.state.chat(chatId);
		return wroteAt === null || Date.now() - wroteAt > DAY_MS;
	}
}

const timerOf = (message: Message, status: MessageStatus): string => `delivery/${message.id}/${status}`;
