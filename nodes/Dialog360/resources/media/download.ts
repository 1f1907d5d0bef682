import type { INodeExecutionData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Call } from '../../../shared/call';
import { requiredText } from '../../../shared/checks';
import { downloadTo } from '../../../shared/download';
import type { Operation } from '../../../shared/operation';
import { downloadPath, mediaDetails } from '../../media/details';
import type { MediaDetails } from '../../media/details';
import { usualFileName } from '../../media/fileName';
import { mediaId } from '../../media/reference';
import { MEDIA_TIMEOUT } from '../../media/upload';

export const downloadOption: INodePropertyOptions = {
	name: 'Download',
	value: 'download',
	action: 'Download media',
	description: 'Download a file, mostly one that a customer sent, into a binary field',
	routing: { request: { method: 'GET' } },
};

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

export const download: Operation = {
	kind: 'read',
	async run(call) {
		const id = mediaId('Media ID', call.param('mediaId', ''));
		const field = requiredText('Binary Field', call.param('binaryPropertyName', 'data')).trim();
		const details = await mediaDetails(call, id);
		return [await fetchFile(call, details, field)];
	},
};

/** The item with the file beside what 360dialog knows of it. */
async function fetchFile(call: Call, details: MediaDetails, field: string): Promise<INodeExecutionData> {
	const { url, ...json } = details;
	const file = await downloadTo(
		call,
		{ method: 'GET', url: downloadPath(url, call.account.baseURL), timeout: call.options.timeout ?? MEDIA_TIMEOUT },
		{ fileName: fileNameOf(call, details), contentType: details.mime_type },
	);
	return { json, binary: { [field]: file } };
}

function fileNameOf(call: Call, { id, mime_type: mimeType }: MediaDetails): string {
	const { downloadName } = call.param<{ downloadName?: string }>('options', {});
	return downloadName?.trim() || usualFileName(id, mimeType);
}
