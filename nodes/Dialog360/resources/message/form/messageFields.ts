import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import type { OperationFields } from '../../../../shared/door/operation';
import { inOrder } from '../../../../shared/inOrder';
import { recipientField } from '../../../fields/recipient';
import type { MessageType } from '../messageType';
import { fieldsOf, typesWith, typesWithout } from './messageTypes';
import { sendOptionsField } from './sendOptions';

/**
 * The form of an operation that sends one of several types of messages. A field is shown for the types that ask for it.
 *
 * @param types the first is what the form begins with
 */
export function messageFields(types: MessageType[], description: string): OperationFields {
	const first = types[0]!.option.value;
	const typeField: INodeProperties = {
		displayName: 'Message Type',
		name: 'messageType',
		type: 'options',
		noDataExpression: true,
		options: inOrder(
			types.map(({ option }) => option),
			({ name }) => name,
		),
		default: first,
		description,
	};
	return {
		decides: [typeField],
		whom: [recipientField],
		// Shown for types of the other operation too: it is the same field then, and the form has it once.
		what: fieldsOf('fields', types).map((field) => ({ ...field, displayOptions: displayOf(field) })),
		options: [sendOptionsField],
	};
}

/** By the shorter of two lists that say the same. */
function displayOf(field: INodeProperties): IDisplayOptions {
	const [types, others] = [typesWith(field, 'fields'), typesWithout(field, 'fields')];
	return others.length < types.length ? { hide: { messageType: others } } : { show: { messageType: types } };
}
