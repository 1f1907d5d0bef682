import type { INodeExecutionData } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { toItems } from '../../../shared/door/operation';
import type { OperationFields } from '../../../shared/door/operation';
import { badField } from '../../../shared/failures/failure';
import { collection } from '../../../shared/input/collection';
import { optionalIdentifier } from '../../../shared/input/identifier';
import { list } from '../../../shared/input/list';
import { phoneNumber } from '../../../shared/input/phone/phoneNumber';
import { optionsField, textField } from '../../fields/common';
import { defaultCountryCodeOption, isHiddenNumberId } from '../../fields/recipient';

export const BLOCKED_USERS = '/block_users';
/** Of one request (https://developers.facebook.com/docs/whatsapp/cloud-api/block-users). */
const USERS_MAX = 1000;

/** The form of Block and Unblock. */
export const userFields: OperationFields = {
	whom: [
		textField('Customers', 'users', {
			required: true,
			placeholder: 'e.g. +49 151 12345678, +33 6 12 34 56 78',
			description: 'Phone numbers with country code, or BSUIDs, separated by commas or as a list',
		}),
	],
	options: [optionsField([defaultCountryCodeOption])],
};

/** Blocks or unblocks customers (https://developers.facebook.com/docs/whatsapp/cloud-api/block-users). */
export async function changeBlocked(item: ItemContext): Promise<INodeExecutionData[]> {
	const { defaultCountryCode } = collection(item, 'Options', 'options');
	const users = usersOf(item.param<unknown>('users', ''), defaultCountryCode);
	const block_users = users.map((user) => ({ user }));
	return toItems([await item.json({ ...item.routed, body: { messaging_product: 'whatsapp', block_users } })]);
}

/** Phone numbers or hidden-number IDs, as a list or with commas, semicolons or line breaks between them. */
function usersOf(value: unknown, defaultCountryCode: unknown): string[] {
	const users = list('Customers', value, optionalIdentifier);
	if (users.length === 0)
		throw badField('Customers', 'is empty', "Give phone numbers in 'Customers', with commas between them.");
	if (users.length > USERS_MAX) {
		throw badField(
			'Customers',
			`holds ${users.length} customers; WhatsApp takes ${USERS_MAX} at a time`,
			'Divide them, e.g. into an item for each 1000.',
		);
	}
	return users.map((user) =>
		isHiddenNumberId(user) ? user : `+${phoneNumber('Customers', user, defaultCountryCode)}`,
	);
}
