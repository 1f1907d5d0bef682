import type { IDataObject } from 'n8n-workflow';
import type { Doubt } from '../door/runMemory';

/** So long an ID that was given out is known. No look-up goes back further. */
const REMEMBERED_MS = 3_600_000;
/** More IDs than an hour brings; beyond it the oldest is forgotten. */
const MAX_REMEMBERED = 50_000;
/** So long after its connection broke a message may still turn up at the provider. */
const LATE_MS = 300_000;

/** What a look-up found, and how to read it. */
export interface Candidates {
	/** Messages that look like the one that is looked for, and are not older; the oldest first. */
	found: IDataObject[];
	idOf(message: IDataObject): string | null;
}

/**
 * What all executions of this process have sent to one provider, as far as it keeps a look-up from taking one message
 * for another: which IDs were given out, what is under way, what is in doubt.
 */
export class SentMessages {
	/** When each ID was given out, by `performance.now()`; the oldest first. */
	private readonly given = new Map<string, number>();
	/** When the last of those was given out that are not known any more. */
	private forgottenAt = -Infinity;
	private readonly underWay = new Set<Promise<unknown>>();
	private readonly doubts = new Set<Doubt>();

	/** A send went out; {@link quiet} waits for its end, by which its ID or its doubt has to be known. */
	isUnderWay(sending: Promise<unknown>): void {
		this.underWay.add(sending);
		const end = () => this.underWay.delete(sending);
		sending.then(end, end);
	}

	/** Waits for the end of all sends that are under way: their messages may be listed before their answers are here. */
	async quiet(): Promise<void> {
		await Promise.allSettled([...this.underWay]);
	}

	/** A message of this process has the ID. */
	give(id: string): void {
		const now = performance.now();
		this.given.delete(id);
		this.given.set(id, now);
		for (const [oldest, at] of this.given) {
			if (this.given.size <= MAX_REMEMBERED && now - at <= REMEMBERED_MS) break;
			this.given.delete(oldest);
			this.forgottenAt = at;
		}
	}

	/** A send may have been taken. */
	doubt(doubt: Doubt): void {
		this.doubts.add(doubt);
	}

	/**
	 * The candidate that is the message in doubt, and belongs to it from now on; undefined where none is, or where that
	 * cannot be told: when there are more than messages in doubt, or when those differ in what the provider does not
	 * show.
	 */
	claim(doubt: Doubt, { found, idOf }: Candidates): IDataObject | undefined {
		const free = new Map(found.map((message) => [idOf(message), message]));
		for (const id of free.keys()) if (id === null || this.given.has(id)) free.delete(id);
		const twins = this.twinsOf(doubt);
		const isCertain = doubt.leftAt > this.forgottenAt && twins.every(({ whole }) => whole === doubt.whole);
		const [mine] = isCertain && free.size <= twins.length ? free : [];
		if (!mine) return undefined;
		const [id, message] = mine;
		this.give(id as string);
		this.doubts.delete(doubt);
		return message;
	}

	/** The messages in doubt that cannot be told from this one, itself among them. */
	private twinsOf(doubt: Doubt): Doubt[] {
		this.doubts.add(doubt);
		const tooLate = performance.now() - LATE_MS;
		for (const other of this.doubts) if (other !== doubt && other.leftAt < tooLate) this.doubts.delete(other);
		return [...this.doubts].filter(({ fingerprint }) => fingerprint === doubt.fingerprint);
	}
}

const all = new Map<string, SentMessages>();

/** The messages sent to a provider at an address, with whatever key: its IDs are its own. */
export function sentMessages(provider: string, baseURL: string): SentMessages {
	const key = `${provider} ${baseURL}`;
	const known = all.get(key) ?? new SentMessages();
	all.set(key, known);
	return known;
}
