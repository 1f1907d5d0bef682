import type { IDataObject } from 'n8n-workflow';
import { asObject, idText } from '../../../shared/json';
import { MEDIA_TYPES } from '../form/messageKinds';
import { errorFields } from './commonFields';

/** What a message says. Fields that only one kind of message has are there for that kind alone. */
export interface Content extends IDataObject {
	text: string | null;
	/** The ID of the tapped button or the chosen row, or the payload of a template's button. */
	replyId: string | null;
	/** The message that this one answers, reacts to, changes or deletes. */
	replyTo: string | null;
}

type Reader = (part: IDataObject, message: IDataObject) => Partial<Content>;

/** By type (https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages). */
const READERS: Record<string, Reader> = {
	...Object.fromEntries(MEDIA_TYPES.map((type) => [type, media])),
	button: ({ text, payload }) => ({ text: idText(text), replyId: idText(payload) }),
	contacts: (_, { contacts }) => ({ contacts }),
	edit: (edit) => ({ ...readContent(asObject(edit.message)), replyTo: idText(edit.original_message_id) }),
	interactive,
	location: ({ latitude, longitude, name, address }) => ({
		latitude: latitude ?? null,
		longitude: longitude ?? null,
		locationName: name ?? null,
		address: address ?? null,
	}),
	order: (order) => ({ text: idText(order.text), order }),
	reaction: ({ emoji, message_id }) => ({ text: idText(emoji), replyTo: idText(message_id) }),
	revoke: ({ original_message_id }) => ({ replyTo: idText(original_message_id) }),
	system: ({ body, wa_id, user_id, type }) => ({
		text: idText(body),
		change: type ?? null,
		newSender: idText(wa_id ?? user_id),
	}),
	text: ({ body }) => ({ text: idText(body) }),
	unsupported: ({ type }, { errors }) => {
		const { errorCode, errorMessage } = errorFields(errors);
		return { text: `[Unsupported content: ${idText(type) ?? 'unknown'}]`, errorCode, errorMessage };
	},
};

/** Reads a message of any type; one that is new gets a text that says so. */
export function readContent(message: IDataObject): Content {
	const type = idText(message.type) ?? 'unknown';
	const read = READERS[type];
	const content = read ? read(asObject(message[type]), message) : unhandled(type);
	return { text: null, replyId: null, replyTo: idText(asObject(message.context).id), ...content };
}

function unhandled(type: string): Partial<Content> {
	return { text: `[Unhandled content: ${type}]` };
}

function media({ id, mime_type, filename, caption, voice }: IDataObject): Partial<Content> {
	return {
		mediaId: idText(id),
		mimeType: idText(mime_type),
		fileName: idText(filename),
		caption: idText(caption),
		...(voice !== undefined && { isVoice: voice === true }),
	};
}

function interactive(part: IDataObject): Partial<Content> {
	const type = idText(part.type) ?? 'unknown';
	const answer = asObject(part[type]);
	switch (type) {
		case 'button_reply':
		case 'list_reply':
			return {
				text: idText(answer.title),
				replyId: idText(answer.id),
				...(type === 'list_reply' && { description: answer.description ?? null }),
			};
		case 'nfm_reply':
			return { text: idText(answer.body), flowName: idText(answer.name), answers: parse(answer.response_json) };
		default:
			return unhandled(type);
	}
}

/** What a customer filled into a flow, which comes as a text; one that is no JSON stays a text. */
function parse(json: unknown): IDataObject[string] {
	try {
		return JSON.parse(String(json)) as IDataObject;
	} catch {
		return idText(json);
	}
}
