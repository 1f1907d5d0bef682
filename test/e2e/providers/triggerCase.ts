import type { OutgoingHttpHeaders } from 'node:http';

import type { IDataObject, INodeCredentials, INodeParameters } from 'n8n-workflow';

import type { Stage } from '../harness/stage';

/** What a provider calls, and where. */
export interface Registration {
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

/** What a provider's trigger is like, and how its provider is made to call it. Every check of triggers runs for each. */
export interface TriggerCase {
	/** For the names of the tests. */
	provider: string;
	nodeType: string;
	/** Where the picture of the node in the editor goes, from the root of the repository. */
	picture: string;
	/** Creates the credential that leads to the sandbox. */
	credentials(stage: Stage): Promise<INodeCredentials>;

	/** All that the provider knows, from whomever. */
	registrations(stage: Stage): Promise<Registration[]>;
	/** What a user sets first, and what instead while the workflow is active. */
	first: Subscription;
	edited: Subscription;
	/** Registers a URL of somebody else for a subject that none of the subscriptions has. */
	registerElsewhere(stage: Stage): Promise<void>;

	/** Makes something happen at the provider that starts a run of {@link first}, and answers that run's `messageId`. */
	happen(stage: Stage): Promise<string>;
	/** Things of mixed kinds, and the filters that they go through. */
	mixture: {
		parameters: INodeParameters;
		/** Makes so many happen; answers what the trigger is to put out for those that pass the filters. */
		happen(stage: Stage, count: number): Promise<IDataObject[]>;
		/** How many calls of the provider were answered with 200. */
		answered(stage: Stage): Promise<number>;
	};

	/** The body of a call that starts a run of {@link first}; another one for each number. */
	body(number: number): IDataObject;
	/** The headers beside the content type that make a body genuine. */
	genuine(stage: Stage, body: Buffer): OutgoingHttpHeaders;
}
