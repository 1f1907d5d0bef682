import path from 'node:path';
import { Readable } from 'node:stream';

import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import type { BinaryDataBlobManager } from 'n8n-core';
import type { IBinaryData, IDataObject, INodeExecutionData } from 'n8n-workflow';

/**
 * `memory`: base64 inside the item; `filesystem`: a file below the user folder, n8n's default; `database`: under IDs of a
 * database, whose bytes lie in the file system here, because the engine alone has none.
 */
export type BinaryMode = 'memory' | 'filesystem' | 'database';

export interface BinaryItemOptions {
	fileName: string;
	mimeType: string;
	/** The content itself, or a number of bytes to fill with `patternBytes`. */
	data: Buffer | number;
	mode?: BinaryMode;
	/** The item's field that holds the file (default `data`). */
	property?: string;
	json?: IDataObject;
}

const CHUNK_SIZE = 64 * 1024;
const CHUNK = Buffer.from(Array.from({ length: CHUNK_SIZE }, (_, index) => (index * 7 + 3) % 251));
let activeMode: BinaryMode | undefined;

/** Switches where n8n stores binary data from now on. What is stored already stays readable. */
export async function useBinaryMode(mode: BinaryMode): Promise<void> {
	if (mode === activeMode) return;
	activeMode = mode;
	Container.get(BinaryDataConfig).mode = mode === 'memory' ? 'default' : mode;
	const service = Container.get(BinaryDataService);
	await service.init();
	const { managers } = service as unknown as { managers: Record<string, BinaryDataBlobManager> };
	service.setManager('database', managers.filesystem!);
}

/** Stays with the mode that is set, or takes `memory` when none was set so far. */
export async function ensureBinaryMode(mode?: BinaryMode): Promise<void> {
	await useBinaryMode(mode ?? activeMode ?? 'memory');
}

/** An item that carries a file, stored as n8n stores it. A size of 500 MB in `filesystem` mode costs no memory. */
export async function binaryItem(options: BinaryItemOptions): Promise<INodeExecutionData> {
	const { fileName, mimeType, data, mode, property = 'data', json = {} } = options;
	await ensureBinaryMode(mode);
	const binaryData: IBinaryData = {
		fileName,
		mimeType,
		fileExtension: path.extname(fileName).slice(1),
		data: '',
	};
	const content = typeof data === 'number' ? Readable.from(patternChunks(data)) : data;
	const stored = await Container.get(BinaryDataService).store(
		{ type: 'execution', workflowId: 'upstream', executionId: 'upstream' },
		content,
		binaryData,
	);
	return { json, binary: { [property]: stored } };
}

/** The bytes of a file in an item, wherever they are stored. */
export async function readBinary(item: INodeExecutionData, property = 'data'): Promise<Buffer> {
	const binaryData = item.binary?.[property];
	if (!binaryData) throw new Error(`The item has no file in "${property}"`);
	return await Container.get(BinaryDataService).getAsBuffer(binaryData);
}

/** The content of a `binaryItem` that was made with a size. */
export function patternBytes(size: number): Buffer {
	return Buffer.concat([...patternChunks(size)]);
}

function* patternChunks(size: number): Generator<Buffer> {
	for (let left = size; left > 0; left -= CHUNK_SIZE) {
		yield left >= CHUNK_SIZE ? CHUNK : CHUNK.subarray(0, left);
	}
}
