import { defineOperation } from '../../../shared/door/operation';
import { collection } from '../../../shared/input/collection';
import { requiredText, text } from '../../../shared/input/text';
import { optionsField, textField } from '../../fields/common';
import { downloadToStore } from '../../media/downloadToStore';
import { downloadPath, mediaDetails } from '../../media/mediaDetails';
import { MEDIA_TIMEOUT } from '../../media/uploadOnce';
import { usualFileName } from '../../media/usualFileName';
import { binaryNameField, mediaIdField, mediaIdOf } from './mediaFields';

export const download = defineOperation({
	value: 'download',
	name: 'Download',
	action: 'Download media',
	description: 'Download a file by its media ID, usually one that a customer sent; answers it in a binary field',
	repeatable: true,
	fields: {
		whom: [mediaIdField],
		what: [binaryNameField],
		options: [
			optionsField([
				textField('File Name', 'downloadName', {
					placeholder: 'e.g. invoice.pdf',
					description: 'Name for the file, e.g. fileName of the trigger; if empty, made from ID and type',
				}),
			]),
		],
	},
	async run(item) {
		const id = mediaIdOf(item);
		const field = requiredText('Binary Field', item.param('binaryPropertyName', 'data')).trim();
		const name = text('File Name', collection(item, 'Options', 'options').downloadName).trim();
		const { url, ...json } = await mediaDetails(item, id);
		const contentType = json.mime_type;
		const file = await downloadToStore(
			item,
			{ method: 'GET', url: downloadPath(url, item.account.baseURL), timeout: item.options.timeout ?? MEDIA_TIMEOUT },
			{ fileName: name || usualFileName(json.id, contentType), contentType, file_size: json.file_size },
		);
		return [{ json, binary: { [field]: file } }];
	},
});
