import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { choice } from '../../../shared/input/text';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { conversationField, userLocator } from '../../fields/locators';
import { conversationIdOf, userId } from '../../fields/ids';

const CHANGES = ['assign', 'close', 'reopen', 'unassign'] as const;
type Change = (typeof CHANGES)[number];

/**
 * The JSON body of `PATCH /conversations/{id}`: one change per request, as Partoo demands. Partoo reads the status
 * in lower case, though it answers it capitalised.
 */
function updateBody(change: Change, user: unknown): IDataObject {
	if (change === 'close') return { status: 'closed' };
	if (change === 'reopen') return { status: 'open' };
	if (change === 'unassign') return { assigned_user_id: 'unassigned' };
	return { assigned_user_id: userId(user) };
}

const changeField: INodeProperties = {
	displayName: 'Change',
	name: 'change',
	type: 'options',
	options: [
		{
			name: 'Assign',
			value: 'assign',
			description: 'Give the conversation to a colleague (enterprise organizations)',
		},
		{ name: 'Close', value: 'close' },
		{ name: 'Re-Open', value: 'reopen', description: 'Not possible when the conversation has expired' },
		{ name: 'Unassign', value: 'unassign' },
	],
	default: 'close',
	description: 'What to change. Partoo takes one change per request.',
};

// Not `required`: beside a choice by expression n8n wants all of its fields. What is missing is said by the run.
const colleague = userLocator({
	description: 'The colleague: active, not a bot, and with access to the business',
	displayOptions: { show: { change: ['assign'] } },
});

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update conversation',
	description: 'Close, re-open, assign or unassign a conversation; answers success',
	repeatable: true,
	expects: { status: 'success' },
	fields: {
		decides: [changeField],
		whom: [conversationField],
		what: [colleague],
	},
	async run(item) {
		const id = conversationIdOf(item.param('conversationId', ''));
		const change = choice('Change', item.param('change', null), CHANGES);
		const body = updateBody(change, item.param('userId', ''));
		const answer = await item.json({ method: 'PATCH', url: `/conversations/${id}`, body });
		return toItems([{ ...answer, conversationId: String(id), change }]);
	},
});
