import type { ItemContext } from '../../shared/door/itemContext';
import type { RequestSpec } from '../../shared/door/request';
import type { BinaryFile } from '../../shared/input/files/file';
import { asObject, madeId } from '../../shared/json';
import { unexpectedAnswer } from '../../shared/transport/httpFailure';
import { multipart } from '../../shared/transport/multipart';

/** Milliseconds for a request with a file, unless the user chose a timeout. */
export const MEDIA_TIMEOUT = 300_000;

/**
 * Uploads a file and answers its media ID, which lives 30 days
 * (https://docs.360dialog.com/docs/messaging/media/upload-retrieve-or-delete-media). The same file is uploaded once for
 * all items of a run.
 *
 * @throws Failure when 360dialog refuses it
 */
export async function uploadOnce(item: ItemContext, file: BinaryFile): Promise<string> {
	const key = JSON.stringify(['upload', file.identity, file.fileName, file.contentType]);
	return await item.memory.once(key, async () => await upload(item, file));
}

async function upload(item: ItemContext, file: BinaryFile): Promise<string> {
	const request = async () =>
		({
			method: 'POST',
			url: '/media',
			timeout: item.options.timeout ?? MEDIA_TIMEOUT,
			...multipart({ messaging_product: 'whatsapp' }, { ...file, field: 'file', content: await file.open() }),
		}) as RequestSpec;
	// A file that was uploaded twice does no harm, so a lost answer is no reason to give up.
	const answer = await item.request(request, { isUpload: true, kind: 'POST /media' });
	const id = madeId(asObject(answer.body).id);
	if (id === null) throw unexpectedAnswer(item.provider, answer, "the file's media ID");
	return id;
}
