import { settled } from '../../failures/settled';

const last = new Map<string, Promise<unknown>>();

/**
 * Runs tasks that read and then write the same thing one after another: two workflows that are activated at the same
 * moment would otherwise overwrite each other. It holds in this process; n8n activates workflows in one, but a test
 * event may be listened for in another.
 */
export async function oneAtATime<T>(subject: string, task: () => Promise<T>): Promise<T> {
	const before = last.get(subject);
	const running = (async () => {
		if (before) await settled(before);
		return await task();
	})();
	last.set(subject, running);
	const result = await settled(running);
	if (last.get(subject) === running) last.delete(subject);
	if (result.status === 'fulfilled') return result.value;
	throw result.reason;
}
