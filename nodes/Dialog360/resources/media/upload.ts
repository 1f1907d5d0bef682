import { defineOperation, toItems } from '../../../shared/door/operation';
import { binaryFile } from '../../../shared/input/binaryFile';
import { checkFile, kindOfFile } from '../../media/fileRules';
import { uploadOnce } from '../../media/uploadOnce';
import { binaryNameField } from './mediaFields';

const LABEL = binaryNameField.displayName;

export const upload = defineOperation({
	value: 'upload',
	name: 'Upload',
	action: 'Upload media',
	description: 'Upload a file and get a media ID, with which it can be sent for 30 days',
	repeatable: true,
	fields: { what: [binaryNameField] },
	async run(item) {
		const file = await binaryFile(item, LABEL, item.param('binaryPropertyName', 'data'));
		const kind = kindOfFile(file.contentType);
		checkFile(LABEL, kind, file);
		const id = await uploadOnce(item, file);
		const { fileName, contentType, size } = file;
		return toItems([{ id, fileName, mimeType: contentType, size, kind }]);
	},
});
