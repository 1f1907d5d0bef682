import type { INodePropertyOptions } from 'n8n-workflow';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { mediaId } from '../../media/reference';

export const deleteOption: INodePropertyOptions = {
	name: 'Delete',
	value: 'delete',
	action: 'Delete media',
	description: 'Delete an uploaded file',
	routing: { request: { method: 'DELETE' } },
};

export const deleteMedia: Operation = {
	kind: 'keyed',
	async run(call) {
		const id = mediaId('Media ID', call.param('mediaId', ''));
		await call.request({ ...call.routed, url: `/${id}` });
		return toItems([{ deleted: true, id }]);
	},
};
