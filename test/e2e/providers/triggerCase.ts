import type { OutgoingHttpHeaders } from 'node:http';

import type { IDataObject, INodeCredentials, INodeParameters } from 'n8n-workflow';

import type { Stage } from '../harness/stage';

/** What a provider calls, and where. */
export interface Registration {
	/** The provider's; where it has none, all that it keeps, so that one that is put back is the same only if nothing of it changed. */
	id: string;
	/** What for: an event, a number … */
	subject: string;
	url: string;
}

/** Parameters of a trigger, and what it is registered for with them. */
export interface Subscription {
	parameters: INodeParameters;
	subjects: string[];
}

export type Prove = (body: Buffer) => OutgoingHttpHeaders;

/** What a provider's trigger is like, and how its provider is made to call it. Every check of triggers runs for each. */
export interface TriggerCase {
	/** For the names of the tests. */
	provider: string;
	nodeType: string;
	/** Where the picture of the node in the editor goes, from the root of the repository. */
	picture: string;
	/** Creates the credential that leads to the sandbox, and lets the sandbox sign its calls where that is a setting of it. */
	credentials(stage: Stage): Promise<INodeCredentials>;

	/** All that the provider knows, from whomever. */
	registrations(stage: Stage): Promise<Registration[]>;
	/** What a user sets first, and what instead while the workflow is active. */
	first: Subscription;
	edited: Subscription;
	/** {@link first}, with everything by which the provider lets its calls be verified. */
	verified: INodeParameters;
	/** What a user sets in a second workflow, for which there is no place beside {@link first}. */
	rival: INodeParameters;
	/**
	 * Registers URLs of somebody else, where the provider has place for them. One of them may be for a subject of the
	 * subscriptions, if these say that it is to be replaced while they last, and put back.
	 */
	registerElsewhere(stage: Stage): Promise<void>;
	/** Somebody else puts a URL of theirs where that of {@link first} is. */
	takeOver(stage: Stage): Promise<void>;

	/** Makes something happen at the provider that starts a run of {@link first}, and answers that run's `messageId`. */
	happen(stage: Stage): Promise<string>;
	/**
	 * Makes what the provider sends by itself to whoever listens for a test event, and answers its `messageId`. Absent
	 * where it sends nothing before something happens.
	 */
	tryOut?(stage: Stage): Promise<string>;
	/** What the editor shows of either, beside the ID. */
	shown: string;
	/** Things of mixed kinds, and the filters that they go through. */
	mixture: {
		parameters: INodeParameters;
		/** Makes so many happen; answers what the trigger is to put out for those that pass the filters. */
		happen(stage: Stage, count: number): Promise<IDataObject[]>;
		/** How many things the provider told of in calls that were answered with 200 at once. */
		answered(stage: Stage): Promise<number>;
		/** How many runs are to start with these outputs: a provider may tell of several things in one call. */
		runs(stage: Stage, outputs: IDataObject[]): Promise<number>;
	};

	/** The body of a call that starts a run of {@link first}; another one for each number. */
	body(number: number): IDataObject;
	/** That run's `messageId`. */
	bodyId(number: number): string;
	/** JSON objects that tell of nothing, and what a genuine call with one is answered. */
	nothing: { bodies: string[]; status: number };
	/**
	 * What calls without an event that can be read may be answered beside a refusal, genuine or not: a provider may check
	 * the connection with calls whose shape is not documented.
	 */
	checks?: number;
	/** What makes calls of an active {@link verified} trigger genuine: a function from a body to the headers beside the content type. */
	prover(stage: Stage): Promise<Prove>;
	/** Names of forgeries that the provider's rules allow, since they change nothing. */
	harmless: string[];
}
