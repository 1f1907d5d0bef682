import { createCallbell } from '../../sandbox/callbell';
import { startSandbox } from '../../sandbox/server';
import { Sandbox } from '../sandboxClient';

export const API_KEY = 'callbell-key';

/** A sandbox with Callbell alone, in this process. */
export async function startWebhookSandbox(): Promise<Sandbox> {
	const { url, close } = await startSandbox({ port: 0, providers: [createCallbell] });
	return new Sandbox(url, close);
}
