import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { badField, Failure } from '../../../shared/failures/failure';
import { settled } from '../../../shared/failures/settled';
import { collection } from '../../../shared/input/collection';
import { requiredText } from '../../../shared/input/text';
import { contactFields, nameField } from '../../fields/common';
import { WHATSAPP } from '../../fields/recipient';
import { entryAbout } from '../../provider/answers';
import { contactBody } from './contactBody';
import type { ContactInput } from './contactBody';
import { contactDetails } from './contactDetails';
import { contactAddress, contactAt } from './findContact';
import type { ContactAddress } from './findContact';
import { makeContact } from './steps/makeContact';
import { newTags } from './steps/newTags';
import { oneAtATime } from './steps/oneAtATime';

export const upsert = defineOperation({
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update contact',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	repeatable: false,
	fields: { whom: contactFields, what: [nameField], options: [contactDetails] },
	async run(item) {
		const input = collection(item, 'Fields', 'fields');
		const name = requiredText('Name', item.param('name', '')).trim();
		const address = contactAddress(item);
		return await oneAtATime(item.account, JSON.stringify(address), async () => {
			const known = await contactAt(item, address);
			return toItems([known ? await change(item, known, input, name) : await make(item, address, input, name)]);
		});
	},
});

async function change(item: ItemContext, known: IDataObject, input: ContactInput, name: string): Promise<IDataObject> {
	const body = { ...contactBody(item, input, await newTags(input, async () => known)), name };
	const uuid = String(known.uuid);
	const url = `/contacts/${encodeURIComponent(uuid)}`;
	const answer = await item.request({ method: 'PATCH', url, body }, { repeatable: true });
	return { ...entryAbout(answer, { uuid }, 'contact'), isNew: false };
}

/** Another workflow may make the contact at the same moment: what it made is changed then. */
async function make(
	item: ItemContext,
	address: ContactAddress,
	input: ContactInput,
	name: string,
): Promise<IDataObject> {
	if (address.phone === undefined) {
		throw badField(
			'Contact',
			'names a contact that Callbell does not have, and one can be created by its phone number only',
			'Name it by phone number. Customers who hide theirs become contacts when they write.',
		);
	}
	const details = contactBody(item, input, await newTags(input, async () => ({})));
	// Nobody is assigned yet.
	delete details.unassign_user;
	const body = { identifier: address.phone, source: WHATSAPP, ...address.qs, ...details, name };
	const made = await settled(makeContact(item, { method: 'POST', url: '/contacts', body }));
	if (made.status === 'fulfilled') return { ...made.value, isNew: true };
	const isRefused = made.reason instanceof Failure && made.reason.outcome === 'refused';
	const other = isRefused ? await contactAt(item, address) : undefined;
	if (!other) throw made.reason;
	return await change(item, other, input, name);
}
