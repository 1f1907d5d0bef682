import type { IBinaryData, IHttpRequestOptions, IWebhookFunctions } from 'n8n-workflow';
import { Failure } from '../../../shared/failures/failure';
import { settled } from '../../../shared/failures/settled';
import { asObject, idText } from '../../../shared/json';
import { accountOf } from '../../../shared/pacing/account';
import { pause } from '../../../shared/pacing/clock';
import { exchangeOrThrow } from '../../../shared/transport/exchange';
import { downloadPath } from '../../media/mediaDetails';
import { unlessLost } from '../../media/unlessLost';
import { usualFileName } from '../../media/usualFileName';
import { wholeFile } from '../../media/wholeFile';
import type { FileStream } from '../../media/wholeFile';
import { dialog360 } from '../../provider/provider';
import { readContent } from './content';
import { isMessage } from './index';
import type { EventItem } from './index';

/**
 * Milliseconds after the call came. 360dialog waits 5 seconds for the answer, which n8n gives once it has saved the
 * execution; answering earlier would lose the event when n8n stops in between.
 */
const LATEST = 3_500;
const BINARY_FIELD = 'data';

/** A file on its way, until it is too late for it. */
interface Download {
	deadline: number;
	isLate: boolean;
	stream?: { destroy(): unknown };
}

/**
 * Fetches the files of messages into their items, all at once, as far as the time allows. An item whose file did not
 * come says so. Nothing is tried twice: there is no time for it.
 */
export async function withMedia(context: IWebhookFunctions, items: EventItem[], receivedAt: number): Promise<void> {
	const messages = items.filter(({ event }) => isMessage(event));
	await Promise.all(
		messages.map(async (one) => await attach(context, one, { deadline: receivedAt + LATEST, isLate: false })),
	);
}

async function attach(context: IWebhookFunctions, one: EventItem, download: Download): Promise<void> {
	const { mediaId, mimeType, fileName } = readContent(one.event.subject);
	if (typeof mediaId !== 'string') return;
	const timer = new AbortController();
	const late = lateness(download, timer.signal);
	const file = fetchFile(context, mediaId, { fileName: idText(fileName), mimeType: idText(mimeType) }, download);
	const result = await settled(Promise.race([file, late]));
	timer.abort();
	await settled(late);
	// What is too late ends by itself, and nobody listens any more.
	file.catch(() => undefined);
	if (result.status === 'fulfilled') one.item.binary = { [BINARY_FIELD]: result.value };
	note(context, one, mediaId, result);
}

async function lateness(download: Download, signal: AbortSignal): Promise<never> {
	await pause(Math.max(0, download.deadline - performance.now()), signal);
	download.isLate = true;
	download.stream?.destroy();
	throw new Failure({ message: 'The file took longer than 360dialog waits for an answer', nextStep: '', code: 'LATE' });
}

/** Says in the item what became of its file; in one that is raw there is no room for it. */
function note(
	context: IWebhookFunctions,
	{ item: { json } }: EventItem,
	mediaId: string,
	result: PromiseSettledResult<IBinaryData>,
): void {
	const isThere = result.status === 'fulfilled';
	const why = isThere || !(result.reason instanceof Error) ? '' : result.reason.message;
	const sentence = isThere
		? null
		: `${why}. Fetch it in the workflow: 360dialog node, Media > Download, with the ID ${mediaId}.`;
	if ('mediaId' in json) Object.assign(json, { isDownloaded: isThere, downloadNote: sentence });
	if (sentence) context.logger.warn(`${context.getNode().name} starts without a file. ${sentence}`);
}

async function fetchFile(
	context: IWebhookFunctions,
	mediaId: string,
	known: { fileName: string | null; mimeType: string | null },
	download: Download,
): Promise<IBinaryData> {
	const credential = await context.getCredentials(dialog360.credential);
	const baseURL = dialog360.baseUrl(credential);
	const ask = async (url: string, options: Partial<IHttpRequestOptions> = {}) =>
		(
			await exchangeOrThrow(context, dialog360, {
				baseURL,
				url,
				timeout: Math.max(1, download.deadline - performance.now()),
				...options,
			})
		).body;
	const account = accountOf(dialog360.credential, baseURL, credential.apiKey);
	const details = asObject(
		await unlessLost(account, mediaId, async () => await ask(`/${encodeURIComponent(mediaId)}`)),
	);
	const body = (await ask(downloadPath(details.url, baseURL), { encoding: 'stream' })) as FileStream;
	download.stream = body;
	if (download.isLate) body.destroy();
	const mimeType = known.mimeType ?? idText(details.mime_type) ?? undefined;
	const file = wholeFile(body, { file_size: idText(details.file_size) ?? undefined });
	return await context.helpers.prepareBinaryData(file, known.fileName ?? usualFileName(mediaId, mimeType), mimeType);
}
