import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../../../shared/failures/failure';
import { entries as readEntries } from '../../../../shared/input/collection';
import { optionalDay } from '../../../../shared/input/date';
import { asJson, jsonObject } from '../../../../shared/input/json/json';
import { entryOf } from '../../../../shared/json';
import { entriesOf } from '../../../fields/entries';
import { CONTACTS_MAX } from '../../../provider/limits';
import type { MessageType } from '../messageType';
import { contactsField } from './contactFields';
import { cardText } from './contactReaders';

const NAME_FIELDS = ['formatted_name', 'first_name', 'last_name', 'middle_name', 'prefix', 'suffix'];
const ORGANIZATION_FIELDS = ['company', 'department', 'title'];
/** Where the label is not the name in words. */
const LABELS: Record<string, string> = {
	prefix: 'Name Prefix',
	suffix: 'Name Suffix',
	title: 'Job Title',
	url: 'URL',
	urls: 'URLs',
	wa_id: 'WhatsApp ID',
	zip: 'ZIP',
};

type Fields = Record<string, unknown>;

/** By what dates and phone numbers are read: the workflow's time zone, and the country code of numbers without one. */
interface Reading {
	zone: string;
	code: unknown;
}

const LISTS = ['addresses', 'emails', 'phones', 'urls'];

/**
 * Contact cards (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/contacts-messages). The form's
 * fields have the names that WhatsApp gives them: `{ contact: [{ formatted_name, first_name, …, phones: { entry:
 * [{ phone, type, wa_id }] }, …, more: { birthday, company, … } }] }`.
 */
export const contacts: MessageType = {
	option: { name: 'Contacts', value: 'contacts' },
	fields: [contactsField],
	content({ param, zone, options }) {
		const given = param('contacts', {});
		const contact = entriesOf('Contacts', 'contact', given, CONTACTS_MAX, 'Send the others in another message.');
		return {
			type: 'contacts',
			contacts: contact.map((one, index) => card(one, index, { zone, code: options.defaultCountryCode })),
		};
	},
};

function card({ more, ...main }: Fields, index: number, { zone, code }: Reading): IDataObject {
	const where = `Contacts > ${index + 1}`;
	const fields = { ...main, ...jsonObject(`${where} > More`, more, undefined, asJson) };
	const name = pick(where, fields, NAME_FIELDS);
	const label = `${where} > Formatted Name`;
	if (name.formatted_name === undefined)
		throw badField(label, 'is empty', 'Give the name as the customer will see it.');
	if (Object.keys(name).length < 2) {
		throw badField(
			label,
			'stands alone; WhatsApp wants one more part of the name',
			'Fill in First Name or Last Name as well.',
		);
	}
	const birthday = optionalDay(`${where} > Birthday`, fields.birthday, zone);
	const org = pick(where, fields, ORGANIZATION_FIELDS);
	return {
		name,
		...(Object.keys(org).length > 0 && { org }),
		...(birthday && { birthday }),
		...Object.fromEntries(
			LISTS.map((list) => [list, details(`${where} > ${labelOf(list)}`, fields[list], code)]).filter(
				([, list]) => list!.length > 0,
			),
		),
	};
}

function details(label: string, given: unknown, code: unknown): IDataObject[] {
	return readEntries(label, 'entry', given)
		.map((fields, index) => pick(`${label} > ${index + 1}`, fields, Object.keys(fields), code))
		.filter((fields) => Object.keys(fields).length > 0);
}

/** The named fields that are filled in, as texts. */
function pick(where: string, fields: Fields, names: string[], code?: unknown): IDataObject {
	const texts = names.map((name) => [name, cardText(name, `${where} > ${labelOf(name)}`, fields[name], code)] as const);
	return Object.fromEntries(texts.filter(([, given]) => given !== ''));
}

/** The label of a field in the form: `job_title` is Job Title there. */
function labelOf(name: string): string {
	return (
		entryOf(LABELS, name) ??
		name.replace(/(^|_)([a-z])/g, (_, gap: string, letter: string) => (gap && ' ') + letter.toUpperCase())
	);
}
