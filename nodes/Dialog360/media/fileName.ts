import type { IDataObject } from 'n8n-workflow';
import { typeOfName, withExtension } from '../../shared/input/files/fileTypes';
import { optionalLine } from '../fields/lines';
import { parsedUrl } from '../../shared/parsedUrl';

/** A document's name is shown to the customer; WhatsApp names no limit, file systems take 255. */
export const FILE_NAME_MAX = 255;

/**
 * The `{ filename }` of a document, or nothing where the field is empty. It gets the extension that the document's
 * address has; one from a binary field gets that of its type when it is opened.
 *
 * @param file the `{ link }` or `{ id }` of the document
 * @throws Failure when it is too long, or has a line break in it
 */
export function fileName(label: string, value: unknown, { link }: IDataObject): { filename?: string } {
	const { filename } = optionalLine('filename', label, value, FILE_NAME_MAX);
	if (filename === undefined) return {};
	const type = typeof link === 'string' ? typeOfName(parsedUrl(link)?.pathname ?? '') : undefined;
	// An address may end like the page that hands the document out.
	const tells = type !== undefined && type !== 'text/html' && typeOfName(filename) === undefined;
	return { filename: tells ? withExtension(filename, type) : filename };
}
