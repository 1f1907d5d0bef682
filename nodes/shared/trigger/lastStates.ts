/** As many messages as a trigger remembers, and for how long (milliseconds). */
const MAX_KEYS = 10_000;
const MAX_AGE_MS = 24 * 60 * 60 * 1000;
/** More triggers than one n8n has; beyond it the one that was called longest ago is forgotten. */
const MAX_TRIGGERS = 1000;

interface Seen {
	state: string;
	at: number;
}

/**
 * The last state that a trigger saw of each message, so that a call which a provider repeats starts nothing, and a
 * message that goes from failed to sending to failed again starts three runs.
 *
 * It lives in the memory of this process on purpose. The alternatives are worse: a node's static data is one JSON
 * document that n8n writes back as a whole, so of two calls at the same time the later one would undo what the earlier
 * one noted, and each event would rewrite up to 10 000 keys in the database. The price: a restart forgets, and several
 * n8n instances that take calls (webhook processors, several mains) each know only what they saw themselves. A repeat
 * is then taken for news, never news for a repeat: nothing is lost by it.
 */
export class LastStates {
	/** In the order in which they were last seen. */
	private readonly seen = new Map<string, Seen>();

	constructor(private readonly maxKeys = MAX_KEYS) {}

	/**
	 * Notes the state, and answers whether it was news. Without a pause in between, so that of two equal calls one wins.
	 */
	isNews(key: string, state: string, now = Date.now()): boolean {
		const last = this.seen.get(key);
		this.seen.delete(key);
		this.seen.set(key, { state, at: now });
		for (const [oldest, { at }] of this.seen) {
			if (this.seen.size <= this.maxKeys && now - at < MAX_AGE_MS) break;
			this.seen.delete(oldest);
		}
		return last?.state !== state || now - last.at >= MAX_AGE_MS;
	}

	/** Takes a state back whose run did not start after all: its repetition must. */
	forget(key: string, state: string): void {
		if (this.seen.get(key)?.state === state) this.seen.delete(key);
	}
}

const byTrigger = new Map<string, LastStates>();

/** What one trigger of one workflow has seen; it outlives the workflow's deactivation. */
export function lastStatesOf(workflowId: string | undefined, nodeId: string): LastStates {
	const trigger = JSON.stringify([workflowId, nodeId]);
	const states = byTrigger.get(trigger) ?? new LastStates();
	byTrigger.delete(trigger);
	byTrigger.set(trigger, states);
	if (byTrigger.size > MAX_TRIGGERS) byTrigger.delete(byTrigger.keys().next().value as string);
	return states;
}
