import { defineOperation } from '../../../shared/door/operation';
import { BLOCKED_USERS, changeBlocked, userFields } from './blockedUsers';

export const unblock = defineOperation({
	value: 'unblock',
	name: 'Unblock',
	action: 'Unblock customers',
	description: 'Unblock customers; answers who was unblocked',
	request: { method: 'DELETE', url: BLOCKED_USERS },
	repeatable: true,
	fields: userFields,
	run: changeBlocked,
});
