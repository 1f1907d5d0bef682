import type { IDataObject } from 'n8n-workflow';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { limitOf, listFields } from '../../../shared/input/listFields';
import { collect, pages } from '../../../shared/transport/pages';
import { cursorAfter, PER_PAGE } from '../../provider/pages';
import { BLOCKED_USERS } from './blockedUsers';

export const getAllBlocked = defineOperation({
	value: 'getAllBlocked',
	name: 'Get Many Blocked',
	action: 'Get many blocked customers',
	description: 'Get the customers who are blocked',
	request: { method: 'GET', url: BLOCKED_USERS },
	repeatable: true,
	expects: 'data',
	fields: { what: listFields },
	async run(item) {
		const limit = limitOf(item);
		const list = pages<string>(async (after) => {
			const page = await item.json({ ...item.routed, qs: { limit: Math.min(limit, PER_PAGE), after } });
			return { entries: Array.isArray(page.data) ? (page.data as IDataObject[]) : [], next: cursorAfter(page) };
		});
		return toItems(await collect(item, list, limit));
	},
});
