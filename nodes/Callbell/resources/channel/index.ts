import type { INodeProperties } from 'n8n-workflow';
import { resource } from '../../../shared/door/resource';
import { CHANNEL_KINDS } from '../../fields/channelKinds';
import { channelLocator } from '../../fields/locators';
import type { DirectoryList } from '../directory/directoryList';
import { get } from '../directory/get';
import { getAll } from '../directory/getAll';
import { rename } from '../directory/rename';

const channels: DirectoryList = {
	one: 'channel',
	many: 'channels',
	title: 'title',
	locator: channelLocator({ required: true }),
};

const filters: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Active',
			name: 'active',
			type: 'boolean',
			default: true,
			description: 'Whether to return channels that are in use or those that are not',
		},
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: CHANNEL_KINDS,
			default: 'whatsapp',
			description: 'Only channels of this kind',
		},
	],
};

export const channel = resource('channel', [getAll(channels, filters), get(channels), rename(channels)]);
