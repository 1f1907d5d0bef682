import { ADMIN_KEY, CONVERSATION } from './partoo';

/**
 * The shortest way to keep a number of sends in flight: so many loops over one counter, without n8n, without pacing.
 *
 * @returns the seconds it took
 */
export async function plainGate(baseUrl: string, messages: number, parallel: number): Promise<number> {
	let next = 0;
	const loop = async () => {
		while (next < messages) await send(baseUrl, next++);
	};
	const began = performance.now();
	await Promise.all(Array.from({ length: parallel }, loop));
	return (performance.now() - began) / 1000;
}

async function send(baseUrl: string, n: number): Promise<void> {
	const answer = await fetch(`${baseUrl}/messages`, {
		method: 'POST',
		headers: { 'x-APIKey': ADMIN_KEY, 'content-type': 'application/json' },
		body: JSON.stringify({ conversation_id: Number(CONVERSATION), content_type: 'Text', content: `Message ${n}` }),
	});
	if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}: ${await answer.text()}`);
	await answer.json();
}
