import type { INodeProperties } from 'n8n-workflow';
import { sendOnce } from '../../../shared/delivery/sendOnce';
import { waitFields } from '../../../shared/delivery/waitFields';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { collection } from '../../../shared/input/collection';
import { toggle } from '../../../shared/input/toggle';
import { convertMarkdownField } from '../../../shared/input/words/wordsFields';
import { conversationField } from '../../fields/locators';
import { acceptedStatus, messageStatus } from '../../provider/messageStatus';
import { partoo } from '../../provider/provider';
import { checkConversation, checkConversationField } from './checkConversation';
import { findLost, messageIdOf } from './findLost';
import { fingerprint, likenessOfBody } from './likeness';
import { messageInput } from './messageInput';
import { postMessage } from './post';
import { additionalBodyFields, otherReadings, requestBuilder } from './requestBuilder';
import { waitIfWanted } from './wait';

const messageType: INodeProperties = {
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

const content: INodeProperties[] = [
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
			{ name: 'URL', value: 'url', description: 'Partoo fetches the image from a public address' },
			{ name: 'Binary Field', value: 'binary', description: 'The image is uploaded from the item' },
		],
		default: 'url',
		displayOptions: { show: { messageType: ['Image'] } },
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		default: 'data',
		hint: 'The name of the input field that holds the image',
		description: 'JPEG or PNG up to 5 MB',
		displayOptions: { show: { messageType: ['Image'], imageSource: ['binary'] } },
	},
	{
		displayName:
			'Partoo takes this kind of media by public URL only. To send a file of the workflow, upload it first to a place with a public address, e.g. with the S3, Google Drive or FTP node, and give that address here.',
		name: 'publicUrlNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { messageType: ['Audio', 'Document', 'Video'] } },
	},
	{
		displayName: 'URL',
		name: 'mediaUrl',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/menu.pdf',
		description:
			'Public address of the file. Partoo recommends JPEG or PNG up to 5 MB for images; MP4 up to 16 MB for videos; AAC or MP4 up to 16 MB for audio; PDF, XLS, XLSX, DOCX, PPT or PPTX up to 100 MB for documents. SMS takes no media, Instagram no documents.',
		displayOptions: {
			show: { messageType: ['Audio', 'Document', 'Image', 'Video'] },
			hide: { imageSource: ['binary'] },
		},
	},
];

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		additionalBodyFields,
		checkConversationField,
		{ ...convertMarkdownField, displayOptions: { show: { '/messageType': ['Text'] } } },
		...waitFields(partoo),
	],
};

export const send = defineOperation({
	name: 'Send',
	value: 'send',
	action: 'Send message',
	description: 'Send a text or media in an existing conversation',
	request: { method: 'POST', url: '/messages' },
	repeatable: false,
	fields: { decides: [messageType], whom: [conversationField], what: content, options: [options] },
	async run(item) {
		const chosen = collection(item, 'Options', 'options');
		const input = messageInput(item, chosen);
		const { build, fields } = await requestBuilder(item, input);
		if (toggle('Check Conversation First', chosen.checkConversation)) await checkConversation(item, fields);
		const conversationId = String(fields.conversation_id);
		const look = likenessOfBody(fields);
		const sent = await sendOnce(item, {
			fingerprint: look ? fingerprint(look) : `upload to ${conversationId}`,
			whole: JSON.stringify(fields),
			send: async () => await postMessage(item, otherReadings(input), build),
			idOf: messageIdOf,
			findLost: look && (async (leftAt) => await findLost(item, look, leftAt)),
			whereToLook: `Look at conversation ${conversationId} in Partoo.`,
		});
		const accepted = sent.wasLost
			? { ...messageStatus(sent.answer), wasFoundAfterLostAnswer: true }
			: acceptedStatus({ messageId: messageIdOf(sent.answer), conversationId }, sent.answer);
		return toItems([await waitIfWanted(item, accepted)]);
	},
});
