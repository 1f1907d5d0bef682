import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { HttpAnswer } from './answer';

/** A refusal for too many requests. */
export interface Throttle {
	/** Whether the limit is about one recipient only. */
	isAboutRecipient?: boolean;
	/** How long to wait where the answer has no `Retry-After`, in milliseconds. */
	pause?: number;
}

/**
 * All that the shared rooms know of a provider. Everything in which providers differ is handed in here, so that
 * no shared room asks which provider it serves.
 */
export interface Provider {
	/** The word in the delivery status, e.g. `partoo`. */
	id: string;
	/** The name in sentences, e.g. `Partoo`. */
	displayName: string;
	/** Name of the credential type. */
	credential: string;
	/**
	 * Where the API of a credential stands, without a slash at the end.
	 *
	 * @throws Failure when it is no address that requests can be sent to
	 */
	baseUrl(credential: ICredentialDataDecryptedObject): string;
	/** Requests in flight at most, unless the user chose another number. */
	maxInFlight: number;
	/** Reads whether an answer refuses the request for its rate; such a request was not carried out. */
	throttle(answer: HttpAnswer): Throttle | undefined;
	/** The provider's own words in an answer that is not good; empty when it holds none. */
	readError(body: unknown): string;
	/** The cause in plain words and the next step, for an answer that is not good. `text` is from {@link readError}. */
	explain(answer: HttpAnswer, text: string): { cause?: string; nextStep: string; code?: string; traceId?: string };
}
