import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import { binaryFile } from '../../../shared/binaryFile';
import type { RequestSpec } from '../../../shared/ask';
import type { Call } from '../../../shared/call';
import { jsonObject } from '../../../shared/checks';
import { badField } from '../../../shared/failure';
import { multipart } from '../../../shared/multipart';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { sendOnce } from '../../../shared/sendOnce';
import { acceptedStatus, messageStatus } from '../../messageStatus';
import { checkConversation } from './checkConversation';
import { findLost, fingerprint, messageIdOf } from './findLost';
import { checkImageSize, messageBody, uploadFields } from './payload';
import type { MessageInput } from './payload';
import { postMessage } from './post';
import { waitIfWanted } from './wait';

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
	if (file.size === 0)
		throw badField(label, 'holds an empty file', 'Check the node that reads or downloads the image.');
	return async (readings): Promise<RequestSpec> =>
		({
			...call.routed,
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
