import type { IDataObject } from 'n8n-workflow';
import { asObject, idText, isObject } from '../../../shared/json';

/** What a message says, as a workflow wants it. */
export interface ReadableContent extends IDataObject {
	/** `text`, `image`, `video`, `audio`, `document`, `location`, `contacts`, `buttons` or `list`. */
	contentType: string;
	text: string | null;
	/** The first attachment. */
	mediaUrl: string | null;
	attachments: string[];
}

/** Fields that a message has for what is no text. Reply buttons and lists are what was offered, not what was chosen. */
const FIELDS: Array<[field: string, contentType: string]> = [
	['messageLocation', 'location'],
	['messageContactCard', 'contacts'],
	['messageReplyButton', 'buttons'],
	['messageInteractiveList', 'list'],
];

const EXTENSIONS: Record<string, string[]> = {
	image: ['jpg', 'jpeg', 'png', 'gif', 'webp', 'heic', 'bmp'],
	video: ['mp4', '3gp', '3gpp', 'mov', 'webm', 'avi', 'mkv'],
	audio: ['mp3', 'ogg', 'oga', 'opus', 'aac', 'amr', 'm4a', 'wav', 'mpga'],
};

/**
 * The content of a message (https://docs.callbell.eu/api/reference/webhooks/message_events/message_created). Messages
 * carry no type: it is read from the fields that are there, and for attachments from the ends of their addresses; those
 * are understood as `{ url }` too.
 */
export function readContent(payload: IDataObject): ReadableContent {
	const attachments = [payload.attachments ?? []]
		.flat()
		.map((one: unknown) => (isObject(one) ? one.url : one))
		.filter((url): url is string => typeof url === 'string' && url !== '');
	const field = FIELDS.find(([name]) => payload[name])?.[1];
	return {
		contentType: field ?? (attachments[0] === undefined ? 'text' : typeOfFile(attachments[0])),
		text: idText(payload.text),
		mediaUrl: attachments[0] ?? null,
		attachments,
		...(field === 'location' && location(asObject(payload.messageLocation))),
	};
}

function typeOfFile(url: string): string {
	const extension = /\.([a-z0-9]+)$/i.exec(url.replace(/[?#].*$/, ''))?.[1]?.toLowerCase() ?? '';
	return Object.keys(EXTENSIONS).find((type) => EXTENSIONS[type]!.includes(extension)) ?? 'document';
}

/** Callbell has the latitude in `x` and the longitude in `y`. */
function location({ coordinates, googleMapsLocation }: IDataObject): IDataObject {
	const { x, y } = asObject(coordinates);
	return { latitude: x ?? null, longitude: y ?? null, mapUrl: idText(googleMapsLocation) };
}
