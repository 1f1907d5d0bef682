import { createHash } from 'crypto';
import type { IBinaryData } from 'n8n-workflow';
import type { ItemContext } from '../../door/itemContext';
import { badField, Failure } from '../../failures/failure';
import { asObject, isObject } from '../../json';
import type { FileContent } from '../../transport/multipart';
import { extensionOf, plainType, TELLING_BYTES, typeOfContent, typeOfName, withExtension } from './fileTypes';
import { requiredText } from '../text';

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
 * n8n's combined binary mode moves files into the JSON, and `$binary` is empty there, but for files that are kept in
 * memory.
 */
export const WHERE_FILES_ARE =
	"An expression for the file itself is {{ $binary.data }}, in n8n's combined binary mode {{ $json._files.data }}.";

/**
 * A file of the item: by the name of its binary field, wherever n8n keeps the files of items, or the file itself,
 * handed over by an expression such as `{{ $binary.data }}`. Its type is taken from its name or its first bytes where
 * the given one says nothing.
 *
 * @throws Failure when the item has no such file, or its name or type would break the request
 */
export async function file(label: string, value: unknown, item: ItemContext): Promise<BinaryFile> {
	const data = isFile(value) ? withBytes(label, value, item) : fileNamed(label, value, item);
	const { fileName = '', mimeType = '' } = data;
	for (const [what, written] of Object.entries({ name: fileName, 'MIME type': mimeType })) {
		if (/[\r\n\0]/.test(written)) {
			throw badField(label, `holds a file whose ${what} has a line break in it`, `Give it a ${what} without one.`);
		}
	}
	const content = await stored(label, data, item);
	const contentType =
		plainType(mimeType) ||
		(typeOfName(fileName) ?? typeOfContent(await beginning(content)) ?? 'application/octet-stream');
	return { ...content, contentType, fileName: named(fileName, contentType) };
}

/** Whether a value is a file as n8n describes one. */
export function isFile(value: unknown): value is IBinaryData {
	return isObject(value) && typeof value.mimeType === 'string';
}

/** The item's file that `{{ $binary.data }}` means: n8n hands over all of it but its bytes. */
function withBytes(label: string, value: IBinaryData, item: ItemContext): IBinaryData {
	if (value.id || value.data) return value;
	const said = Object.entries(value);
	const isMeant = (data: IBinaryData) => said.every(([name, fact]) => data[name as keyof IBinaryData] === fact);
	const meant = Object.values(item.context.getInputData().binary ?? {}).find(isMeant);
	if (meant) return meant;
	throw badField(
		label,
		'holds the description of a file without its bytes, which n8n keeps back from expressions',
		"Bring the file into the item, e.g. with a Merge node, and give the name of its binary field, mostly 'data'.",
	);
}

function fileNamed(label: string, value: unknown, item: ItemContext): IBinaryData {
	const name = requiredText(
		label,
		value,
		`Give the name of the binary field that holds the file, mostly 'data'. ${WHERE_FILES_ARE}`,
	).trim();
	const { binary, json } = item.context.getInputData();
	// Workflows in n8n's combined binary mode keep files in the JSON.
	const files = { ...asObject(json._files), ...binary };
	const found = files[name] ?? name.split('.').reduce<unknown>((outer, key) => asObject(outer)[key], json);
	if (isFile(found)) return found;
	const names = Object.keys(files).map((other) => `"${other}"`);
	throw badField(
		label,
		`names "${name}", and the item has no such binary field`,
		names.length
			? `The item has: ${names.join(', ')}. Give one of them.`
			: 'The item has no file at all. Put a node before this one that reads or downloads it, e.g. HTTP Request with Response Format "File".',
	);
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

async function beginning({ open }: Content): Promise<Uint8Array> {
	const content = await open();
	if ('data' in content) return content.data.subarray(0, TELLING_BYTES);
	for await (const chunk of content.stream) return chunk.subarray(0, TELLING_BYTES);
	return new Uint8Array();
}

/** Without a name and its extension a customer would get `file.` or a document that no program opens. */
function named(fileName: string, contentType: string): string {
	const name = fileName.split(/[\\/]/).at(-1)!.trim().replace(/\.+$/, '');
	return name ? withExtension(name, contentType) : `file.${extensionOf(contentType)}`;
}
