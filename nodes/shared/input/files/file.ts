import { createHash } from 'crypto';
import type { IBinaryData } from 'n8n-workflow';
import type { ItemContext } from '../../door/itemContext';
import { badField, Failure } from '../../failures/failure';
import type { FileContent } from '../../transport/multipart';
import { extensionOf, withExtension } from './fileTypes';
import { fileOfItem } from './fileOfItem';
import { checkNoText, TELLING_BYTES, typeOfFile } from './firstBytes';

/** A file of the workflow, known but not yet opened. */
export interface BinaryFile {
	/** With the extension of its type. */
	fileName: string;
	/** The MIME type without parameters. */
	contentType: string;
	/** Bytes. */
	size: number;
	/** Equal for the same file, however many items hold it. */
	identity: string;
	/** Opens the file; to be called when the request's turn has come, and again for each repetition. */
	open(): Promise<FileContent>;
}

/**
 * A file of the item: by the name of its binary field, wherever n8n keeps the files of items, or the file itself,
 * handed over by an expression such as `{{ $binary.data }}`. Its type is taken from its first bytes where the given one
 * says nothing, or something else than they do.
 *
 * @param forLinks what to do with an address
 * @throws Failure when the item has no such file, when its name or type would break the request, or when it holds a web
 * page in the name of another file
 */
export async function file(label: string, value: unknown, item: ItemContext, forLinks?: string): Promise<BinaryFile> {
	const data = fileOfItem(label, value, item, forLinks);
	const { fileName = '', mimeType = '' } = data;
	for (const [what, written] of Object.entries({ name: fileName, 'MIME type': mimeType })) {
		if (/[\r\n\0]/.test(written)) {
			throw badField(label, `holds a file whose ${what} has a line break in it`, `Give it a ${what} without one.`);
		}
	}
	const content = await stored(label, data, item);
	const said = { fileName, mimeType, beginning: await beginning(content, item) };
	checkNoText(label, said);
	const contentType = typeOfFile(said);
	return { ...content, contentType, fileName: named(fileName, contentType) };
}

type Content = Pick<BinaryFile, 'size' | 'identity' | 'open'>;

async function stored(label: string, { id, data }: IBinaryData, { context }: ItemContext): Promise<Content> {
	const { helpers } = context;
	if (!id) {
		const buffer = Buffer.from(data, 'base64');
		const identity = createHash('sha256').update(buffer).digest('hex');
		return { size: buffer.length, identity, open: async () => ({ data: buffer }) };
	}
	try {
		const size = (await helpers.getBinaryMetadata(id)).fileSize;
		const open = async () => ({ stream: (await helpers.getBinaryStream(id)) as AsyncIterable<Uint8Array>, size });
		return { size, identity: id, open };
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

/** The first bytes; they are read once for all items that hold the file. */
async function beginning({ identity, open }: Content, item: ItemContext): Promise<Uint8Array> {
	return await item.memory.once(`beginning of ${identity}`, async () => {
		const content = await open();
		const chunks = 'data' in content ? [content.data] : content.stream;
		// A copy, for a view of them would keep the whole file in memory.
		for await (const chunk of chunks) return new Uint8Array(chunk.subarray(0, TELLING_BYTES));
		return new Uint8Array();
	});
}

/** Without a name and its extension a customer would get `file.` or a document that no program opens. */
function named(fileName: string, contentType: string): string {
	const name = fileName.split(/[\\/]/).at(-1)!.trim().replace(/\.+$/, '');
	return name ? withExtension(name, contentType) : `file.${extensionOf(contentType)}`;
}
