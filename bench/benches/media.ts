import type { INodeExecutionData } from 'n8n-workflow';

import { forkEngine, nextMessage } from '../engineProcess';
import { temporaryFolder } from '../environment';
import { atMost, type Bench, type Figure, figure } from '../figures';
import type { MediaJob, MediaResult } from '../mediaProcess';

const DOCUMENTS = { count: 5, bytes: 100_000_000 };
const BIG = { count: 1, bytes: 500_000_000 };
const TEMPLATES = { count: 1000, bytes: 0 };
const LIMIT_MB = 50;

/** How much memory files cost on their way through 360dialog's node, and how often a template's definition is read. */
export const bench: Bench = async () => {
	const sink = forkEngine('mediaSink.ts');
	const baseUrl = `http://127.0.0.1:${await nextMessage<number>(sink)}`;
	const figures = [
		...(await uploads(baseUrl)),
		...(await downloads('media.download', baseUrl, DOCUMENTS)),
		...(await downloads('media.download.500MB', baseUrl, BIG)),
		...(await templates(baseUrl)),
	];
	sink.disconnect();
	return figures;
};

type Size = Pick<MediaJob, 'count' | 'bytes'>;

async function uploads(baseUrl: string): Promise<Figure[]> {
	const folder = temporaryFolder();
	const items = await run<INodeExecutionData[]>({ task: 'store', baseUrl, items: [], ...DOCUMENTS }, folder);
	const result = await run<MediaResult>({ task: 'upload', baseUrl, items, ...DOCUMENTS }, folder);
	const arrived = (await countsOf(baseUrl)).bytes ?? 0;
	return [memory('media.upload', result, DOCUMENTS), whole('media.upload.arrived', arrived, DOCUMENTS, result)];
}

async function downloads(name: string, baseUrl: string, size: Size): Promise<Figure[]> {
	const result = await run<MediaResult>({ task: 'download', baseUrl, items: [], ...size });
	return [memory(name, result, size), whole(`${name}.arrived`, result.bytes, size, result)];
}

async function templates(baseUrl: string): Promise<Figure[]> {
	const before = await countsOf(baseUrl);
	const result = await run<MediaResult>({ task: 'templates', baseUrl, items: [], ...TEMPLATES });
	const after = await countsOf(baseUrl);
	const asked = (what: string) => (after[what] ?? 0) - (before[what] ?? 0);
	// One send and one reading more belong to the warm-up.
	const sent = asked('POST /messages') - 1;
	const read = asked('GET /message_templates') - 1;
	return [
		figure({
			name: 'template.reads',
			value: read,
			unit: 'requests',
			bar: '≤ 1',
			ok: read <= 1 && sent === TEMPLATES.count,
			note: `${sent} messages with one template in ${result.seconds.toFixed(1)} s${result.error ? `; ${result.error}` : ''}`,
			isCorrectness: true,
		}),
	];
}

function memory(name: string, { megabytes, seconds, error }: MediaResult, { count, bytes }: Size): Figure {
	const files = `${count} × ${bytes / 1e6} MB in ${seconds.toFixed(1)} s`;
	return atMost(LIMIT_MB, {
		name,
		value: megabytes,
		unit: 'MB',
		note: `growth of resident memory; ${files}${error ? `; ${error}` : ''}`,
	});
}

function whole(name: string, arrived: number, { count, bytes }: Size, { done, error }: MediaResult): Figure {
	return figure({
		name,
		value: arrived / 1e6,
		unit: 'MB',
		bar: 'all',
		ok: done === count && arrived >= count * bytes,
		note: error ?? '',
		isCorrectness: true,
	});
}

async function countsOf(baseUrl: string): Promise<Record<string, number>> {
	return (await (await fetch(`${baseUrl}/counts`)).json()) as Record<string, number>;
}

async function run<T>(job: MediaJob, folder = temporaryFolder()): Promise<T> {
	const child = forkEngine('mediaProcess.ts', [], folder);
	child.send(job);
	return await nextMessage<T>(child);
}
