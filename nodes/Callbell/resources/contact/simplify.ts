import type { IDataObject } from 'n8n-workflow';
import type { Call } from '../../../shared/call';
import { asObject } from '../../../shared/call';

/** The ten fields that workflows use most, or all of them where the user wants that. */
export function contactOutput(call: Call, contact: IDataObject): IDataObject {
	if (!call.param('simplify', true)) return contact;
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
