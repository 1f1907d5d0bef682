import type { CallMemory, Claim, Said, Verdict } from './callMemory';

export interface MemoryLimits {
	/** As many subjects as are remembered, and as many calls that may come again. */
	maxKeys?: number;
	/** Milliseconds after which n8n is not expected to answer a call any more. */
	giveUpAfter?: number;
	/** Milliseconds of a clock that never goes back. */
	now?: () => number;
}

const MAX_KEYS = 10_000;
const MAX_AGE_MS = 24 * 60 * 60 * 1000;
const GIVE_UP_MS = 5 * 60 * 1000;

interface Seen extends Said {
	at: number;
}

/** What was said in a call whose caller has no answer yet: it will say it again, whatever others say meanwhile. */
interface Open extends Seen {
	isSaved: boolean;
	/** What was known of the subject before, to be put back. */
	before?: Seen;
}

/**
 * The last state of each subject, so that a call which a provider repeats starts nothing, and a message that goes from
 * failed to sending to failed again starts three runs.
 *
 * It lives in the memory of this process on purpose. A node's static data is one JSON document that n8n writes back as
 * a whole: of two calls at the same time the later one would undo what the earlier one noted, and each event would
 * rewrite up to 10 000 keys in the database. The price: a restart forgets, and several n8n instances that take calls
 * each know only what they saw themselves. A repeat is then taken for news, never news for a repeat: nothing is lost by
 * it.
 */
export class ProcessMemory implements CallMemory {
	/** By subject, in the order in which they were last seen. */
	private readonly seen = new Map<string, Seen>();
	/** By subject and state, in the order in which they came. */
	private readonly open = new Map<string, Open>();
	private readonly maxKeys: number;
	private readonly giveUpAfter: number;
	private readonly now: () => number;

	constructor({ maxKeys = MAX_KEYS, giveUpAfter = GIVE_UP_MS, now = () => performance.now() }: MemoryLimits = {}) {
		this.maxKeys = maxKeys;
		this.giveUpAfter = giveUpAfter;
		this.now = now;
	}

	claim(said: Said[]): Claim {
		const mine = new Set<Open>();
		const verdicts = said.map((one) => this.judge(one, mine));
		this.forgetOldest();
		return {
			verdicts,
			settle: (isSaved) => {
				for (const open of mine) this.settle(open, isSaved);
				this.forgetOldest();
			},
			heard: () => {
				for (const one of said) if (this.open.get(keyOf(one))?.isSaved) this.open.delete(keyOf(one));
			},
		};
	}

	private judge({ subject, state }: Said, mine: Set<Open>): Verdict {
		const at = this.now();
		const key = keyOf({ subject, state });
		const open = this.open.get(key);
		// A call may say the same twice.
		if (open?.isSaved || (open && mine.has(open))) return 'repeat';
		if (open && at - open.at < this.giveUpAfter) return 'undecided';
		if (open) this.takeBack(open);
		const last = this.seen.get(subject);
		this.note({ subject, state, at });
		if (last?.state === state && at - last.at < MAX_AGE_MS) return 'repeat';
		const isSure = last && (this.open.get(keyOf(last))?.isSaved ?? true);
		const claimed: Open = { subject, state, at, isSaved: false, before: isSure ? last : undefined };
		this.open.set(key, claimed);
		mine.add(claimed);
		return 'news';
	}

	/** What was saved is as new as its confirmation, however many others came since it was claimed. */
	private settle(open: Open, isSaved: boolean): void {
		const key = keyOf(open);
		const current = this.open.get(key);
		// Somebody has given it up and claimed it anew.
		if (current && current !== open) return;
		if (!isSaved) return current && this.takeBack(open);
		const { subject, state } = open;
		const at = this.now();
		this.open.delete(key);
		this.open.set(key, { ...open, isSaved, at });
		if ((this.seen.get(subject)?.state ?? state) === state) this.note({ subject, state, at });
	}

	/** Its run did not start: its repetition must. */
	private takeBack(open: Open): void {
		this.open.delete(keyOf(open));
		if (this.seen.get(open.subject)?.state !== open.state) return;
		this.seen.delete(open.subject);
		if (open.before) this.note(open.before);
	}

	private note(seen: Seen): void {
		this.seen.delete(seen.subject);
		this.seen.set(seen.subject, seen);
	}

	private forgetOldest(): void {
		const oldest = this.now() - MAX_AGE_MS;
		for (const open of this.open.values()) {
			if (this.open.size <= this.maxKeys && open.at > oldest) break;
			if (open.isSaved) this.open.delete(keyOf(open));
			else this.takeBack(open);
		}
		for (const [subject, { at }] of this.seen) {
			if (this.seen.size <= this.maxKeys && at > oldest) break;
			this.seen.delete(subject);
		}
	}
}

function keyOf({ subject, state }: Said): string {
	return JSON.stringify([subject, state]);
}
