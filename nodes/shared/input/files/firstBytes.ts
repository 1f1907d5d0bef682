import { clip } from '../../failures/clip';
import { badField } from '../../failures/failure';
import { plainType, typeOfName } from './fileTypes';

/** What files of a type begin with, as Latin-1. */
const BEGINNINGS: Array<[RegExp, string]> = [
	[/^\xFF\xD8\xFF/, 'image/jpeg'],
	[/^\x89PNG/, 'image/png'],
	[/^GIF8/, 'image/gif'],
	[/^RIFF[^]{4}WEBP/, 'image/webp'],
	[/^RIFF[^]{4}WAVE/, 'audio/wav'],
	[/^%PDF/, 'application/pdf'],
	[/^OggS/, 'audio/ogg'],
	[/^#!AMR/, 'audio/amr'],
	[/^\xFF[\xF1\xF9]/, 'audio/aac'],
	[/^(ID3[\x02-\x04]|\xFF[\xFA\xFB\xF2\xF3])/, 'audio/mpeg'],
	[/^[^]{4}ftyp(hei[cmsx]|hev[cmsx]|mif1|msf1)/, 'image/heic'],
	[/^[^]{4}ftypavi[fs]/, 'image/avif'],
	[/^[^]{4}ftypM4[AB]/, 'audio/mp4'],
	[/^[^]{4}ftyp3g/, 'video/3gpp'],
	[/^[^]{4}ftypqt/, 'video/quicktime'],
	[/^[^]{4}ftyp/, 'video/mp4'],
];

/** Bytes at the beginning of a file that tell its type. */
export const TELLING_BYTES = 1024;
/** Characters of a text that a sentence shows. */
const SHOWN = 40;

const SOUND_OR_FILM = /^(audio|video)\//;
/** Files that are never a text, and no archive either. */
const NO_TEXT = /^(image\/(?!svg)|audio\/|video\/|application\/pdf$)/;
/** Archives, as Word, Excel and PowerPoint write since 2007. Older ones are now and then a web page by another name. */
const ARCHIVE = /^application\/(vnd\.openxmlformats-|zip$)/;

/** What is known of a file before it is opened, and how it begins. */
export interface SaidOfFile {
	fileName: string;
	mimeType: string;
	beginning: Uint8Array;
}

/** The type that the first bytes of a file tell. */
export function typeOfContent(beginning: Uint8Array): string | undefined {
	const text = latin1(beginning);
	return BEGINNINGS.find(([pattern]) => pattern.test(text))?.[1];
}

/**
 * The MIME type of a file. Its first bytes are certain, where they tell one, and stand over the given type and the
 * name: WhatsApp refuses a PNG in the name of a JPEG, after it took the message.
 */
export function typeOfFile(file: SaidOfFile): string {
	const given = plainType(file.mimeType) || typeOfName(file.fileName);
	const told = typeOfContent(file.beginning);
	if (given === undefined) return told ?? 'application/octet-stream';
	if (NO_TEXT.test(given) && latin1(file.beginning).startsWith('PK\x03\x04')) return 'application/zip';
	// Sound and film share their containers: what is in one, its first bytes do not tell.
	const isContainer = told !== undefined && SOUND_OR_FILM.test(told) && SOUND_OR_FILM.test(given);
	return told === undefined || isContainer ? given : told;
}

/**
 * Refuses a web page or another text by the name of a picture, a PDF and the like: what a server answered instead, or
 * bytes that are still written as a text.
 *
 * @throws Failure saying what it holds
 */
export function checkNoText(label: string, { fileName, mimeType, beginning }: SaidOfFile): void {
	const types = [plainType(mimeType), typeOfName(fileName) ?? ''];
	const meant = types.find((type) => NO_TEXT.test(type) || ARCHIVE.test(type));
	const words = meant && typeOfContent(beginning) === undefined ? textOf(beginning) : '';
	if (!words) return;
	const isBytes = isBytesInText(words);
	throw badField(
		label,
		`holds ${isBytes ? 'the bytes of a file as a text (Base64)' : kindOfText(words)} instead of a file of type ${meant}`,
		isBytes
			? 'Make a file of them with the node Convert to File (Move Base64 String to File); of a data address (data:…) give it what stands behind the comma.'
			: 'Look at the file in the output of the node that downloads it: mostly its address wants a login, or leads to a page about the file.',
	);
}

/** The words of a text, without blanks before them; empty for bytes that are none. */
function textOf(beginning: Uint8Array): string {
	// What was cut may end within a character.
	const words = Buffer.from(beginning)
		.toString()
		.replace(/\uFFFD$/, '');
	// Readers of PDF allow for some lines before it.
	return /[^\P{Cc}\t\n\f\r]|\uFFFD|%PDF-/u.test(words) ? '' : words.replace(/^\uFEFF?\s*/, '');
}

function kindOfText(words: string): string {
	if (/^<(!doctype html|html|head|body)\b/i.test(words)) return 'a web page';
	if (/^<[?!a-z]/i.test(words)) return 'a text of XML';
	return /^(\{\s*"|\[\s*[{"])/.test(words) ? 'a text of JSON' : `the text "${clip(words, SHOWN)}"`;
}

/** Whether a text is a file in Base64, perhaps in quotes, or as a data address. */
function isBytesInText(words: string): boolean {
	if (/^["']?data:[^,]*,/.test(words)) return true;
	const bytes = Buffer.from(words.replace(/^["']/, '').slice(0, SHOWN), 'base64');
	return /^["']?[\w+/-]{8}/.test(words) && (typeOfContent(bytes) !== undefined || latin1(bytes).startsWith('PK'));
}

function latin1(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('latin1');
}
