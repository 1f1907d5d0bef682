import type { FastifyInstance } from 'fastify';
import { createHash, randomBytes } from 'node:crypto';

import { receivedBody } from '../../shared/body';
import { metaRefusal } from '../errors';
import type { Dialog360Service } from '../service';

const INVALID_PARAMETER = 100;
const TYPES = /^(image\/(jpeg|png)|video\/(mp4|3gpp)|application\/pdf)/;

type Begin = { Querystring: { file_name?: string; file_length?: string; file_type?: string } };
type Session = { Params: { session: string } };

/** Files that WhatsApp looks at when it reviews a template. https://docs.360dialog.com/docs/messaging-api/api-reference/media-uploads */
export function uploadRoutes(app: FastifyInstance, { samples }: Pick<Dialog360Service, 'samples'>): void {
	app.post<Begin>('/uploads', async ({ query: { file_length: length, file_type: type = '' } }) => {
		if (!(Number(length) > 0)) throw metaRefusal(INVALID_PARAMETER, 'file_length: Missing data for required field.');
		if (!TYPES.test(type)) throw metaRefusal(INVALID_PARAMETER, `file_type: ${type} is not supported`);
		const id = `upload:${randomBytes(12).toString('base64url')}`;
		samples.sessions.set(id, { length: Number(length), type });
		return { id };
	});

	app.post<Session>('/upload:::session', async (request) => {
		const id = `upload:${request.params.session}`;
		const session = samples.sessions.get(id);
		if (session === undefined) throw metaRefusal(INVALID_PARAMETER, `Object with ID '${id}' does not exist`);
		const body = receivedBody(request);
		const size = body.kind === 'other' ? body.size : 0;
		if (request.headers.file_offset !== '0') throw metaRefusal(INVALID_PARAMETER, 'file_offset: It must be 0');
		if (size !== session.length)
			throw metaRefusal(INVALID_PARAMETER, `The file has ${size} bytes, and ${session.length} were announced`);
		const hash = createHash('sha256').update(id).digest('base64');
		const h = `4::${Buffer.from(session.type).toString('base64')}:ARa${hash}`;
		samples.handles.add(h);
		return { h };
	});
}

/** What was uploaded for templates. */
export class SampleUploads {
	readonly sessions = new Map<string, { length: number; type: string }>();
	readonly handles = new Set<string>();

	clear(): void {
		this.sessions.clear();
		this.handles.clear();
	}
}
