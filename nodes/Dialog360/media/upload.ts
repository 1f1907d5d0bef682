import type { BinaryFile } from '../../shared/binaryFile';
import type { RequestSpec } from '../../shared/ask';
import type { Call } from '../../shared/call';
import { asObject } from '../../shared/call';
import { idText } from '../../shared/deliveryStatus';
import { unexpectedAnswer } from '../../shared/explain';
import { multipart } from '../../shared/multipart';

/** Milliseconds for a request with a file, unless the user chose a timeout. */
export const MEDIA_TIMEOUT = 300_000;

/**
 * Uploads a file and answers its media ID, which lives 30 days
 * (https://docs.360dialog.com/docs/messaging/media/upload-retrieve-or-delete-media). The same file is uploaded once for
 * all items of a run.
 *
 * @throws Failure when 360dialog refuses it
 */
export async function uploadOnce(call: Call, file: BinaryFile): Promise<string> {
	const key = JSON.stringify(['upload', file.identity, file.fileName, file.contentType]);
	return await call.memory.once(key, async () => await upload(call, file));
}

async function upload(call: Call, file: BinaryFile): Promise<string> {
	const request = async () =>
		({
			method: 'POST',
			url: '/media',
			timeout: call.options.timeout ?? MEDIA_TIMEOUT,
			...multipart({ messaging_product: 'whatsapp' }, { ...file, field: 'file', content: await file.open() }),
		}) as RequestSpec;
	// A file that was uploaded twice does no harm, so a lost answer is no reason to give up.
	const answer = await call.request(request, { isRead: true });
	const id = idText(asObject(answer.body).id);
	if (id === null) throw unexpectedAnswer(call.provider, answer, "the file's media ID");
	return id;
}
