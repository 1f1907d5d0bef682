import { entryOf } from '../../shared/json';

/** Where the MIME type is not the extension already. */
const EXTENSIONS: Record<string, string> = {
	'application/msword': 'doc',
	'application/vnd.ms-excel': 'xls',
	'application/vnd.ms-powerpoint': 'ppt',
	'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
	'audio/mp4': 'm4a',
	'audio/mpeg': 'mp3',
	'image/jpeg': 'jpg',
	'text/plain': 'txt',
	'video/3gpp': '3gp',
};

/** A name for a file that has none: WhatsApp names documents in events only, and other files never. */
export function usualFileName(id: string, mimeType: string | undefined): string {
	const extension = entryOf(EXTENSIONS, mimeType?.split(';')[0]!.trim());
	return `${id}.${extension ?? mimeType?.split(/[/;+]/)[1] ?? 'bin'}`;
}
