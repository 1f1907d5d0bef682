import type { IBinaryData } from 'n8n-workflow';
import type { ItemContext } from '../../door/itemContext';
import { clip } from '../../failures/clip';
import { badField } from '../../failures/failure';
import { asObject } from '../../json';
import { requiredText } from '../text';
import { bare, isFile } from '../value';
import { isBytesAsText, looksLikeLink } from './link';
import { oneFile } from './oneFile';

/**
 * n8n's combined binary mode moves files into the JSON, and `$binary` is empty there, but for files that are kept in
 * memory.
 */
export const WHERE_FILES_ARE =
	"An expression for the file itself is {{ $binary.data }}, in n8n's combined binary mode {{ $json._files.data }}.";

/** What to do with an address where a file is wanted. */
const DOWNLOAD_FIRST =
	'Download the file first, with a node such as HTTP Request (Response Format "File"), and give the name of its binary field.';

/**
 * The item's file that a user means: by the name of its binary field, or the file itself.
 *
 * @param forLinks what to do with an address
 * @throws Failure when the item has no such file
 */
export function fileOfItem(
	label: string,
	value: unknown,
	item: ItemContext,
	forLinks: string = DOWNLOAD_FIRST,
): IBinaryData {
	const given = oneFile(label, value);
	return isFile(given) ? withBytes(label, given, item) : fileNamed(label, given, item, forLinks);
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

function fileNamed(label: string, value: unknown, item: ItemContext, forLinks: string): IBinaryData {
	const nextStep = `Give the name of the binary field that holds the file, mostly 'data'. ${WHERE_FILES_ARE}`;
	const name = bare(requiredText(label, value, nextStep));
	const { binary, json } = item.context.getInputData();
	// Workflows in n8n's combined binary mode keep files in the JSON.
	const files = { ...asObject(json._files), ...binary };
	const found = files[name] ?? name.split('.').reduce<unknown>((outer, key) => asObject(outer)[key], json);
	if (isFile(found)) return found;
	if (looksLikeLink(name)) throw badField(label, 'holds an address; it takes the name of a binary field', forLinks);
	if (isBytesAsText(name)) {
		throw badField(
			label,
			'holds the bytes of a file as text; it takes the name of a binary field',
			"Make a file of them with the node Convert to File, and give the name of its binary field, mostly 'data'.",
		);
	}
	const names = Object.keys(files).map((other) => `"${other}"`);
	throw badField(
		label,
		`names "${clip(name)}", and the item has no such binary field`,
		names.length
			? `The item has: ${names.join(', ')}. Give one of them.`
			: 'The item has no file at all. Put a node before this one that reads or downloads it, e.g. HTTP Request with Response Format "File".',
	);
}
