import type { BinaryHelperFunctions } from 'n8n-workflow';
import { Failure } from '../../shared/failures/failure';
import { sameKindOfStream } from '../../shared/transport/multipart';
import type { MediaDetails } from './mediaDetails';

/** A stream that n8n stores. */
export type FileStream = Exclude<Parameters<BinaryHelperFunctions['prepareBinaryData']>[0], Buffer>;

/**
 * The stream, ended with an error when less came than 360dialog told: a part of the file, nothing, or the login page of
 * a network in its place.
 *
 * @param told `file_size` in bytes
 */
export function wholeFile(stream: FileStream, told: Pick<MediaDetails, 'file_size'>): FileStream {
	const size = Number(told.file_size);
	async function* parts() {
		let bytes = 0;
		for await (const part of stream as AsyncIterable<Uint8Array>) {
			bytes += part.length;
			yield part;
		}
		if (bytes < size) throw incomplete(bytes, size);
	}
	return sameKindOfStream(stream, parts()) as FileStream;
}

function incomplete(bytes: number, size: number): Failure {
	return new Failure({
		message: `The file did not come whole from 360dialog: ${bytes} of ${size} bytes`,
		cause: 'The connection ended early, or a proxy, a firewall or the login page of a network answered in its place.',
		nextStep: 'Run it again. If it stays so, check the network of this n8n.',
		code: 'INCOMPLETE_FILE',
	});
}
