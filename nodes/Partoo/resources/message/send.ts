import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { binaryFile } from '../../../shared/binaryFile';
import type { RequestSpec } from '../../../shared/ask';
import type { Call } from '../../../shared/call';
import { jsonObject } from '../../../shared/checks';
import { badField } from '../../../shared/failure';
import { multipart } from '../../../shared/multipart';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { sendOnce } from '../../../shared/sendOnce';
import { conversationLocator } from '../../locators';
import { acceptedStatus, messageStatus } from '../../messageStatus';
import { checkConversation } from './checkConversation';
import { findLost, fingerprint, messageIdOf } from './findLost';
import { checkImageSize, messageBody, uploadFields } from './payload';
import type { MessageInput } from './payload';
import { postMessage } from './post';
import { waitIfWanted } from './wait';
import { waitOptions } from './waitOptions';

export const sendOption: INodePropertyOptions = {
	name: 'Send',
	value: 'send',
	action: 'Send message',
	description: 'Send a text or media in an existing conversation',
	routing: { request: { method: 'POST', url: '/messages' } },
};

interface SendOptions {
	checkConversation?: boolean;
	additionalBodyFields?: unknown;
}

export const send: Operation = {
	kind: 'send',
	async run(call) {
		const options = call.param<SendOptions>('options', {});
		const input: MessageInput = {
			conversationId: call.param('conversationId', ''),
			messageType: call.param('messageType', 'Text'),
			text: call.param('text', ''),
			mediaUrl: call.param('mediaUrl', ''),
			additionalFields: jsonObject('Additional Body Fields', options.additionalBodyFields),
		};
		const build = isUpload(call, input) ? await uploadRequest(call, input) : jsonRequest(call, input);
		if (options.checkConversation) await checkConversation(call, input);
		const conversationId = String(input.conversationId).trim();
		const sent = await sendOnce(call, {
			fingerprint: fingerprint(input),
			send: async () => await postMessage(call, otherReadings(input), build),
			idOf: messageIdOf,
			findLost: async (since) => await findLost(call, input, since),
			whereToLook: `Look at conversation ${conversationId} in Partoo.`,
		});
		const accepted = sent.wasLost
			? { ...messageStatus(sent.answer), wasFoundAfterLostAnswer: true }
			: acceptedStatus({ messageId: messageIdOf(sent.answer), conversationId }, sent.answer);
		return toItems([await waitIfWanted(call, accepted)]);
	},
};

const FIRST_READING = { withDate: false, withTopLevelUrl: false };

type Build = Parameters<typeof postMessage>[2];

function isUpload(call: Call, { messageType }: MessageInput): boolean {
	return messageType === 'Image' && call.param<string>('imageSource', 'url') === 'binary';
}

function jsonRequest({ routed }: Call, input: MessageInput): Build {
	const build: Build = (readings) => ({ ...routed, body: messageBody(input, readings, new Date()) as IDataObject });
	// Whatever is wrong with the input is said before the first request.
	void build(FIRST_READING);
	return build;
}

async function uploadRequest(call: Call, input: MessageInput): Promise<Build> {
	const label = 'Input Binary Field';
	uploadFields(input, FIRST_READING, new Date());
	const file = await binaryFile(call, label, call.param('binaryPropertyName', 'data'));
	checkImageSize(file.size);
	if (file.size === 0) throw badField(label, 'holds an empty file', 'Check the node that reads or downloads the image.');
	return async (readings): Promise<RequestSpec> => ({
		...call.routed,
		...multipart(uploadFields(input, readings, new Date()), { ...file, field: 'image', content: await file.open() }),
	} as RequestSpec);
}

/** Which of Partoo's other readings would change this message. */
function otherReadings({ messageType, additionalFields = {} }: MessageInput) {
	const isOtherMedia = messageType !== 'Text' && messageType !== 'Image';
	return [
		...('date' in additionalFields ? [] : (['withDate'] as const)),
		...(isOtherMedia && !('url' in additionalFields) ? (['withTopLevelUrl'] as const) : []),
	];
}

const show = { resource: ['message'], operation: ['send'] };

const urlField: INodeProperties = {
	displayName: 'URL',
	name: 'mediaUrl',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. https://example.com/menu.pdf',
};

export const sendFields: INodeProperties[] = [
	conversationLocator({
		displayOptions: { show: { resource: ['message'], operation: ['send', 'getAll'] } },
		required: true,
	}),
	{
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
		displayOptions: { show },
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 3 },
		required: true,
		default: '',
		placeholder: 'e.g. Your order is ready',
		description: 'The message as the customer will read it',
		displayOptions: { show: { ...show, messageType: ['Text'] } },
	},
	{
		displayName: 'Image From',
		name: 'imageSource',
		type: 'options',
		options: [
			{ name: 'URL', value: 'url', description: 'Partoo fetches the image from a public address' },
			{ name: 'Binary Field', value: 'binary', description: 'The image is uploaded from the item' },
		],
		default: 'url',
		displayOptions: { show: { ...show, messageType: ['Image'] } },
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		default: 'data',
		hint: 'The name of the input field that holds the image',
		description: 'JPEG or PNG up to 5 MB',
		displayOptions: { show: { ...show, messageType: ['Image'], imageSource: ['binary'] } },
	},
	{
		displayName:
			'Partoo takes this kind of media by public URL only. To send a file of the workflow, upload it first to a place with a public address, e.g. with the S3, Google Drive or FTP node, and give that address here.',
		name: 'publicUrlNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { ...show, messageType: ['Audio', 'Document', 'Video'] } },
	},
	{
		...urlField,
		description: 'Public address of the image. Partoo recommends JPEG or PNG up to 5 MB. SMS takes no media.',
		displayOptions: { show: { ...show, messageType: ['Image'], imageSource: ['url'] } },
	},
	{
		...urlField,
		description:
			'Public address of the file. Partoo recommends MP4 up to 16 MB for videos; AAC or MP4 up to 16 MB for audio; PDF, XLS, XLSX, DOCX, PPT or PPTX up to 100 MB for documents. SMS takes no media, Instagram no documents.',
		displayOptions: { show: { ...show, messageType: ['Audio', 'Document', 'Video'] } },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Additional Body Fields',
				name: 'additionalBodyFields',
				type: 'json',
				default: '{}',
				placeholder: 'e.g. {"date": "2026-01-31T16:22:17Z"}',
				description:
					'JSON object whose fields are added to the request, for what Partoo adds or wants beyond this form',
			},
			{
				displayName: 'Check Conversation First',
				name: 'checkConversation',
				type: 'boolean',
				default: true,
				description:
					'Whether to read the conversation first and refuse to send when it is closed, expired or has issues, or does not take this kind of media. Costs one request per message.',
			},
			...waitOptions,
		],
	},
];
