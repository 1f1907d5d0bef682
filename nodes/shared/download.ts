import type { IBinaryData } from 'n8n-workflow';
import type { RequestSpec } from './ask';
import type { Call } from './call';
import { connectionFailure } from './explain';
import { Failure } from './failure';

/** How often a file is fetched anew when the connection breaks before its end. */
const TRIES = 3;

type Store = Call['context']['helpers']['prepareBinaryData'];

/**
 * Fetches a file into n8n's binary store. It flows through as a stream, so its size costs no memory where n8n keeps
 * files on disk or in a bucket.
 *
 * @throws Failure when the provider refuses it, or when the connection broke each time
 */
export async function downloadTo(
	call: Call,
	request: RequestSpec,
	{ fileName, contentType }: { fileName: string; contentType: string },
): Promise<IBinaryData> {
	for (let tries = 1; ; tries++) {
		const { body } = await call.request({ ...request, encoding: 'stream' }, { isRead: true });
		const [result] = await Promise.allSettled([
			call.context.helpers.prepareBinaryData(body as Parameters<Store>[0], fileName, contentType),
		]);
		if (result.status === 'fulfilled') return result.value;
		call.signal?.throwIfAborted();
		if (tries === TRIES) throw broken(call, result.reason);
	}
}

function broken(call: Call, reason: unknown): Failure {
	const { facts } = connectionFailure(call.provider, reason, call.transport);
	return new Failure({
		message: `The file did not come whole from ${call.provider.displayName}: ${facts.message}`,
		nextStep: 'Run it again, or raise the Timeout under Request Options.',
		code: facts.code,
	});
}
