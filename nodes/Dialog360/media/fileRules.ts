import { badField } from '../../shared/failures/failure';
import { plainType } from '../../shared/input/files/fileTypes';

/** What WhatsApp sends a file as. */
export type MediaKind = 'audio' | 'document' | 'image' | 'sticker' | 'video';

const KB = 1024;
const MB = 1024 * KB;

/** Largest file of any kind, in bytes. */
const MEDIA_MAX_BYTES = 100 * MB;

interface Rule {
	/** Bytes. */
	max: number;
	/** MIME types. */
	types: string[];
	/** The formats in the words of a user. */
	formats: string;
}

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media (supported media types) */
const MEDIA: Record<MediaKind, Rule> = {
	audio: {
		max: 16 * MB,
		types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
		formats: 'AAC, AMR, MP3, M4A or OGG (Opus)',
	},
	document: {
		max: MEDIA_MAX_BYTES,
		types: [
			'application/pdf',
			'text/plain',
			'application/msword',
			'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			'application/vnd.ms-excel',
			'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			'application/vnd.ms-powerpoint',
			'application/vnd.openxmlformats-officedocument.presentationml.presentation',
		],
		formats: 'PDF, text, Word, Excel or PowerPoint',
	},
	image: { max: 5 * MB, types: ['image/jpeg', 'image/png'], formats: 'JPEG or PNG' },
	// A sticker that does not move may have 100 KB only; whether it moves is known to WhatsApp alone.
	sticker: { max: 500 * KB, types: ['image/webp'], formats: 'WebP' },
	video: { max: 16 * MB, types: ['video/mp4', 'video/3gpp'], formats: 'MP4 or 3GP' },
};

/** The kind that WhatsApp will take a file as. */
export function kindOfFile(contentType: string): MediaKind {
	const type = plainType(contentType);
	const kinds = Object.keys(MEDIA) as MediaKind[];
	return kinds.find((kind) => MEDIA[kind].types.includes(type)) ?? 'document';
}

/**
 * Refuses a file that WhatsApp would refuse, at once or after the message was accepted (131053).
 *
 * @throws Failure when its MIME type or its size does not fit the kind, or when it is empty
 */
export function checkFile(label: string, kind: MediaKind, file: { contentType: string; size: number }): void {
	const { max, formats } = MEDIA[kind];
	const type = plainType(file.contentType) || file.contentType;
	if (file.size === 0) throw badField(label, 'holds an empty file', 'Check the node that reads or downloads the file.');
	if (!isTaken(kind, type)) {
		throw badField(
			label,
			`holds a file of type ${type}; WhatsApp takes ${formats} as ${kind}`,
			isTaken('document', type)
				? `Convert the file to ${formats}, send it as document, or set the right MIME type where the file is read.`
				: `Convert the file to ${formats}, or send a link to it in a text.`,
		);
	}
	if (file.size > max) {
		throw badField(
			label,
			`holds a file of ${inMegabytes(file.size)}; WhatsApp takes up to ${inMegabytes(max)} as ${kind}`,
			kind === 'document'
				? 'Send a link to the file instead.'
				: 'Make the file smaller, or send it as document (up to 100 MB).',
		);
	}
}

/** Images, audio and video that WhatsApp knows may go as documents too. */
function isTaken(kind: MediaKind, type: string): boolean {
	const rules = kind === 'document' ? Object.values(MEDIA) : [MEDIA[kind]];
	return rules.some(({ types }) => types.includes(type));
}

function inMegabytes(bytes: number): string {
	return bytes < MB
		? `${Math.ceil(bytes / KB)} KB`
		: `${(Math.ceil((bytes / MB) * 10) / 10).toFixed(1).replace('.0', '')} MB`;
}
