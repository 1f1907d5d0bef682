import { entryOf } from '../../json';

/** MIME types by the extension of a file's name; the first extension of a type is the usual one. */
const TYPES: Record<string, string> = {
	'3gp': 'video/3gpp',
	aac: 'audio/aac',
	amr: 'audio/amr',
	csv: 'text/csv',
	doc: 'application/msword',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	gif: 'image/gif',
	html: 'text/html',
	jpg: 'image/jpeg',
	jpeg: 'image/jpeg',
	jfif: 'image/jpeg',
	json: 'application/json',
	m4a: 'audio/mp4',
	mov: 'video/quicktime',
	mp3: 'audio/mpeg',
	mp4: 'video/mp4',
	m4v: 'video/mp4',
	ogg: 'audio/ogg',
	oga: 'audio/ogg',
	opus: 'audio/ogg',
	pdf: 'application/pdf',
	png: 'image/png',
	ppt: 'application/vnd.ms-powerpoint',
	pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
	txt: 'text/plain',
	wav: 'audio/wav',
	webm: 'video/webm',
	webp: 'image/webp',
	xls: 'application/vnd.ms-excel',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	zip: 'application/zip',
};

/** What tools write instead of the registered names (IANA). */
const OTHER_NAMES: Record<string, string> = {
	'application/ogg': 'audio/ogg',
	'application/x-pdf': 'application/pdf',
	'audio/m4a': 'audio/mp4',
	'audio/mp3': 'audio/mpeg',
	'audio/mpeg3': 'audio/mpeg',
	'audio/opus': 'audio/ogg',
	'audio/x-aac': 'audio/aac',
	'audio/x-m4a': 'audio/mp4',
	'audio/x-mp3': 'audio/mpeg',
	'audio/x-mpeg': 'audio/mpeg',
	'image/jpg': 'image/jpeg',
	'image/pjpeg': 'image/jpeg',
	'image/x-png': 'image/png',
	'video/3gp': 'video/3gpp',
	'video/x-m4v': 'video/mp4',
};

/** Types that say no more than that it is a file. */
const GENERAL =
	/^(|application\/(octet-stream|x-binary|download|force-download|x-download|unknown)|binary\/octet-stream)$/;

/** A MIME type under its registered name, without parameters such as `codecs=opus`; empty where it says nothing. */
export function plainType(mimeType: string | undefined): string {
	const type = (mimeType ?? '').split(';')[0]!.trim().toLowerCase();
	return GENERAL.test(type) ? '' : (entryOf(OTHER_NAMES, type) ?? type);
}

/** The type that a file's name tells. */
export function typeOfName(fileName: string): string | undefined {
	const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase();
	return entryOf(TYPES, extension);
}

/**
 * The name with the extension of its type, without which no program of a customer opens it: `receipt.2024` is
 * `receipt.2024.pdf`. A name stays as it is where its extension is of the type, or of another kind of text, picture,
 * sound or film, and where the extension of the type is not known.
 */
export function withExtension(name: string, type: string): string {
	const ending = extensionOf(type);
	if (ending === 'bin') return name;
	const told = typeOfName(name);
	const isKnown = Object.values(TYPES).includes(type);
	const fits = told === undefined ? !isKnown && /\.[a-z][a-z\d]{0,4}$/i.test(name) : familyOf(told) === familyOf(type);
	return fits ? name : `${name}.${ending}`;
}

function familyOf(type: string): string {
	return /^(text|image|audio|video)\//.exec(type)?.[1] ?? type;
}

/** The usual extension of a type, without a dot; `bin` where it is not known. */
export function extensionOf(type: string): string {
	const known = Object.keys(TYPES).find((extension) => TYPES[extension] === type);
	return known ?? /^[a-z]+\/([a-z\d]{1,5})$/.exec(type)?.[1] ?? 'bin';
}
