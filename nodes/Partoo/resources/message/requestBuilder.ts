import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import type { RequestSpec } from '../../../shared/door/request';
import { badField } from '../../../shared/failures/failure';
import { binaryFile } from '../../../shared/input/binaryFile';
import { multipart } from '../../../shared/transport/multipart';
import { checkImageSize, messageBody, uploadFields } from './payload';
import type { MessageInput, Readings } from './payload';

/** The option whose fields are added to the request. */
export const additionalBodyFields: INodeProperties = {
	displayName: 'Additional Body Fields',
	name: 'additionalBodyFields',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. {"date": "2026-01-31T16:22:17Z"}',
	description: 'JSON object whose fields are added to the request, for what Partoo adds or wants beyond this form',
};

/** Builds the request anew for each try and each reading of Partoo's document. */
export type RequestBuilder = (readings: Readings) => Promise<RequestSpec> | RequestSpec;

/** What builds the request of a message, and the fields of its body in the first reading. */
export interface BuiltMessage {
	build: RequestBuilder;
	fields: IDataObject;
}

const FIRST_READING = { withDate: false, withTopLevelUrl: false };

/**
 * What builds the request of a message: JSON, or a multipart body with the image of a binary field.
 *
 * @throws Failure for whatever is wrong with the input, before the first request
 */
export async function requestBuilder(item: ItemContext, input: MessageInput): Promise<BuiltMessage> {
	return isUpload(item, input) ? await uploadRequest(item, input) : jsonRequest(item, input);
}

function isUpload(item: ItemContext, { messageType }: MessageInput): boolean {
	return messageType === 'Image' && item.param<string>('imageSource', 'url') === 'binary';
}

function jsonRequest({ routed }: ItemContext, input: MessageInput): BuiltMessage {
	const body = (readings: Readings) => messageBody(input, readings, new Date()) as IDataObject;
	return { build: (readings) => ({ ...routed, body: body(readings) }), fields: body(FIRST_READING) };
}

async function uploadRequest(item: ItemContext, input: MessageInput): Promise<BuiltMessage> {
	const label = 'Input Binary Field';
	const fields = uploadFields(input, FIRST_READING, new Date());
	const file = await binaryFile(item, label, item.param('binaryPropertyName', 'data'));
	checkImageSize(file.size);
	if (file.size === 0)
		throw badField(label, 'holds an empty file', 'Check the node that reads or downloads the image.');
	const build = async (readings: Readings) =>
		({
			...item.routed,
			...multipart(uploadFields(input, readings, new Date()), { ...file, field: 'image', content: await file.open() }),
		}) as RequestSpec;
	return { build, fields };
}

/** Which of Partoo's other readings would change this message. */
export function otherReadings({ messageType, additionalFields = {} }: MessageInput) {
	const isOtherMedia = messageType !== 'Text' && messageType !== 'Image';
	return [
		...('date' in additionalFields ? [] : (['withDate'] as const)),
		...(isOtherMedia && !('url' in additionalFields) ? (['withTopLevelUrl'] as const) : []),
	];
}
