import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../../../shared/failures/failure';
import { asObject } from '../../../../shared/json';
import { entriesOf } from '../../../fields/entries';
import { CONTACTS_MAX } from '../../../provider/limits';
import type { MessageType } from '../messageType';
import { contactsField } from './contactFields';

const NAME_FIELDS = ['formatted_name', 'first_name', 'last_name', 'middle_name', 'prefix', 'suffix'];
const ORGANIZATION_FIELDS = ['company', 'department', 'title'];
const LISTS = ['addresses', 'emails', 'phones', 'urls'];

/**
 * Contact cards (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/contacts-messages). The form's
 * fields have the names that WhatsApp gives them: `{ contact: [{ formatted_name, first_name, …, phones: { entry:
 * [{ phone, type, wa_id }] }, …, more: { birthday, company, … } }] }`.
 */
export const contacts: MessageType = {
	option: { name: 'Contacts', value: 'contacts', description: 'Contact cards' },
	fields: [contactsField],
	content({ param }) {
		const given = param('contacts', {});
		const contact = entriesOf('Contacts', 'contact', given, CONTACTS_MAX, 'Send the others in another message.');
		return { type: 'contacts', contacts: contact.map(card) };
	},
};

function card({ more, ...main }: IDataObject, index: number): IDataObject {
	const fields = { ...main, ...(more as IDataObject) };
	const name = pick(fields, NAME_FIELDS);
	const label = `Contacts > ${index + 1} > Formatted Name`;
	if (name.formatted_name === undefined)
		throw badField(label, 'is empty', 'Give the name as the customer will see it.');
	if (Object.keys(name).length < 2) {
		throw badField(
			label,
			'stands alone; WhatsApp wants one more part of the name',
			'Fill in First Name or Last Name as well.',
		);
	}
	const org = pick(fields, ORGANIZATION_FIELDS);
	return {
		name,
		...(Object.keys(org).length > 0 && { org }),
		...pick(fields, ['birthday']),
		...Object.fromEntries(LISTS.map((list) => [list, entries(fields[list])]).filter(([, list]) => list!.length > 0)),
	};
}

function entries(collection: unknown): IDataObject[] {
	const { entry = [] } = asObject(collection) as { entry?: IDataObject[] };
	return entry.map((fields) => pick(fields, Object.keys(fields))).filter((fields) => Object.keys(fields).length > 0);
}

/** The named fields that are filled in, as texts. */
function pick(fields: IDataObject, names: string[]): IDataObject {
	const filled = names.filter((name) => String(fields[name] ?? '').trim() !== '');
	return Object.fromEntries(filled.map((name) => [name, String(fields[name]).trim()]));
}
