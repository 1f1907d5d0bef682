import { defineOperation } from '../../../shared/door/operation';
import { BLOCKED_USERS, changeBlocked, userFields } from './blockedUsers';

export const block = defineOperation({
	value: 'block',
	name: 'Block',
	action: 'Block users',
	description: 'Take no more messages of customers, who must have written in the last 24 hours',
	request: { method: 'POST', url: BLOCKED_USERS },
	repeatable: true,
	fields: userFields,
	run: changeBlocked,
});
