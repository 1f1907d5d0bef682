import type { ItemContext } from '../../shared/door/itemContext';
import type { RequestSpec } from '../../shared/door/request';
import { Failure } from '../../shared/failures/failure';
import type { BinaryFile } from '../../shared/input/files/file';
import { asObject, idText } from '../../shared/json';
import { unexpectedAnswer } from '../../shared/transport/httpFailure';
import { MEDIA_TIMEOUT } from './uploadOnce';

/** The name of a session is part of an address. */
const SESSION = /^upload:[\w.:=?&%+-]+$/;

/**
 * Uploads a file for the review of a template and answers its handle: a session, then the bytes
 * (https://docs.360dialog.com/docs/messaging-api/api-reference/media-uploads). The same file is uploaded once for all
 * items of a run.
 *
 * @throws Failure when 360dialog refuses it
 */
export async function uploadSample(item: ItemContext, label: string, file: BinaryFile): Promise<string> {
	const key = JSON.stringify(['sample', file.identity, file.contentType]);
	return await item.memory.once(key, async () => await upload(item, label, file));
}

async function upload(item: ItemContext, label: string, file: BinaryFile): Promise<string> {
	const { fileName: file_name, size: file_length, contentType: file_type } = file;
	const timeout = item.options.timeout ?? MEDIA_TIMEOUT;
	const session = await answered(item, label, 'id', {
		method: 'POST',
		url: '/uploads',
		qs: { file_name, file_length, file_type },
	});
	if (!SESSION.test(session)) {
		throw new Failure({
			message: `360dialog names an upload that is none: ${session}`,
			nextStep: `Give the file by URL in '${label}'.`,
			code: 'UNEXPECTED_ANSWER',
		});
	}
	return await answered(item, label, 'h', async () => {
		const content = await file.open();
		return {
			method: 'POST',
			url: `/${session}`,
			timeout,
			headers: { file_offset: '0', 'Content-Type': file_type, 'Content-Length': file_length },
			body: 'data' in content ? content.data : content.stream,
		} as RequestSpec;
	});
}

/** A field of a good answer. An upload that is begun twice does no harm. */
async function answered(
	item: ItemContext,
	label: string,
	field: string,
	request: RequestSpec | (() => Promise<RequestSpec>),
): Promise<string> {
	const answer = await item.ask(request, { isUpload: true, kind: 'POST /uploads' });
	const failure = item.failureOf(answer, { isUpload: true });
	if (failure) {
		throw new Failure({
			...failure.facts,
			nextStep: `${failure.facts.nextStep} Or give the file by URL in '${label}'.`,
		});
	}
	const value = idText(asObject(answer.body)[field]);
	if (value === null) throw unexpectedAnswer(item.provider, answer, `"${field}" of the upload`);
	return value;
}
