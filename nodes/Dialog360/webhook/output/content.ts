import type { IDataObject } from 'n8n-workflow';
import { asObject, asText, entryOf, firstId, idText, isObject, objectsIn } from '../../../shared/json';
import { MEDIA_TYPES, typeOf } from '../form/messageKinds';
import { isoOf } from '../calls/timestamp';

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
	contacts: (_, { contacts }) => ({ contacts, sharedPhoneNumber: firstNumber(contacts) }),
	edit: (edit) => ({ ...readContent(asObject(edit.message)), replyTo: idText(edit.original_message_id) }),
	interactive,
	location: ({ latitude, longitude, name, address, url }) => ({
		latitude: latitude ?? null,
		longitude: longitude ?? null,
		locationName: name ?? null,
		address: address ?? null,
		locationUrl: idText(url),
	}),
	order: (order) => ({ text: idText(order.text), order }),
	reaction: ({ emoji, message_id }) => ({ text: idText(emoji), replyTo: idText(message_id) }),
	revoke: ({ original_message_id }) => ({ replyTo: idText(original_message_id) }),
	system: ({ body, wa_id, new_wa_id, user_id, type }) => ({
		text: idText(body),
		change: idText(type),
		newSender: firstId(wa_id, new_wa_id, user_id),
	}),
	text: ({ body }) => ({ text: idText(body) }),
	unsupported: ({ type }) => ({ text: `[Unsupported content: ${idText(type) ?? 'unknown'}]` }),
};

/** Reads a message of any type; one that is new gets a text that says so. */
export function readContent(message: IDataObject): Content {
	const type = typeOf(message) ?? Object.keys(READERS).find((name) => isObject(message[name])) ?? 'unknown';
	const read = entryOf(READERS, type);
	const content = read ? read(asObject(message[type]), message) : unhandled(type);
	return { text: null, replyId: null, replyTo: idText(asObject(message.context).id), ...content };
}

function unhandled(type: string): Partial<Content> {
	return { text: `[Unhandled content: ${type}]` };
}

function media({ id, mime_type, filename, caption, voice, animated }: IDataObject): Partial<Content> {
	return {
		mediaId: idText(id),
		mimeType: idText(mime_type),
		fileName: idText(filename),
		caption: idText(caption),
		...(voice !== undefined && { isVoice: voice === true }),
		...(animated !== undefined && { isAnimated: animated === true }),
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
		case 'call_permission_reply':
			return {
				callPermission: idText(answer.response),
				isCallPermissionPermanent: answer.is_permanent === true,
				callPermissionExpires: isoOf(answer.expiration_timestamp),
				callPermissionSource: idText(answer.response_source),
			};
		default:
			return unhandled(type);
	}
}

/** The number in the first card that has one; WhatsApp's own writing of it where it knows the number. */
function firstNumber(contacts: unknown): string | null {
	const phones = objectsIn(contacts).flatMap((card) => objectsIn(card.phones));
	return firstId(...phones.map(({ wa_id, phone }) => firstId(wa_id, phone)));
}

/** What a customer filled into a flow, which comes as a text; one that is no JSON stays a text. */
function parse(json: unknown): IDataObject[string] {
	try {
		return JSON.parse(asText(json)) as IDataObject;
	} catch {
		return idText(json);
	}
}
