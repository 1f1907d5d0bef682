import type { INodeProperties } from 'n8n-workflow';
import type { Operations } from '../../../shared/door/operation';
import { blockFields, blockOption, changeBlocked, getAllBlocked, getAllBlockedOption, unblockOption } from './block';
import { getAsItIs, getHealthOption, getProfileOption } from './getters';
import { getWebhook, getWebhookOption } from './getWebhook';
import { updateProfile, updateProfileFields, updateProfileOption } from './updateProfile';

export const accountOperations: Operations = {
	'account.block': changeBlocked,
	'account.getAllBlocked': getAllBlocked,
	'account.getHealth': getAsItIs,
	'account.getProfile': getAsItIs,
	'account.getWebhook': getWebhook,
	'account.unblock': changeBlocked,
	'account.updateProfile': updateProfile,
};

export const accountProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['account'] } },
		options: [
			blockOption,
			getHealthOption,
			getAllBlockedOption,
			getProfileOption,
			getWebhookOption,
			unblockOption,
			updateProfileOption,
		],
		default: 'getHealth',
	},
	...blockFields,
	...updateProfileFields,
];
