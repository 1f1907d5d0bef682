import { settled } from '../../../../shared/failures/settled';
import type { Account } from '../../../../shared/pacing/account';

const turns = new WeakMap<Account, Map<string, Promise<unknown>>>();

/** Does the work for a key of an account when what was begun for the same key before has ended, well or not. */
export async function oneAtATime<T>(account: Account, key: string, work: () => Promise<T>): Promise<T> {
	const mine = turns.get(account) ?? new Map<string, Promise<unknown>>();
	turns.set(account, mine);
	const before = Promise.resolve(mine.get(key));
	const turn = settled(before).then(work);
	mine.set(key, turn);
	const result = await settled(turn);
	if (mine.get(key) === turn) mine.delete(key);
	if (result.status === 'rejected') throw result.reason;
	return result.value;
}
