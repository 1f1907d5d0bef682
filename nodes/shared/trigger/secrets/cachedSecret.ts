import { settled } from '../../failures/settled';
/** Milliseconds for which what was read from a credential is believed. */
const BELIEVED_MS = 60_000;
/** When it refuses a call, it may have been exchanged in the credential; so often at most is that looked up. */
const DOUBTED_MS = 5_000;
/** More credentials than one n8n has; beyond it the one that was read first is forgotten. */
const MAX_CREDENTIALS = 1000;

interface Read<T> {
	secret: Promise<T>;
	at: number;
}

/**
 * What triggers verify calls with, by credential. n8n decrypts a credential anew whenever it is asked for, and starts
 * an engine for its expressions each time: that takes several times as long as everything else that becomes of a call.
 *
 * A new key or secret in the credential counts at once for the calls that carry it (a few seconds later when many are
 * refused just then), and the old one for a minute longer.
 */
export class CachedSecrets<T> {
	private readonly known = new Map<string, Read<T>>();

	/**
	 * The secret of a credential, if it accepts a call.
	 *
	 * @param id of the credential; without one it is read each time
	 * @param read what the call is verified with; may throw, which is not remembered
	 * @param now milliseconds of a clock that never goes back
	 */
	async accepting(
		id: string | null | undefined,
		read: () => Promise<T>,
		verify: (secret: T) => boolean,
		now = performance.now(),
	): Promise<T | undefined> {
		const last = id ? this.known.get(id) : undefined;
		const age = last ? now - last.at : Infinity;
		if (last && age < BELIEVED_MS) {
			const secret = await last.secret;
			if (verify(secret)) return secret;
			if (age < DOUBTED_MS) return undefined;
		}
		const secret = await this.readAnew(id, read, now);
		return verify(secret) ? secret : undefined;
	}

	private async readAnew(id: string | null | undefined, read: () => Promise<T>, now: number): Promise<T> {
		const secret = read();
		if (!id) return await secret;
		this.known.delete(id);
		this.known.set(id, { secret, at: now });
		if (this.known.size > MAX_CREDENTIALS) this.known.delete(this.known.keys().next().value as string);
		const result = await settled(secret);
		if (result.status === 'fulfilled') return result.value;
		if (this.known.get(id)?.secret === secret) this.known.delete(id);
		throw result.reason;
	}
}
