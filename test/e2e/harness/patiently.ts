import { eventually } from './eventually';

/** Asks again while a busy SQLite makes n8n wait, which it answers with 503. */
export async function patiently<T>(ask: () => Promise<T>, timeoutMs = 120_000): Promise<T> {
	const asked = async () => {
		try {
			return { answer: await ask() };
		} catch (error) {
			if ((error as { status?: number }).status === 503) return undefined;
			throw error;
		}
	};
	return (await eventually(asked, (seen) => seen !== undefined, timeoutMs))!.answer;
}
