import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

import { PARTOO_BASE_URL } from '../nodes/Partoo/provider/environment';
import { partoo } from '../nodes/Partoo/provider/provider';
import type { RequestSpec } from '../nodes/shared/door/request';
import { file as readFile } from '../nodes/shared/input/files/file';
import { multipart } from '../nodes/shared/transport/multipart';
import { defineOperation, toItems } from '../nodes/shared/door/operation';
import { door } from '../nodes/shared/door/door';
import { propertiesOf, resource } from '../nodes/shared/door/resource';

const upload = defineOperation({
	value: 'upload',
	name: 'Upload',
	action: 'Upload file',
	description: 'Upload a file of any size',
	request: { method: 'POST', url: '/upload' },
	repeatable: false,
	async run(item) {
		const upload = await readFile('Input Binary Field', 'data', item);
		const answer = await item.json(
			async () =>
				({
					...item.routed,
					...multipart({}, { ...upload, field: 'file', content: await upload.open() }),
				}) as RequestSpec,
		);
		return toItems([answer]);
	},
});

const file = resource('file', [upload]);

/** A file of any size through the door and the streamed body: Partoo's own operation takes images up to 5 MB only. */
export class UploadNode implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Upload',
		name: 'upload',
		group: ['output'],
		version: 1,
		description: 'Uploads a file',
		defaults: { name: 'Upload' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'partooApi', required: true }],
		requestDefaults: { baseURL: PARTOO_BASE_URL },
		requestOperations: { pagination: door(partoo, [file]) },
		properties: propertiesOf([file], file),
	};
}
