import type { IDataObject } from 'n8n-workflow';
import { asObject, idText } from '../../../shared/json';
import { comparable } from '../../../shared/delivery/likeness';

/** What Partoo's list shows of a message, and by which one is known again. */
export interface Likeness {
	conversation: string;
	type: string;
	/** The text, or the address of the media. */
	content: string;
}

/** The look of a message by the body that sends it; undefined for an upload, which gets an address of Partoo's own. */
export function likenessOfBody({ conversation_id, content_type, content, url }: IDataObject): Likeness | undefined {
	const shown = content ?? url;
	return shown === undefined ? undefined : likeness(conversation_id, content_type, shown);
}

/** The look of a message in the list (https://developers.partoo.co/api-reference/messages/list-messages). */
export function likenessOfMessage({ conversation_id, content_type, content }: IDataObject): Likeness {
	return likeness(conversation_id, content_type, content);
}

function likeness(conversation: unknown, type: unknown, content: unknown): Likeness {
	const shown = typeof content === 'object' ? asObject(content).url : content;
	return { conversation: String(conversation), type: String(type), content: comparable(shown) };
}

/** Equal for messages of the same look. */
export function fingerprint(look: Likeness): string {
	return JSON.stringify([look.conversation, look.type, look.content]);
}

/**
 * Whether a listed message can be one of ours: colleagues' messages name who wrote them, Partoo's automations are
 * marked, and what was ingested into a custom channel has an ID of the other system.
 */
export function isOfNobodyElse({ sender_type, user_id, is_automated, custom_channel }: IDataObject): boolean {
	const isIngested = idText(asObject(custom_channel).external_message_id) !== null;
	return sender_type === 'User' && idText(user_id) === null && is_automated !== true && !isIngested;
}
