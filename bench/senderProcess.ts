import { ADMIN_KEY, sendWithPartoo } from './partoo';
import { sendWithHttpRequest } from './peers/httpRequest';
import { sendWithWhatsApp } from './peers/whatsApp';
import { type HttpRequestJob, numbered } from './sendJob';

/** What one of several workers is to send. */
export interface WorkerJob {
	node: 'partoo' | 'httpRequest' | 'whatsApp';
	baseUrl: string;
	first: number;
	messages: number;
	maxParallel: number;
	batching?: HttpRequestJob['batching'];
}

/** Seconds that the worker was busy. */
export type WorkerResult = number;

/** A worker of n8n's queue mode, as far as sending goes: a process that knows nothing of the others. */
async function work({ node, first, messages, maxParallel, batching, ...job }: WorkerJob): Promise<WorkerResult> {
	const items = numbered(messages, first);
	const began = performance.now();
	if (node === 'partoo') await sendWithPartoo({ ...job, items, maxParallel });
	else if (node === 'httpRequest') await sendWithHttpRequest({ ...job, items, batching });
	else await sendWithWhatsApp({ ...job, items });
	return (performance.now() - began) / 1000;
}

/** Everything lazy is loaded before the clock runs; the address is one where nobody listens. */
async function warmUp(): Promise<void> {
	await sendWithPartoo({ baseUrl: 'http://127.0.0.1:1', items: numbered(1), apiKey: `${ADMIN_KEY}#warm-up` });
	process.send?.('ready');
}

// Nobody waits for the result any more.
process.once('disconnect', () => process.exit(1));
process.on('message', (job: WorkerJob) => {
	void work(job).then((seconds) => process.send?.(seconds, () => process.exit(0)));
});
void warmUp();
