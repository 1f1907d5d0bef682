import type { RunningN8n } from '../../../demo/startN8n';
import type { Proxy } from './proxy';
import { startSwitch } from './switch';

/**
 * Lets the tests stop and start n8n, which is this process's child and not theirs. The proxy is told, as its health
 * check would find out: n8n listens some time before its webhooks are there.
 *
 * @returns the URL that takes `POST /stop`, `POST /end`, `POST /kill` and `POST /start`; each is answered when it is done.
 */
export async function startPowerSwitch(
	running: RunningN8n,
	start: () => Promise<RunningN8n>,
	proxy: Proxy,
): Promise<string> {
	const signal = async (name: NodeJS.Signals): Promise<void> => {
		proxy.isOpen = false;
		process.kill(running.pid, name);
		await running.ended;
	};
	return await startSwitch({
		'/stop': async () => {
			proxy.isOpen = false;
			await running.stop();
		},
		'/end': async () => await signal('SIGTERM'),
		'/kill': async () => await signal('SIGKILL'),
		'/start': async () => {
			running = await start();
			proxy.isOpen = true;
		},
	});
}
