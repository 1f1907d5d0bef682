import type { IDataObject } from 'n8n-workflow';
import { asObject } from '../../../shared/json';
import type { ItemContext } from '../../../shared/door/itemContext';

/** The ten fields that workflows use most, or all of them where the user wants that. */
export function contactOutput(item: ItemContext, contact: IDataObject): IDataObject {
	if (!item.param('simplify', true)) return contact;
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
