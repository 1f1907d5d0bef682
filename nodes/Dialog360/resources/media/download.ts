import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { requiredText } from '../../../shared/input/checks';
import { downloadTo } from '../../media/download';
import { downloadPath, mediaDetails } from '../../media/details';
import type { MediaDetails } from '../../media/details';
import { usualFileName } from '../../media/fileName';
import { mediaId } from '../../media/reference';
import { MEDIA_TIMEOUT } from '../../media/upload';

export const downloadOptions: INodeProperties[] = [
	{
		displayName: 'File Name',
		name: 'downloadName',
		type: 'string',
		default: '',
		placeholder: 'e.g. invoice.pdf',
		description: 'How to name the file, e.g. as the trigger gave it; empty for a name of ID and kind',
		displayOptions: { show: { '/operation': ['download'] } },
	},
];

export const download = defineOperation({
	name: 'Download',
	value: 'download',
	action: 'Download media',
	description: 'Download a file, mostly one that a customer sent, into a binary field',
	repeatable: true,
	async run(item) {
		const id = mediaId('Media ID', item.param('mediaId', ''));
		const field = requiredText('Binary Field', item.param('binaryPropertyName', 'data')).trim();
		const details = await mediaDetails(item, id);
		return [await fetchFile(item, details, field)];
	},
});

/** The item with the file beside what 360dialog knows of it. */
async function fetchFile(item: ItemContext, details: MediaDetails, field: string): Promise<INodeExecutionData> {
	const { url, ...json } = details;
	const file = await downloadTo(
		item,
		{ method: 'GET', url: downloadPath(url, item.account.baseURL), timeout: item.options.timeout ?? MEDIA_TIMEOUT },
		{ fileName: fileNameOf(item, details), contentType: details.mime_type },
	);
	return { json, binary: { [field]: file } };
}

function fileNameOf(item: ItemContext, { id, mime_type: mimeType }: MediaDetails): string {
	const { downloadName } = item.param<{ downloadName?: string }>('options', {});
	return downloadName?.trim() || usualFileName(id, mimeType);
}
