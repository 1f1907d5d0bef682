import type { IDataObject } from 'n8n-workflow';
import type { RequestSpec } from '../../../shared/door/request';
import { binaryFile } from '../../../shared/input/binaryFile';
import type { ItemContext } from '../../../shared/door/itemContext';
import { jsonObject } from '../../../shared/input/checks';
import { badField } from '../../../shared/failures/failure';
import { multipart } from '../../../shared/transport/multipart';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { sendOnce } from '../../../shared/delivery/sendOnce';
import { acceptedStatus, messageStatus } from '../../provider/messageStatus';
import { checkConversation } from './checkConversation';
import { findLost, fingerprint, messageIdOf } from './findLost';
import { checkImageSize, messageBody, uploadFields } from './payload';
import type { MessageInput } from './payload';
import { postMessage } from './post';
import { waitIfWanted } from './wait';

interface SendOptions {
	checkConversation?: boolean;
	additionalBodyFields?: unknown;
}

export const send = defineOperation({
	name: 'Send',
	value: 'send',
	action: 'Send message',
	description: 'Send a text or media in an existing conversation',
	request: { method: 'POST', url: '/messages' },
	repeatable: false,
	async run(item) {
		const options = item.param<SendOptions>('options', {});
		const input: MessageInput = {
			conversationId: item.param('conversationId', ''),
			messageType: item.param('messageType', 'Text'),
			text: item.param('text', ''),
			mediaUrl: item.param('mediaUrl', ''),
			additionalFields: jsonObject('Additional Body Fields', options.additionalBodyFields),
		};
		const build = isUpload(item, input) ? await uploadRequest(item, input) : jsonRequest(item, input);
		if (options.checkConversation) await checkConversation(item, input);
		const conversationId = String(input.conversationId).trim();
		const sent = await sendOnce(item, {
			fingerprint: fingerprint(input),
			send: async () => await postMessage(item, otherReadings(input), build),
			idOf: messageIdOf,
			findLost: async (since) => await findLost(item, input, since),
			whereToLook: `Look at conversation ${conversationId} in Partoo.`,
		});
		const accepted = sent.wasLost
			? { ...messageStatus(sent.answer), wasFoundAfterLostAnswer: true }
			: acceptedStatus({ messageId: messageIdOf(sent.answer), conversationId }, sent.answer);
		return toItems([await waitIfWanted(item, accepted)]);
	},
});

const FIRST_READING = { withDate: false, withTopLevelUrl: false };

type Build = Parameters<typeof postMessage>[2];

function isUpload(item: ItemContext, { messageType }: MessageInput): boolean {
	return messageType === 'Image' && item.param<string>('imageSource', 'url') === 'binary';
}

function jsonRequest({ routed }: ItemContext, input: MessageInput): Build {
	const build: Build = (readings) => ({ ...routed, body: messageBody(input, readings, new Date()) as IDataObject });
	// Whatever is wrong with the input is said before the first request.
	void build(FIRST_READING);
	return build;
}

async function uploadRequest(item: ItemContext, input: MessageInput): Promise<Build> {
	const label = 'Input Binary Field';
	uploadFields(input, FIRST_READING, new Date());
	const file = await binaryFile(item, label, item.param('binaryPropertyName', 'data'));
	checkImageSize(file.size);
	if (file.size === 0)
		throw badField(label, 'holds an empty file', 'Check the node that reads or downloads the image.');
	return async (readings): Promise<RequestSpec> =>
		({
			...item.routed,
			...multipart(uploadFields(input, readings, new Date()), { ...file, field: 'image', content: await file.open() }),
		}) as RequestSpec;
}

/** Which of Partoo's other readings would change this message. */
function otherReadings({ messageType, additionalFields = {} }: MessageInput) {
	const isOtherMedia = messageType !== 'Text' && messageType !== 'Image';
	return [
		...('date' in additionalFields ? [] : (['withDate'] as const)),
		...(isOtherMedia && !('url' in additionalFields) ? (['withTopLevelUrl'] as const) : []),
	];
}
