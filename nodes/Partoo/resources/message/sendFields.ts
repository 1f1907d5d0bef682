import type { INodeProperties } from 'n8n-workflow';

/** What kind of message it is. */
export const messageType: INodeProperties = {
	displayName: 'Message Type',
	name: 'messageType',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Audio', value: 'Audio', description: 'AAC or MP4 up to 16 MB, by public URL' },
		{
			name: 'Document',
			value: 'Document',
			description: 'PDF, XLS, XLSX, DOCX, PPT or PPTX up to 100 MB, by public URL; not on Instagram',
		},
		{ name: 'Image', value: 'Image', description: 'JPEG or PNG up to 5 MB, by public URL or from a binary field' },
		{ name: 'Text', value: 'Text' },
		{ name: 'Video', value: 'Video', description: 'MP4 up to 16 MB, by public URL' },
	],
	default: 'Text',
	description: 'What to send. SMS takes text only.',
};

/**
 * The message itself. What depends on *Image From* is not `required`: beside a choice by expression n8n wants all of
 * its fields. What is missing is said by the run.
 */
export const content: INodeProperties[] = [
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 3 },
		required: true,
		default: '',
		placeholder: 'e.g. Your order is ready',
		description: 'The message as the customer will read it',
		displayOptions: { show: { messageType: ['Text'] } },
	},
	{
		displayName: 'Image From',
		name: 'imageSource',
		type: 'options',
		options: [
			{ name: 'URL', value: 'url', description: 'Partoo fetches the image from a public URL' },
			{ name: 'Binary Field', value: 'binary', description: 'The image is uploaded from the item' },
		],
		default: 'url',
		displayOptions: { show: { messageType: ['Image'] } },
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		hint: 'The name of the input field that holds the image',
		description: 'JPEG or PNG up to 5 MB',
		displayOptions: { show: { messageType: ['Image'], imageSource: ['binary'] } },
	},
	{
		displayName:
			'Partoo accepts this kind of file by public URL only. To send a file from the workflow, first upload it to a place with a public URL, e.g. with the S3, Google Drive or FTP node, and enter that URL here.',
		name: 'publicUrlNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { messageType: ['Audio', 'Document', 'Video'] } },
	},
	{
		displayName: 'URL',
		name: 'mediaUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/menu.jpg',
		description:
			'Public URL of the file. Partoo recommends JPEG or PNG up to 5 MB for images; MP4 up to 16 MB for videos; AAC or MP4 up to 16 MB for audio; PDF, XLS, XLSX, DOCX, PPT or PPTX up to 100 MB for documents. SMS takes no media, Instagram no documents.',
		displayOptions: {
			show: { messageType: ['Audio', 'Document', 'Image', 'Video'] },
			hide: { imageSource: ['binary'] },
		},
	},
];
