import { defineOperation, toItems } from '../../../shared/door/operation';
import { file } from '../../../shared/input/files/file';
import { checkFile, kindOfFile } from '../../media/fileRules';
import { uploadOnce } from '../../media/uploadOnce';
import { binaryNameField } from './mediaFields';

const LABEL = binaryNameField.displayName;

export const upload = defineOperation({
	value: 'upload',
	name: 'Upload',
	action: 'Upload media',
	description: 'Upload a file; answers a media ID, with which it can be sent for 30 days',
	repeatable: true,
	fields: { what: [binaryNameField] },
	async run(item) {
		const given = await file(LABEL, item.param('binaryPropertyName', 'data'), item);
		const { fileName, contentType, size } = given;
		const kind = kindOfFile(contentType);
		checkFile(LABEL, kind, given);
		const id = await uploadOnce(item, given);
		return toItems([{ id, fileName, mimeType: contentType, size, kind }]);
	},
});
