import type { LookAhead } from './lookAhead';

/** Who wants a turn. */
export interface Ticket {
	/**
	 * What kind of request it is, e.g. `POST /messages`: each has a rate of its own until the account refuses several.
	 */
	kind: string;
	/** Requests of the account in flight at most, as the user set it. */
	limit: number;
	/** Goes before all others of its kind: a request that had its turn and was refused. */
	isRepeat?: boolean;
	/** Gives way to all others: a status request. */
	isLow?: boolean;
	/** The recipient, for limits that are about one of them. */
	recipient?: string;
	/** Milliseconds that its kind, or its recipient, may go on being refused before this request gives up. */
	maxWait: number;
	/** Knows how many of its run may leave as soon as there is a place. */
	lookAhead?: LookAhead;
	signal?: AbortSignal;
}

/** A request that gave up, because the provider refuses its like for longer than its user wants to wait. */
export class LimitHolds extends Error {}

/** A request whose turn has come. */
export interface Turn {
	kind: string;
	/** By the pacer's clock. */
	startedAt: number;
	recipient?: string;
	/** Milliseconds that it waited because the provider wanted all of its kind to wait. */
	heldFor: number;
}

/** What a refusal for too many requests says. */
export interface Refusal {
	/** Milliseconds that the provider wants us to wait, if it says so. */
	retryAfter?: number;
	/** Whether only the recipient of this request has to wait. */
	isAboutRecipient?: boolean;
}

/** A request in line. */
export interface Waiting extends Ticket {
	/** When it joined, by the pacer's clock. */
	since: number;
	/** What its kind had been held by then: see `Gate.heldBy`. */
	heldBefore: number;
	resolve(turn: Turn): void;
	reject(error: Error): void;
}
