import type { INodeExecutionData } from 'n8n-workflow';

import { forkEngine, nextMessage } from '../engineProcess';
import { temporaryFolder } from '../environment';
import { atMost, type Bench, type Figure, figure } from '../figures';
import { type Server, withServers } from '../servers';
import type { UploadJob, UploadResult } from '../uploadProcess';

const IMAGES = { files: 5, bytes: 5_000_000 };
const BIG = { files: 1, bytes: 500_000_000 };
const LIMIT_MB = 50;

/** How much memory it takes to send a file: each measurement in a process that has not seen the file before. */
export const bench: Bench = async () =>
	await withServers(async ({ partoo }) => {
		const sink = forkEngine('sink.ts');
		const sinkUrl = `http://127.0.0.1:${await nextMessage<number>(sink)}`;
		const figures = [...(await images(partoo, sinkUrl)), ...(await big(sinkUrl))];
		sink.disconnect();
		return figures;
	});

async function images({ sandbox, baseUrl }: Server, sinkUrl: string): Promise<Figure[]> {
	const ours = await upload('partooImages', baseUrl, IMAGES);
	const { accepted } = await sandbox.stats();
	const http = await upload('httpRequest', sinkUrl, IMAGES);
	return [
		atMost(LIMIT_MB, {
			name: 'upload.images',
			value: ours.megabytes,
			unit: 'MB',
			peers: { 'HTTP Request': http.megabytes },
			note: `growth of resident memory; 5 images of 5 MB in parallel${ours.error ? `; ${ours.error}` : ''}`,
		}),
		figure({
			name: 'upload.images.taken',
			value: accepted - 1,
			unit: 'images',
			bar: String(IMAGES.files),
			ok: accepted - 1 === IMAGES.files,
			isCorrectness: true,
		}),
	];
}

async function big(sinkUrl: string): Promise<Figure[]> {
	const ours = await upload('door', sinkUrl, BIG);
	const http = await upload('httpRequest', sinkUrl, BIG);
	const { bytes, declared } = (ours.answers[0] ?? {}) as { bytes?: number; declared?: number };
	return [
		atMost(LIMIT_MB, {
			name: 'upload.500MB',
			value: ours.megabytes,
			unit: 'MB',
			ratio: ours.megabytes / http.megabytes,
			peers: { 'HTTP Request': http.error ? null : http.megabytes },
			note: `growth of resident memory; ${ours.seconds.toFixed(1)} s, HTTP Request ${http.seconds.toFixed(1)} s${http.error ? ` and ${http.error}` : ''}`,
		}),
		figure({
			name: 'upload.500MB.arrived',
			value: (bytes ?? 0) / 1e6,
			unit: 'MB',
			bar: 'all, as declared',
			ok: bytes !== undefined && bytes === declared && bytes > BIG.bytes,
			note: ours.error ?? '',
			isCorrectness: true,
		}),
	];
}

/** Stores the files with one process and uploads them with another, as the nodes of a workflow on several workers would. */
async function upload(
	node: UploadJob['node'],
	baseUrl: string,
	size: Pick<UploadJob, 'files' | 'bytes'>,
): Promise<UploadResult> {
	const folder = temporaryFolder();
	const items = await run<INodeExecutionData[]>({ node: 'store', baseUrl, items: [], ...size }, folder);
	return await run<UploadResult>({ node, baseUrl, items, ...size }, folder);
}

async function run<T>(job: UploadJob, folder: string): Promise<T> {
	const child = forkEngine('uploadProcess.ts', [], folder);
	child.send(job);
	return await nextMessage<T>(child);
}
