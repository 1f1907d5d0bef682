import type { INodePropertyOptions } from 'n8n-workflow';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { mediaDetails } from '../../media/details';
import { mediaId } from '../../media/reference';

export const getOption: INodePropertyOptions = {
	name: 'Get',
	value: 'get',
	action: 'Get media',
	description: 'Get kind, size and checksum of a file',
	routing: { request: { method: 'GET' } },
};

export const get: Operation = {
	kind: 'read',
	async run(call) {
		const id = mediaId('Media ID', call.param('mediaId', ''));
		return toItems([{ ...(await mediaDetails(call, id)) }]);
	},
};
