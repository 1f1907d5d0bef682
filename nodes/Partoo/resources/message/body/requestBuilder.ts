import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../../../../shared/door/itemContext';
import type { RequestSpec } from '../../../../shared/door/request';
import { file } from '../../../../shared/input/files/file';
import { multipart } from '../../../../shared/transport/multipart';
import { checkImage, FIRST_READING, messageBody, multipartFields } from './payload';
import type { MessageInput, Readings } from './payload';

/** The option whose fields are added to the request. */
export const additionalBodyFields: INodeProperties = {
	displayName: 'Additional Body Fields',
	name: 'additionalBodyFields',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. {"date": "2026-01-31T16:22:17Z"}',
	description: 'JSON object whose fields are added to the request, for anything that this form lacks',
};

/** Builds the request anew for each try and each reading of Partoo's document. */
export type RequestBuilder = (readings: Readings) => Promise<RequestSpec> | RequestSpec;

/** What builds the request of a message, and the fields of its body in the first reading. */
export interface BuiltMessage {
	build: RequestBuilder;
	fields: IDataObject;
}

/**
 * What builds the request of a message: JSON, or a multipart body with the image of a binary field.
 *
 * @throws Failure for whatever is wrong with the file, before the first request
 */
export async function requestBuilder(item: ItemContext, input: MessageInput): Promise<BuiltMessage> {
	const body = (readings: Readings) => messageBody(input, readings, new Date());
	const fields = body(FIRST_READING);
	if (input.content === undefined) return { build: await uploadRequest(item, body), fields };
	return { build: (readings) => ({ ...item.routed, body: body(readings) }), fields };
}

async function uploadRequest(item: ItemContext, body: (readings: Readings) => IDataObject): Promise<RequestBuilder> {
	const label = 'Input Binary Field';
	const given = item.param('binaryPropertyName', 'data');
	const image = await file(label, given, item, "For an address set 'Image From' to 'URL'.");
	checkImage(label, image);
	return async (readings) =>
		({
			...item.routed,
			...multipart(multipartFields(body(readings)), { ...image, field: 'image', content: await image.open() }),
		}) as RequestSpec;
}

/** Which of Partoo's other readings would change this message. */
export function otherReadings({ messageType, additionalFields }: MessageInput) {
	const isOtherMedia = messageType !== 'Text' && messageType !== 'Image';
	return [
		...('date' in additionalFields ? [] : (['withDate'] as const)),
		...(isOtherMedia && !('url' in additionalFields) ? (['withTopLevelUrl'] as const) : []),
	];
}
