import type { IDataObject } from 'n8n-workflow';
import { asObject, firstId, idText, objectsIn } from '../../../shared/json';
import type { Dialog360Event } from '../calls/event';
import { digits } from '../calls/event';

/** Fields that hold whom a message, status or preference is about, the lasting IDs first. */
const IDS = ['from_user_id', 'to_user_id', 'recipient_user_id', 'recipient_participant_user_id', 'user_id'];
const NUMBERS = ['from', 'to', 'recipient_id', 'recipient_participant_id', 'wa_id'];

/** Whom a subject is about, with what their profile says; empty texts of WhatsApp are null. */
export interface Person extends IDataObject {
	number: string | null;
	/** The hidden-number ID (BSUID), of this business, and of the enterprise that it belongs to. */
	id: string | null;
	parentId: string | null;
	name: string | null;
	username: string | null;
	/** By which the person's device is known; there only where the identity check of the number is on. */
	identityKeyHash: string | null;
}

/** The person beside a subject. Who hides the phone number has IDs only. */
export function personOf(event: Dialog360Event): Person {
	const { wa_id, user_id, parent_user_id, profile, identity_key_hash } = contactOf(event);
	const { name, username } = asObject(profile);
	return {
		number: idText(wa_id),
		id: idText(user_id),
		parentId: idText(parent_user_id),
		name: firstId(name, username),
		username: idText(username),
		identityKeyHash: idText(identity_key_hash),
	};
}

/**
 * The contact that belongs to the subject: the one with one of its IDs. A number in a contact may differ from that of
 * the message beside it, as in Brazil and Mexico; when only one contact and one person are left over, they belong
 * together.
 */
function contactOf({ subject, siblings, value }: Dialog360Event): IDataObject {
	const contacts = objectsIn(value.contacts);
	const found = contacts.find((contact) => isOf(contact, subject));
	if (found) return found;
	const lonely = contacts.filter((contact) => !siblings.some((sibling) => isOf(contact, sibling)));
	const persons = siblings.filter((sibling) => !contacts.some((contact) => isOf(contact, sibling))).map(keyOf);
	return lonely.length === 1 && new Set(persons).size === 1 ? lonely[0]! : {};
}

function isOf({ wa_id, user_id }: IDataObject, subject: IDataObject): boolean {
	const [id, number] = [idText(user_id), digits(wa_id)];
	return (
		IDS.some((key) => id !== null && idText(subject[key]) === id) ||
		NUMBERS.some((key) => number !== '' && digits(subject[key]) === number)
	);
}

function keyOf(subject: IDataObject): string {
	return firstId(...[...IDS, ...NUMBERS].map((key) => subject[key])) ?? '';
}
