import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../../../shared/input/text';
import { readTags } from '../contactBody';
import type { ContactInput } from '../contactBody';

/**
 * All tags that the contact is to have: Callbell replaces the whole list. Nothing where the field was not added.
 *
 * @param read the contact as it is; asked for only where tags are added or removed
 */
export async function newTags(input: ContactInput, read: () => Promise<IDataObject>): Promise<string[] | undefined> {
	const given = readTags(input);
	const action = choice('Tags Action', input.tagsAction, ['add', 'remove', 'replace'], { fallback: 'add' });
	if (given === undefined || action === 'replace') return given;
	const { tags } = await read();
	const current = Array.isArray(tags) ? tags.map(String) : [];
	const named = new Set(given.map((tag) => tag.toLowerCase()));
	const others = current.filter((tag) => !named.has(tag.toLowerCase()));
	return action === 'remove' ? others : [...others, ...given];
}
