import type { INodePropertyOptions } from 'n8n-workflow';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { collect, pages } from '../../../shared/pagination';
import { contactPath } from '../../contacts';
import { listOf } from '../../envelopes';
import { limitOf } from '../../lists';

export const getMessagesOption: INodePropertyOptions = {
	name: 'Get Messages',
	value: 'getMessages',
	action: 'Get messages of contact',
	description: 'Get the messages of a contact, newest first',
	routing: { request: { method: 'GET' } },
};

export const getMessages: Operation = {
	kind: 'read',
	async run(call) {
		const url = `${await contactPath(call)}/messages`;
		let first: string | undefined;
		// The answer does not tell how many pages there are: the list ends with an empty one, or with one that was there.
		const list = pages<number>(async (page = 1) => {
			const entries = listOf(await call.request({ method: 'GET', url, qs: { page } }), 'messages');
			const before = first;
			first = JSON.stringify(entries[0]);
			const isEnd = entries.length === 0 || first === before;
			return { entries: isEnd ? [] : entries, next: isEnd ? null : page + 1 };
		});
		return toItems(await collect(list, limitOf(call)));
	},
};
