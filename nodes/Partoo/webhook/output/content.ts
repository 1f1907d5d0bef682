import type { IDataObject } from 'n8n-workflow';
import { asObject } from '../../../shared/json';

/** What a message says, as a workflow wants it. */
export interface ReadableContent {
	text: string | null;
	/** Where the image, video, recording, document or story is. */
	mediaUrl: string | null;
}

/**
 * The content of a message, whose shape depends on its type: a text, a URL, `{ url, file_name }`, or for a reply to a
 * story `{ url, content, content_type }` (https://developers.partoo.co/api-reference/messages/list-messages). Partoo
 * adds types without notice; those get a text that says so.
 */
export function readContent({ content_type: type, content }: IDataObject): ReadableContent {
	switch (type) {
		case 'Text':
			return { text: textOf(content), mediaUrl: null };
		case 'Image':
		case 'Video':
		case 'Audio':
		case 'Document':
		case 'IgStoryMention':
			return { text: null, mediaUrl: urlOf(content) };
		case 'IgStoryReply': {
			const reply = asObject(content);
			const isText = reply.content_type === 'Text';
			return { text: isText ? textOf(reply.content) : null, mediaUrl: urlOf(isText ? reply.url : reply.content) };
		}
		case 'Unsupported':
			return { text: `[Unsupported content: ${textOf(asObject(content).type) ?? 'unknown'}]`, mediaUrl: null };
		default:
			return { text: `[Unhandled content: ${textOf(type) ?? 'unknown'}]`, mediaUrl: urlOf(content, /^https?:/) };
	}
}

/** A URL, or the one in `{ url }`. */
function urlOf(content: unknown, pattern = /./): string | null {
	const url = typeof content === 'string' ? content : asObject(content).url;
	return typeof url === 'string' && pattern.test(url) ? url : null;
}

function textOf(value: unknown): string | null {
	return typeof value === 'string' ? value : null;
}
