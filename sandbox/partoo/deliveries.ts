import type { Timers } from '../shared/timers';
import type { PartooSettings } from './settings';
import type { PartooState } from './state';
import type { Message } from './types';

/** Words in a message that decide what becomes of it. */
const FAIL = '#fail';
const FAIL_ALWAYS = '#fail-always';
const STUCK = '#stuck';

type Outcome = 'Success' | 'Failed';

/** Moves messages on from `Sending` by themselves, as the channels behind Partoo would. */
export class Deliveries {
	constructor(
		private readonly state: PartooState,
		private readonly settings: PartooSettings,
		private readonly timers: Timers,
	) {}

	start(message: Message, { isRetry = false } = {}): void {
		const outcome = fateOf(message, isRetry);
		if (outcome === null) return;
		this.timers.start(timerOf(message), this.settings.sendingMs, () => this.decide(message, outcome));
	}

	/** Ends the wait at once. */
	decide(message: Message, outcome: Outcome): void {
		this.timers.stop(timerOf(message));
		this.state.updateMessage(message, { status: outcome });
	}
}

const timerOf = (message: Message): string => `delivery/${message.id}`;

function fateOf(message: Message, isRetry: boolean): Outcome | null {
	const text = typeof message.content === 'string' ? message.content : message.content.url;
	if (text.includes(STUCK)) return null;
	if (text.includes(FAIL_ALWAYS)) return 'Failed';
	return text.includes(FAIL) && !isRetry ? 'Failed' : 'Success';
}
