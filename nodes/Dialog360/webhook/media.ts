import { sleep } from 'n8n-workflow';
import type { IBinaryData, IDataObject, IHttpRequestOptions, IWebhookFunctions } from 'n8n-workflow';
import { asObject } from '../../shared/call';
import { idText } from '../../shared/deliveryStatus';
import { Failure } from '../../shared/failure';
import { sendOrThrow } from '../../shared/send';
import { dialog360BaseUrl } from '../environment';
import { dialog360 } from '../provider';
import { readContent } from './content';
import { isMessage } from './output';
import type { EventItem } from './output';

/**
 * Milliseconds after the call came. 360dialog waits 5 seconds for the answer, which n8n gives once it has saved the
 * execution; answering earlier would lose the event when n8n stops in between.
 */
const LATEST = 3_500;
const BINARY_FIELD = 'data';
/** Where WhatsApp keeps files; 360dialog serves them under its own host (https://docs.360dialog.com/docs/messaging/media). */
const WHATSAPP_HOST = 'lookaside.fbsbx.com';

interface Download {
	stream?: { destroy(): unknown };
	isLate: boolean;
}

/**
 * Fetches the files of messages into their items, all at once, as far as the time allows. An item whose file did not come
 * says so. Nothing is tried twice: 360dialog blocks a number's files for an hour after five failed requests.
 */
export async function withMedia(context: IWebhookFunctions, items: EventItem[], receivedAt: number): Promise<void> {
	const deadline = receivedAt + LATEST;
	await Promise.all(items.filter(({ event }) => isMessage(event)).map(async (item) => await attach(context, item, deadline)));
}

async function attach(context: IWebhookFunctions, { event: { subject }, item }: EventItem, deadline: number): Promise<void> {
	const { mediaId, mimeType, fileName } = readContent(subject);
	if (typeof mediaId !== 'string') return;
	const download: Download = { isLate: false };
	const timer = new AbortController();
	const late = sleep(Math.max(0, deadline - Date.now()), timer.signal).then(() => {
		download.isLate = true;
		download.stream?.destroy();
		throw new Failure({ message: 'The file took too long', nextStep: '', code: 'LATE' });
	});
	const file = fetchFile(context, download, mediaId, idText(fileName) ?? undefined, idText(mimeType) ?? undefined, deadline);
	const [result] = await Promise.allSettled([Promise.race([file, late])]);
	timer.abort();
	late.catch(() => undefined);
	file.catch(() => undefined);
	if (result.status === 'fulfilled') item.binary = { [BINARY_FIELD]: result.value };
	note(context, item.json, mediaId, result);
}

function note(context: IWebhookFunctions, json: IDataObject, mediaId: string, result: PromiseSettledResult<IBinaryData>): void {
	const isRaw = !('mediaId' in json);
	const isThere = result.status === 'fulfilled';
	if (!isRaw) json.isDownloaded = isThere;
	if (isThere) return;
	const why = result.reason instanceof Error ? result.reason.message : String(result.reason);
	const sentence = `${why}; fetch it in the workflow with the 360dialog node, Media > Download, by its ID ${mediaId}.`;
	if (!isRaw) json.downloadNote = sentence;
	context.logger.warn(`${context.getNode().name} starts without a file. ${sentence}`);
}

async function fetchFile(
	context: IWebhookFunctions,
	download: Download,
	mediaId: string,
	fileName: string | undefined,
	mimeType: string | undefined,
	deadline: number,
): Promise<IBinaryData> {
	const baseURL = dialog360BaseUrl(await context.getCredentials(dialog360.credential));
	const ask = async (url: string, options: Partial<IHttpRequestOptions> = {}) =>
		await sendOrThrow(context, dialog360, { baseURL, url, timeout: Math.max(1, deadline - Date.now()), ...options });
	const metadata = asObject((await ask(`/${encodeURIComponent(mediaId)}`)).body);
	const { body } = await ask(pathAt(metadata.url), { encoding: 'stream' });
	download.stream = body as { destroy(): unknown };
	if (download.isLate) download.stream.destroy();
	return await context.helpers.prepareBinaryData(body as Buffer, fileName ?? mediaId, mimeType ?? idText(metadata.mime_type) ?? undefined);
}

/**
 * The path under which 360dialog serves the file that WhatsApp has at a URL.
 *
 * @throws Failure for any other host: the key must not go there
 */
function pathAt(url: unknown): string {
	const text = String(url);
	if (URL.canParse(text) && new URL(text).host === WHATSAPP_HOST) return `${new URL(text).pathname}${new URL(text).search}`;
	throw new Failure({ message: '360dialog named no address of WhatsApp for the file', nextStep: 'Try Media > Download.', code: 'MEDIA_URL' });
}
