import type { INodeProperties } from 'n8n-workflow';
import type { Operations } from '../../../shared/door/operation';
import { deleteMedia, deleteOption } from './delete';
import { download, downloadOption } from './download';
import { get, getOption } from './get';
import { upload, uploadOption } from './upload';

const resource = ['media'];

export const mediaOperations: Operations = {
	'media.delete': deleteMedia,
	'media.download': download,
	'media.get': get,
	'media.upload': upload,
};

export const mediaProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource } },
		options: [deleteOption, downloadOption, getOption, uploadOption],
		default: 'upload',
	},
	{
		displayName: 'Media ID',
		name: 'mediaId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 1166846181421424',
		description: 'The ID as Upload or the trigger gave it. Files of customers live 7 days, uploaded ones 30.',
		displayOptions: { show: { resource, operation: ['delete', 'download', 'get'] } },
	},
	{
		displayName: 'Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		default: 'data',
		hint: 'The name of the field that holds the file, or that gets it',
		displayOptions: { show: { resource, operation: ['download', 'upload'] } },
	},
];
