import type { IBinaryData } from 'n8n-workflow';
import type { ItemContext } from '../../shared/door/itemContext';
import type { RequestSpec } from '../../shared/door/request';
import { Failure } from '../../shared/failures/failure';
import { settled } from '../../shared/failures/settled';
import { connectionFailure } from '../../shared/transport/connection/connectionFailure';
import type { MediaDetails } from './mediaDetails';
import { wholeFile } from './wholeFile';
import type { FileStream } from './wholeFile';

/** How often a file is fetched anew when the connection breaks before its end. */
const TRIES = 3;

/**
 * Fetches a file into n8n's binary store. It flows through as a stream, so its size costs no memory where n8n keeps
 * files on disk or in a bucket.
 *
 * @throws Failure when the provider refuses it, or when the connection broke or less came than it told each time
 */
export async function downloadToStore(
	item: ItemContext,
	request: RequestSpec,
	{ fileName, contentType, file_size }: { fileName: string; contentType: string } & Pick<MediaDetails, 'file_size'>,
): Promise<IBinaryData> {
	for (let tries = 1; ; tries++) {
		const { body } = await item.request({ ...request, encoding: 'stream' }, { isRead: true });
		const result = await settled(
			item.context.helpers.prepareBinaryData(wholeFile(body as FileStream, { file_size }), fileName, contentType),
		);
		if (result.status === 'fulfilled') return result.value;
		item.signal?.throwIfAborted();
		if (tries === TRIES) throw result.reason instanceof Failure ? result.reason : broken(item, result.reason);
	}
}

function broken(item: ItemContext, reason: unknown): Failure {
	const { facts } = connectionFailure(item.provider, reason, item.transport);
	return new Failure({
		message: `The file did not come whole from ${item.provider.displayName}: ${facts.message}`,
		nextStep: 'Run it again, or raise the Timeout under Request Options.',
		code: facts.code,
	});
}
