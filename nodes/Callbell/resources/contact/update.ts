import type { INodePropertyOptions } from 'n8n-workflow';
import type { Call } from '../../../shared/call';
import { badField } from '../../../shared/failure';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { contactPath } from '../../contacts';
import { entryOf } from '../../envelopes';
import { contactBody, readTags } from './body';
import type { ContactInput } from './body';

export const updateOption: INodePropertyOptions = {
	name: 'Update',
	value: 'update',
	action: 'Update contact',
	description: 'Change the tags, custom fields, team, note or assignment of a contact',
	routing: { request: { method: 'PATCH' } },
};

export const update: Operation = {
	kind: 'keyed',
	async run(call) {
		const input = call.param<ContactInput>('fields', {});
		if (Object.keys(contactBody(call, input, readTags(input))).length === 0) {
			throw badField('Fields', 'is empty', "Add what is to change in 'Fields'.");
		}
		const url = await contactPath(call);
		const body = contactBody(call, input, await newTags(call, url, input));
		return toItems([entryOf(await call.request({ ...call.routed, url, body }), 'contact')]);
	},
};

/** All tags that the contact is to have: Callbell replaces the whole list. */
async function newTags(call: Call, url: string, input: ContactInput): Promise<string[] | undefined> {
	const given = readTags(input);
	const { tagsAction = 'add' } = input;
	if (given === undefined || tagsAction === 'replace') return given;
	const { tags } = entryOf(await call.request({ method: 'GET', url }, { isRead: true }), 'contact');
	const current = Array.isArray(tags) ? tags.map(String) : [];
	const named = new Set(given.map((tag) => tag.toLowerCase()));
	const others = current.filter((tag) => !named.has(tag.toLowerCase()));
	return tagsAction === 'remove' ? others : [...others, ...given];
}
