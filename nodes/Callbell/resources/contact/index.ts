import type { INodeProperties } from 'n8n-workflow';
import type { Operations } from '../../../shared/door/operation';
import { create, createOption } from './create';
import { deleteContact, deleteOption } from './delete';
import { contactFields } from './fields';
import { get, getAll, getAllOption, getOption } from './get';
import { getMessages, getMessagesOption } from './getMessages';
import { update, updateOption } from './update';

export const contactOperations: Operations = {
	'contact.create': create,
	'contact.delete': deleteContact,
	'contact.get': get,
	'contact.getAll': getAll,
	'contact.getMessages': getMessages,
	'contact.update': update,
};

export const contactProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['contact'] } },
		options: [createOption, deleteOption, getOption, getAllOption, getMessagesOption, updateOption],
		default: 'get',
	},
	...contactFields,
];
