import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { isSimplified } from '../../../shared/input/listFields';
import { asObject } from '../../../shared/json';

/** The ten fields that workflows use most, or all of them where the user wants that. */
export function contactOutput(item: ItemContext, contact: IDataObject): IDataObject {
	if (!isSimplified(item)) return contact;
	const { uuid, name, phoneNumber, bsuid, source, tags, assignedUser, team, customFields, closedAt } = contact;
	return {
		uuid,
		name,
		phoneNumber,
		bsuid,
		source,
		tags,
		assignedUser,
		team: asObject(team).name ?? null,
		customFields,
		closedAt,
	};
}

/** What to ask for so that the types of custom fields come as well; they are no part of the simple form. */
export function fieldTypes(item: ItemContext): IDataObject {
	return isSimplified(item) ? {} : { include_field_types: 'true' };
}
