import { UserError } from 'n8n-workflow';

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
	/** Whether the provider may have carried the request out although it did not say so. */
	inDoubt?: boolean;
	/** Whether the request surely never reached the provider. */
	neverSent?: boolean;
	/** Whether an earlier try of the same execution ended with it already. */
	isKnown?: boolean;
}

/**
 * The one way in which anything here goes wrong: a check before sending, a provider's refusal, a broken connection.
 * The door turns it into n8n's error or, under Continue On Fail, into a failed item.
 */
export class Failure extends UserError {
	readonly facts: FailureFacts;

	constructor(facts: FailureFacts) {
		super(facts.message);
		this.facts = facts;
	}
}

/** Returns the reason of a rejected input field. `label` is the field's name in the editor. */
export function badField(label: string, what: string, nextStep: string): Failure {
	return new Failure({ message: `'${label}' ${what}`, nextStep, code: 'INVALID_INPUT' });
}
