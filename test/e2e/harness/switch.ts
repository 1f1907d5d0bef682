import { createServer } from 'node:http';

import { listen } from './listen';

/**
 * Lets the tests have work done by the process that started them: what it starts ends with it.
 *
 * @param works by the path of the `POST` that asks for each, which is answered when it is done, with what it answers.
 * @returns the URL that takes them.
 */
export async function startSwitch(works: Record<string, () => Promise<object | void>>): Promise<string> {
	return await listen(
		createServer((request, response) => {
			const work = works[request.url ?? ''];
			if (work === undefined) return void response.writeHead(404).end();
			work().then(
				(answer) => response.writeHead(200).end(JSON.stringify(answer ?? {})),
				(error: Error) => response.writeHead(500).end(error.message),
			);
		}),
	);
}

/** Has a work done. @throws with what went wrong */
export async function turn<Answer>(switchUrl: string, path: string): Promise<Answer> {
	const answer = await fetch(`${switchUrl}${path}`, { method: 'POST' });
	const text = await answer.text();
	if (!answer.ok) throw new Error(`POST ${path}: ${text}`);
	return JSON.parse(text) as Answer;
}
