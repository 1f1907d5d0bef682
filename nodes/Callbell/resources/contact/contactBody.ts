import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { badField } from '../../../shared/failures/failure';
import { addedEntries, byKey } from '../../../shared/input/collection';
import { optionalEmail } from '../../../shared/input/identifier';
import { jsonObject } from '../../../shared/input/json/json';
import { isList, list } from '../../../shared/input/list';
import { checkLength, optionalChoice, requiredText, text } from '../../../shared/input/text';
import { toggle } from '../../../shared/input/toggle';
import { optionalUuid } from '../../fields/locators';
import { merge } from '../../../shared/json';
import { BOT_WORDS } from '../../fields/common';

/** https://docs.callbell.eu/api/reference/contacts_api/patch_contacts */
const NOTE_MAX = 1000;

/** What a user set in `contactDetails`; each value is still to be read by its type. */
export type ContactInput = Record<string, unknown>;

/**
 * The optional fields of a contact as Callbell's body has them.
 *
 * @throws Failure when the note is too long, or a custom field has no name
 */
export function contactBody(item: ItemContext, input: ContactInput, tags: string[] | undefined): IDataObject {
	// An empty text clears the note; what the item lacks leaves it as it is.
	const note = input.note === undefined || input.note === null ? undefined : text('Note', input.note);
	if (note !== undefined) checkLength('Note', note, NOTE_MAX);
	const assignedUser = optionalEmail('Assigned User', input.assignedUser);
	const unassign = toggle('Unassign', input.unassign);
	if (unassign && assignedUser) {
		throw badField('Unassign', 'is switched on beside an Assigned User', 'Take one of the two out.');
	}
	const body: IDataObject = {
		name: text('Name', input.name).trim() || undefined,
		tags,
		custom_fields: customFields(input),
		assigned_user: assignedUser || undefined,
		unassign_user: unassign || undefined,
		team_uuid: optionalUuid('Team', item.param('fields.teamId', '')) || undefined,
		bot_status: optionalChoice('Bot Status', input.botStatus, BOT_WORDS) || undefined,
		note,
	};
	const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
	return merge(given, jsonObject('Additional Body Fields', input.additionalBodyFields));
}

/** Tags as texts, from a list, or a text with commas or semicolons between them; nothing without the field. */
export function readTags({ tags }: ContactInput): string[] | undefined {
	return tags === undefined || tags === null ? undefined : list('Tags', tags);
}

function customFields({ customFields: given }: ContactInput): IDataObject | undefined {
	const named = addedEntries('Custom Fields', 'field', given).flatMap(({ name, value }, index) => {
		const place = `Custom Fields > ${index + 1}`;
		const key = requiredText(`${place} > Name`, name, "Give each field in 'Custom Fields' its name.").trim();
		// An empty text clears the field; what the item lacks leaves it as it is.
		return value === null || value === undefined ? [] : [[key, customValue(`${place} > Value`, value)] as const];
	});
	return named.length > 0 ? byKey('Custom Fields', named) : undefined;
}

/** Checkboxes take a list, by expression or as JSON; everything else is a text, numbers too. */
function customValue(label: string, value: unknown): string | string[] {
	return isList(value) ? list(label, value) : text(label, value);
}
