import type { IDataObject } from 'n8n-workflow';
import { entryOf } from '../json';

/** The common word for what became of a message; the same for all providers. */
export type CommonStatus = 'sending' | 'sent' | 'delivered' | 'read' | 'failed' | 'unknown';

/** What became of a message, as sends, waits and triggers answer it. Absent values are null, IDs are strings. */
export interface DeliveryStatus extends IDataObject {
	messageId: string | null;
	conversationId: string | null;
	/** The phone number or the provider's ID of the customer. */
	recipient: string | null;
	status: CommonStatus;
	/** Whether it is decided if the message arrived; a later `read` is news, not a reversal. */
	isFinal: boolean;
	errorCode: string | null;
	errorMessage: string | null;
	provider: string;
	/** The provider's own word. */
	providerStatus: string | null;
	/** ISO 8601 in UTC. */
	timestamp: string | null;
	/** What the provider sent. */
	raw: IDataObject;
}

/** How a provider's word is understood. */
export type StatusTable = Record<string, { status: CommonStatus; isFinal: boolean }>;

/**
 * A delivery status from what is known; everything else is null. A word that the table lacks is `unknown`; case does
 * not count.
 */
export function deliveryStatus(
	provider: string,
	table: StatusTable,
	providerStatus: string | null,
	known: Partial<DeliveryStatus> & { raw: IDataObject },
): DeliveryStatus {
	const key = Object.keys(table).find((one) => one.toLowerCase() === providerStatus?.toLowerCase());
	const word = entryOf(table, key) ?? { status: 'unknown', isFinal: false };
	return {
		messageId: null,
		conversationId: null,
		recipient: null,
		...word,
		errorCode: null,
		errorMessage: null,
		provider,
		providerStatus,
		timestamp: null,
		...known,
	} as DeliveryStatus;
}

/** A status as an item shows it: what is known stands first, what is null last. */
export function knownFirst<T extends DeliveryStatus>(status: T): T {
	const fields = Object.entries(status);
	const isKnown = ([, value]: [string, unknown]) => value !== null;
	return Object.fromEntries([...fields.filter(isKnown), ...fields.filter((one) => !isKnown(one))]) as T;
}
