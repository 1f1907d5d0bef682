import type { IDataObject } from 'n8n-workflow';
import { asObject, idText } from '../../../shared/json';

/** What a message says, as a workflow wants it. */
export interface ReadableContent {
	text: string | null;
	/** Where the image, video, recording or document is; of a mention in a story, the story. */
	mediaUrl: string | null;
	fileName: string | null;
	/** The story that a message answers, or that mentions the business. */
	storyUrl?: string | null;
	storyId?: string | null;
}

const WEB_ADDRESS = /^https?:/;

/**
 * The content of a message, whose shape depends on its type: a text, a URL, `{ url, file_name }`, or for a reply to a
 * story `{ url, content, content_type, id }` (https://developers.partoo.co/api-reference/messages/list-messages).
 * Partoo adds types without notice; those get a text that says so.
 */
export function readContent({ content_type: type, content }: IDataObject): ReadableContent {
	switch (type) {
		case 'Text':
			return { text: textOf(content), mediaUrl: null, fileName: null };
		case 'Image':
		case 'Video':
		case 'Audio':
		case 'Document':
			return { text: null, ...fileOf(content) };
		case 'IgStoryMention':
			return { text: null, ...fileOf(content), storyUrl: urlOf(content), storyId: idText(asObject(content).id) };
		case 'IgStoryReply':
			return storyReply(asObject(content));
		case 'Unsupported': {
			const kind = textOf(asObject(content).type) ?? 'unknown';
			return { text: `[Unsupported content: ${kind}]`, mediaUrl: null, fileName: null };
		}
		default:
			return { text: `[Unhandled content: ${textOf(type) ?? 'unknown'}]`, ...fileOf(content, WEB_ADDRESS) };
	}
}

/** The text or the picture with which somebody answered a story, and the story. What is no address is a text. */
function storyReply({ url, id, content, content_type: type }: IDataObject): ReadableContent {
	const isText = type === 'Text' || urlOf(content, WEB_ADDRESS) === null;
	return {
		text: isText ? textOf(content) : null,
		mediaUrl: isText ? null : urlOf(content),
		fileName: null,
		storyUrl: textOf(url),
		storyId: idText(id),
	};
}

function fileOf(content: unknown, pattern?: RegExp) {
	return { mediaUrl: urlOf(content, pattern), fileName: textOf(asObject(content).file_name) };
}

/** A URL, or the one in `{ url }`. */
function urlOf(content: unknown, pattern = /./): string | null {
	const url = typeof content === 'string' ? content : asObject(content).url;
	return typeof url === 'string' && pattern.test(url) ? url : null;
}

function textOf(value: unknown): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}
