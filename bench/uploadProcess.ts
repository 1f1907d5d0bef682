import type { INodeExecutionData } from 'n8n-workflow';

import { PartooApi } from '../credentials/PartooApi.credentials';
import { Partoo } from '../nodes/Partoo/Partoo.node.js';
import { binaryItem } from '../test/engine/binary';
import { runNode } from '../test/engine/runNode';
import type { NodeRun } from '../test/engine/runTypes';
import { CONVERSATION, partooCredential } from './partoo';
import { headerAuth, httpRequestNode } from './peers/httpRequest';
import { growthDuring } from './residentMemory';
import { UploadNode } from './uploadNode';

/** What to upload, with which node, to where. `store` only writes the files, for another process to upload. */
export interface UploadJob {
	node: 'store' | 'partooImages' | 'door' | 'httpRequest';
	baseUrl: string;
	files: number;
	bytes: number;
	items: INodeExecutionData[];
}

export interface UploadResult {
	megabytes: number;
	seconds: number;
	/** Bytes that arrived, where the server says so. */
	answers: unknown[];
	error?: string;
}

const MODE = { binaryMode: 'filesystem' } as const;

const UPLOADS: Record<
	Exclude<UploadJob['node'], 'store'>,
	(baseUrl: string, items: INodeExecutionData[]) => Promise<NodeRun>
> = {
	partooImages: async (baseUrl, items) =>
		await runNode({
			...MODE,
			...ours(baseUrl),
			node: new Partoo(),
			items,
			parameters: {
				resource: 'message',
				operation: 'send',
				conversationId: { __rl: true, mode: 'id', value: CONVERSATION },
				messageType: 'Image',
				imageSource: 'binary',
			},
		}),
	door: async (baseUrl, items) =>
		await runNode({ ...MODE, ...ours(baseUrl), node: new UploadNode(), items, parameters: {} }),
	httpRequest: async (baseUrl, items) => {
		const { parameters, ...auth } = headerAuth();
		const file = { parameterType: 'formBinaryData', name: 'file', inputDataFieldName: 'data' };
		const body = { sendBody: true, contentType: 'multipart-form-data', bodyParameters: { parameters: [file] } };
		return await runNode({
			...MODE,
			...auth,
			node: httpRequestNode(),
			items,
			parameters: { ...parameters, method: 'POST', url: `${baseUrl}/upload`, ...body },
		});
	},
};

async function work({ node, baseUrl, files, bytes, items }: UploadJob): Promise<UploadResult | INodeExecutionData[]> {
	if (node === 'store') {
		const stored: INodeExecutionData[] = [];
		for (let n = 0; n < files; n++) stored.push(await image(bytes));
		return stored;
	}
	// Everything lazy is loaded before the memory is measured.
	await UPLOADS[node](baseUrl, [await image(1000)]);
	const began = performance.now();
	const { result, megabytes } = await growthDuring(async () => await UPLOADS[node](baseUrl, items));
	const answers = result.items.map(({ json }) => json);
	return { megabytes, seconds: (performance.now() - began) / 1000, answers, error: result.error?.message };
}

async function image(bytes: number): Promise<INodeExecutionData> {
	return await binaryItem({ fileName: 'picture.png', mimeType: 'image/png', data: bytes, mode: 'filesystem' });
}

function ours(baseUrl: string) {
	return { credentials: partooCredential(baseUrl), credentialTypes: [new PartooApi()] };
}

// Nobody waits for the result any more.
process.once('disconnect', () => process.exit(1));
process.on('message', (job: UploadJob) => {
	void work(job).then((result) => process.send?.(result, () => process.exit(0)));
});
