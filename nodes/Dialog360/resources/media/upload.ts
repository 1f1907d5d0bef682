import type { INodePropertyOptions } from 'n8n-workflow';
import { binaryFile } from '../../../shared/binaryFile';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { checkFile, kindOf } from '../../media/kinds';
import { uploadOnce } from '../../media/upload';

const LABEL = 'Binary Field';

export const uploadOption: INodePropertyOptions = {
	name: 'Upload',
	value: 'upload',
	action: 'Upload media',
	description: 'Upload a file and get a media ID, with which it can be sent for 30 days',
	routing: { request: { method: 'POST', url: '/media' } },
};

export const upload: Operation = {
	kind: 'keyed',
	async run(call) {
		const file = await binaryFile(call, LABEL, call.param('binaryPropertyName', 'data'));
		const kind = kindOf(file.contentType);
		checkFile(LABEL, kind, file);
		const id = await uploadOnce(call, file);
		const { fileName, contentType, size } = file;
		return toItems([{ id, fileName, mimeType: contentType, size, kind }]);
	},
};
