import type { Stage } from './stage';

/** Calls 360dialog's API in the sandbox, as another client of the number would. */
export async function callDialog360<Answer = unknown>({ sandbox }: Stage, path: string, body: object): Promise<Answer> {
	const answer = await fetch(`${sandbox.url}/dialog360${path}`, {
		method: 'POST',
		headers: { 'D360-API-KEY': 'dialog360-key', 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	const text = await answer.text();
	if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${text}`);
	return JSON.parse(text) as Answer;
}
