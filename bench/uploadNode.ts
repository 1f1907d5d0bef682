import type { INodeType, INodeTypeDescription } from 'n8n-workflow';

import { PARTOO_BASE_URL } from '../nodes/Partoo/environment';
import { partoo } from '../nodes/Partoo/provider';
import type { RequestSpec } from '../nodes/shared/ask';
import { binaryFile } from '../nodes/shared/binaryFile';
import { multipart } from '../nodes/shared/multipart';
import { type Operation, toItems } from '../nodes/shared/operation';
import { door } from '../nodes/shared/request';

const upload: Operation = {
	kind: 'send',
	async run(call) {
		const file = await binaryFile(call, 'Input Binary Field', 'data');
		const answer = await call.json(
			async () =>
				({
					...call.routed,
					...multipart({}, { ...file, field: 'file', content: await file.open() }),
				}) as RequestSpec,
		);
		return toItems([answer]);
	},
};

const only = (name: string, value: string): INodeTypeDescription['properties'][number] => ({
	displayName: name,
	name,
	type: 'options',
	options: [{ name: value, value }],
	default: value,
});

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
		requestOperations: { pagination: door(partoo, { 'file.upload': upload }) },
		properties: [
			{ ...only('resource', 'file'), routing: { send: { paginate: true } } },
			{ ...only('operation', 'upload'), routing: { request: { method: 'POST', url: '/upload' } } },
		],
	};
}
