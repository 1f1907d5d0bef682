import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { badField } from '../../../shared/failures/failure';
import { checkLength, jsonObject, requiredText } from '../../../shared/input/checks';
import { merge } from '../../../shared/json';

/** https://docs.callbell.eu/api/reference/contacts_api/patch_contacts */
const NOTE_MAX = 1000;

/** What a user set in `contactFields`. */
export interface ContactInput {
	additionalBodyFields?: unknown;
	assignedUser?: string;
	botStatus?: string;
	customFields?: { field?: Array<{ name?: unknown; value?: unknown }> };
	name?: string;
	note?: unknown;
	tags?: unknown;
	tagsAction?: 'add' | 'remove' | 'replace';
	unassign?: boolean;
}

/**
 * The optional fields of a contact as Callbell's body has them.
 *
 * @throws Failure when the note is too long, or a custom field has no name
 */
export function contactBody(item: ItemContext, input: ContactInput, tags: string[] | undefined): IDataObject {
	const note = input.note === undefined ? undefined : String(input.note ?? '');
	if (note !== undefined) checkLength('Note', note, NOTE_MAX);
	if (input.unassign && input.assignedUser) {
		throw badField('Unassign', 'is ticked beside an Assigned User', 'Take one of the two out.');
	}
	const body: IDataObject = {
		name: input.name?.trim() || undefined,
		tags,
		custom_fields: customFields(input),
		assigned_user: input.assignedUser?.trim() || undefined,
		unassign_user: input.unassign || undefined,
		team_uuid: item.param('fields.teamId', '').trim() || undefined,
		bot_status: input.botStatus || undefined,
		note,
	};
	const given = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
	return merge(given, jsonObject('Additional Body Fields', input.additionalBodyFields));
}

/** Tags as texts, from a list or from a text with commas between them; nothing where the field was not added. */
export function readTags({ tags }: ContactInput): string[] | undefined {
	if (tags === undefined || tags === null) return undefined;
	const list = Array.isArray(tags) ? tags : String(tags).split(',');
	return list.map((tag) => String(tag).trim()).filter(Boolean);
}

function customFields({ customFields: given }: ContactInput): IDataObject | undefined {
	const fields = given?.field ?? [];
	if (fields.length === 0) return undefined;
	return Object.fromEntries(
		fields.map(({ name, value }) => [
			requiredText('Custom Fields', name, "Give each field in 'Custom Fields' its name.").trim(),
			customValue(value),
		]),
	);
}

/** Checkboxes take a list, by expression or as JSON; everything else is a text, numbers too. */
function customValue(value: unknown): string | string[] {
	const list = typeof value === 'string' && value.trim().startsWith('[') ? parsedList(value) : value;
	return Array.isArray(list) ? list.map(String) : String(list ?? '');
}

function parsedList(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
