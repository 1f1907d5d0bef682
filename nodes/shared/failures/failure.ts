import { UserError } from 'n8n-workflow';
import { brief } from './clip';
import type { Outcome } from './outcome';

/** What a user needs to get unstuck. All texts are plain sentences without the API key. */
export interface FailureFacts {
	/** What happened, one sentence; names the field by its label in quotes where there is one. */
	message: string;
	/** What to do now. */
	nextStep: string;
	/** Why it happened, where that is known beyond the message. */
	cause?: string;
	/** The provider's own code, or the HTTP status, or the code of the connection (`ECONNREFUSED`). */
	code?: string;
	/** By which the provider's support finds the request. */
	traceId?: string;
	/** HTTP status of the provider's answer. */
	httpCode?: string;
	/** What became of the request that failed; `refused` where there was none, e.g. for a field that is wrong. */
	outcome?: Exclude<Outcome, 'taken'>;
	/** Whether an earlier try of the same execution ended with it already. */
	isKnown?: boolean;
}

/** Characters of what happened and why, values of any length being shown in it. */
const MOST_SAID = 1_000;
/** Of what to do: it may list the IDs of all parts that were sent. */
const MOST_LISTED = 10_000;

/**
 * The one way in which anything here goes wrong: a check before sending, a provider's refusal, a broken connection.
 * The door turns it into n8n's error or, under Continue On Fail, into a failed item.
 */
export class Failure extends UserError {
	readonly facts: FailureFacts;

	constructor(facts: FailureFacts) {
		const message = brief(facts.message, MOST_SAID);
		super(message);
		this.facts = {
			...facts,
			message,
			nextStep: brief(facts.nextStep, MOST_LISTED),
			...(facts.cause !== undefined && { cause: brief(facts.cause, MOST_SAID) }),
		};
	}

	get outcome(): Exclude<Outcome, 'taken'> {
		return this.facts.outcome ?? 'refused';
	}
}

/** Returns the reason of a rejected input field. `label` is the field's name in the editor. */
export function badField(label: string, what: string, nextStep: string): Failure {
	return new Failure({ message: `'${label}' ${what}`, nextStep, code: 'INVALID_INPUT' });
}

/** What was thrown as a failure; something that nobody foresaw keeps its words. */
export function asFailure(reason: unknown, nextStep: string): Failure {
	if (reason instanceof Failure) return reason;
	const message = reason instanceof Error ? reason.message : String(reason);
	return new Failure({ message, nextStep, code: 'UNEXPECTED' });
}
