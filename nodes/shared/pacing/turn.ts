/** Who wants a turn. */
export interface Ticket {
	/** Requests in flight at most, as the user set it. */
	limit: number;
	/** Goes before all others: a request that had its turn and was refused. */
	isRepeat?: boolean;
	/** Gives way to all others: a status request. */
	isLow?: boolean;
	/** The recipient, for limits that are about one of them. */
	recipient?: string;
	/** Milliseconds that the account may go on refusing before this request gives up. */
	maxWait: number;
	signal?: AbortSignal;
}

/** A request that gave up, because the account refuses for longer than its user wants to wait. */
export class LimitHolds extends Error {}

/** A request whose turn has come. */
export interface Turn {
	/** By the pacer's clock. */
	startedAt: number;
	recipient?: string;
	/** Milliseconds that it waited because the account wanted all to wait. */
	heldFor: number;
}

/** What a refusal for too many requests says. */
export interface Refusal {
	/** Milliseconds that the provider wants us to wait, if it says so. */
	retryAfter?: number;
	/** Whether only the recipient of this request has to wait. */
	isAboutRecipient?: boolean;
}
