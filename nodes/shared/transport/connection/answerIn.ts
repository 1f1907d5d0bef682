import { isSuccess } from '../answer';
import { chainOf } from './connection';
import type { Answered, Link } from './connection';

/** How the request library begins to say that it was told to throw a status. */
const BY_STATUS = 'Request failed with status code';

/**
 * The answer that an error stands for: n8n throws some where it is told to, and they tell more than their answers do.
 * An answer that is none of those is in an error too when it broke off, or could not be decompressed: nobody knows what
 * it said.
 */
export function answerIn(error: unknown): { response: Answered; socket?: { encrypted?: boolean } | null } | undefined {
	const isAnswer = ({ response, message }: Link) =>
		response && (!isSuccess(response.status) || message.startsWith(BY_STATUS));
	const link = chainOf(error).find(isAnswer);
	return link?.response && { response: link.response, socket: link.request?.socket };
}
