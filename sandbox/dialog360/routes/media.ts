import type { FastifyInstance } from 'fastify';

import { receivedBody, type ReceivedFile } from '../../shared/body';
import { UPLOADS } from '../contracts/media';
import { gatewayRefusal, metaRefusal } from '../errors';
import type { MediaFile } from '../mediaStore';
import type { Dialog360Service } from '../service';

/** The host that WhatsApp's links to files name; clients put 360dialog's in its place. */
const LINK_HOST = 'https://lookaside.fbsbx.com';
const DOWNLOAD_PATH = '/whatsapp_business/attachments/';
const LINK_LIFE_MS = 5 * 60_000;

const INVALID_PARAMETER = 100;

type ById = { Params: { id: string } };
type Download = { Querystring: { mid?: string; ext?: string } };

/** Files of messages. https://docs.360dialog.com/docs/messaging/media/upload-retrieve-or-delete-media */
export function mediaRoutes(app: FastifyInstance, { files }: Dialog360Service): void {
	app.post('/media', async (request) => {
		const body = receivedBody(request);
		if (body.kind !== 'multipart') throw metaRefusal(INVALID_PARAMETER, 'The body is no multipart form');
		if (body.fields.messaging_product !== 'whatsapp')
			throw metaRefusal(INVALID_PARAMETER, 'messaging_product: It must be whatsapp');
		const file = body.files.find(({ field }) => field === 'file');
		if (file === undefined) throw metaRefusal(INVALID_PARAMETER, 'file: Missing data for required field.');
		checkFile(file);
		return { id: files.add(file).id };
	});

	app.get<ById>('/:id(^\\d+$)', async (request) => {
		if (files.isBlocked()) throw gatewayRefusal(400, 'Too many requests for media that do not exist');
		const file = files.find(request.params.id);
		if (file === undefined) {
			files.noteFailure();
			throw unknown(request.params.id);
		}
		return details(file);
	});

	app.delete<ById>('/:id(^\\d+$)', async ({ params: { id } }) => {
		if (!files.delete(id)) throw unknown(id);
		return { success: true };
	});

	app.get<Download>(DOWNLOAD_PATH, async ({ query: { mid = '', ext } }, reply) => {
		const file = files.find(mid);
		const bytes = file && files.bytes(file);
		if (bytes === undefined || Number(ext) * 1000 < Date.now()) throw gatewayRefusal(404, 'Not found');
		return await reply.type(file!.mimeType).send(bytes);
	});
}

function details({ id, mimeType, sha256, size }: MediaFile) {
	const expires = Math.ceil((Date.now() + LINK_LIFE_MS) / 1000);
	return {
		messaging_product: 'whatsapp',
		url: `${LINK_HOST}${DOWNLOAD_PATH}?mid=${id}&ext=${expires}&hash=${sha256.slice(0, 16)}`,
		mime_type: mimeType,
		sha256,
		file_size: String(size),
		id,
	};
}

function checkFile({ contentType, size }: ReceivedFile): void {
	const kind = UPLOADS.find(({ types }) => types.test(contentType));
	if (kind === undefined)
		throw metaRefusal(
			INVALID_PARAMETER,
			`Param file must be a file with one of the supported types, not ${contentType}`,
		);
	if (size === 0) throw metaRefusal(INVALID_PARAMETER, 'file: It is empty');
	if (size > kind.maxBytes)
		throw metaRefusal(INVALID_PARAMETER, `file: ${size} bytes, at most ${kind.maxBytes} for ${contentType}`);
}

const unknown = (id: string) =>
	metaRefusal(
		INVALID_PARAMETER,
		`Unsupported get request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
	);
