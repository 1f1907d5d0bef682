import type { INodeProperties } from 'n8n-workflow';
import { markMessagesField } from '../../../shared/delivery/mark';
import type { OperationFields } from '../../../shared/door/operation';
import { optionsField, textField } from '../../fields/common';
import { defaultCountryCodeOption, recipientField, recipientTypeOption } from '../../fields/recipient';
import { messageTypes } from './content';
import { flattenOption } from './templateValueFields';
import { interactiveTypes } from './interactive';
import type { MessageType } from './messageType';
import { inOrder } from '../../../shared/inOrder';

/** Those of every message; the others stand with the type of message that has them. */
export const commonOptions: INodeProperties[] = [
	{
		displayName: 'Additional Body Fields',
		name: 'additionalBodyFields',
		type: 'json',
		default: '{}',
		placeholder: 'e.g. {"text": {"preview_url": true}}',
		description: 'JSON object that is merged into the request, for what WhatsApp adds beyond this form',
	},
	defaultCountryCodeOption,
	textField('Identity Key Hash', 'identityKeyHash', {
		placeholder: 'e.g. DF2lS5v2W6x=',
		description:
			'The message arrives only if the customer still has the device or account that this hash stands for. The trigger gives the hash where the identity check of the number is on.',
	}),
	markMessagesField('Tracking Text'),
	recipientTypeOption,
	textField('Reply To Message ID', 'replyTo', {
		placeholder: 'e.g. wamid.HBgLMTY1MDM4Nzk0MzkVAgAS',
		description: 'The message that this one answers; WhatsApp shows it above',
		// A reaction names its message itself.
		displayOptions: { hide: { '/messageType': ['reaction'] } },
	}),
	textField('Tracking Text', 'trackingText', {
		placeholder: 'e.g. order-4711',
		description: 'Comes back with every status event of the message (biz_opaque_callback_data)',
	}),
];

const ALL_TYPES = [...messageTypes, ...interactiveTypes];

/** One collection for all operations that send; the options of a type are offered with that type. */
export const sendOptionsField = optionsField([
	...commonOptions,
	{ ...flattenOption, displayOptions: { show: { '/operation': ['sendTemplate'] } } },
	...fieldsOf(ALL_TYPES, 'options').map((option) => ({
		...option,
		displayOptions: {
			show: { '/operation': ['send', 'sendInteractive'], '/messageType': typesWith(option, 'options') },
		},
	})),
]);

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
		what: fieldsOf(types, 'fields').map((field) => ({
			...field,
			displayOptions: { show: { messageType: typesWith(field, 'fields') } },
		})),
		options: [sendOptionsField],
	};
}

function fieldsOf(types: MessageType[], group: 'fields' | 'options'): INodeProperties[] {
	return [...new Set(types.flatMap((type) => type[group] ?? []))];
}

function typesWith(field: INodeProperties, group: 'fields' | 'options') {
	const types = ALL_TYPES.filter((type) => type[group]?.includes(field));
	return [...new Set(types.map(({ option }) => option.value))];
}
