import { createHash } from 'crypto';
import type { IBinaryData } from 'n8n-workflow';
import type { ItemContext } from '../door/itemContext';
import { badField, Failure } from '../failures/failure';
import type { FileContent } from '../transport/multipart';

/** A file of a binary field, known but not yet opened. */
export interface BinaryFile {
	fileName: string;
	contentType: string;
	/** Bytes. */
	size: number;
	/** Equal for the same file, however many items hold it. */
	identity: string;
	/** Opens the file; to be called when the request's turn has come, and again for each repetition. */
	open(): Promise<FileContent>;
}

/**
 * Looks up the file of a binary field of the item.
 *
 * @throws Failure when the item has no such field
 */
export async function binaryFile(item: ItemContext, label: string, fieldName: string): Promise<BinaryFile> {
	const { helpers } = item.context;
	const name = fieldName.trim();
	if (!name) throw badField(label, 'is empty', "Give the name of the binary field that holds the file, mostly 'data'.");
	const data = binaryOf(item, label, name);
	const contentType = data.mimeType || 'application/octet-stream';
	const fileName = data.fileName || `file.${data.fileExtension ?? contentType.split('/')[1] ?? 'bin'}`;
	const { id } = data;
	if (!id) {
		const buffer = await helpers.getBinaryDataBuffer(name);
		const identity = createHash('sha256').update(buffer).digest('hex');
		return { fileName, contentType, size: buffer.length, identity, open: async () => ({ data: buffer }) };
	}
	const size = (await metadata(item, label, id)).fileSize;
	return {
		fileName,
		contentType,
		size,
		identity: id,
		open: async () => ({ stream: (await helpers.getBinaryStream(id)) as AsyncIterable<Uint8Array>, size }),
	};
}

function binaryOf(item: ItemContext, label: string, name: string): IBinaryData {
	const { binary } = item.context.getInputData();
	const found = binary?.[name];
	if (found) return found;
	const names = Object.keys(binary ?? {});
	throw badField(
		label,
		`names "${name}", and the item has no such binary field`,
		names.length
			? `The item has: ${names.map((other) => `"${other}"`).join(', ')}. Give one of them.`
			: 'The item has no file at all. Put a node before this one that reads or downloads it, e.g. HTTP Request with Response Format "File".',
	);
}

async function metadata(item: ItemContext, label: string, id: string) {
	try {
		return await item.context.helpers.getBinaryMetadata(id);
	} catch {
		throw fileGone(label);
	}
}

function fileGone(label: string): Failure {
	return new Failure({
		message: `The file of '${label}' is no longer in n8n's store`,
		nextStep: 'Run the node that reads or downloads the file again.',
		code: 'FILE_GONE',
	});
}
