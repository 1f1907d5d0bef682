import { binaryFile } from '../../../shared/input/binaryFile';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { checkFile, kindOf } from '../../media/mediaKinds';
import { uploadOnce } from '../../media/upload';

const LABEL = 'Binary Field';

export const upload = defineOperation({
	name: 'Upload',
	value: 'upload',
	action: 'Upload media',
	description: 'Upload a file and get a media ID, with which it can be sent for 30 days',
	request: { method: 'POST', url: '/media' },
	repeatable: true,
	async run(item) {
		const file = await binaryFile(item, LABEL, item.param('binaryPropertyName', 'data'));
		const kind = kindOf(file.contentType);
		checkFile(LABEL, kind, file);
		const id = await uploadOnce(item, file);
		const { fileName, contentType, size } = file;
		return toItems([{ id, fileName, mimeType: contentType, size, kind }]);
	},
});
