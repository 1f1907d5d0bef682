import { defineOperation } from '../../../shared/door/operation';
import { BLOCKED_USERS, changeBlocked, userFields } from './blockedUsers';

export const block = defineOperation({
	value: 'block',
	name: 'Block',
	action: 'Block customers',
	description: 'Block customers who wrote in the last 24 hours; answers who is blocked now',
	request: { method: 'POST', url: BLOCKED_USERS },
	repeatable: true,
	fields: userFields,
	run: changeBlocked,
});
