import { isTestUrlOf } from '../../../shared/trigger/webhookUrl';
import type { OwnUrl } from '../../../shared/trigger/webhookUrl';
import type { Registration } from './endpoint';

/** What the trigger has to do at Partoo so that each of its events is called once, at its own URL. */
export interface Plan {
	/** Registered as they should be. */
	keep: Registration[];
	/** Types of events without a registration. */
	make: string[];
	/** The trigger's own, but at an address or with a secret that it does not have any more, or at its test URL. */
	move: Registration[];
	/** The trigger's own, for an event that it does not want any more. */
	remove: Registration[];
	/** Somebody else's registration on an event that the trigger wants. */
	foreign?: Registration;
}

/** What the trigger wants, and how it knows its own. */
export interface WantedWebhooks {
	types: string[];
	own: OwnUrl;
	/** IDs of registrations that it made. */
	remembered: ReadonlySet<string>;
	/**
	 * Whether n8n listens for a test event: the registration of the production URL is then somebody else's, although of
	 * the same node, because taking it over would silence the active workflow.
	 */
	isTest: boolean;
}

/**
 * Compares what Partoo has with what the trigger wants. Its own registrations are known by their ID, or by the end of
 * their path, which n8n drew at random for this node; the address changes when n8n moves.
 */
export function plan(registered: Registration[], { types, own, remembered, isTest }: WantedWebhooks): Plan {
	const result: Plan = { keep: [], make: [...types], move: [], remove: [] };
	for (const registration of registered) {
		const { event, id, url } = registration;
		const isMine = url.address === own.address || remembered.has(id);
		// A test URL that n8n could not clean up, e.g. because it was stopped meanwhile; nothing listens there any more.
		const isLeftOver = !isTest && types.includes(event) && isTestUrlOf(url, own);
		if (isMine || isLeftOver) {
			const isRight = url.address === own.address && url.search === own.search;
			const index = result.make.indexOf(event);
			if (index >= 0) result.make.splice(index, 1);
			result[index < 0 ? 'remove' : isRight ? 'keep' : 'move'].push(registration);
		} else if (types.includes(event)) {
			result.foreign ??= registration;
		}
	}
	return result;
}
