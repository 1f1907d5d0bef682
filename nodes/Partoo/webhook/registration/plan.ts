import { isOfSameNode } from '../../../shared/trigger/webhookUrl';
import type { OwnUrl } from '../../../shared/trigger/webhookUrl';
import type { Registration } from './endpoint';

/** What the trigger has to do at Partoo so that each of its events is called once, at its own URL. */
export interface Plan {
	/** Registered as they should be. */
	keep: Registration[];
	/** Types of events without a registration. */
	make: string[];
	/**
	 * The trigger's own, but for an event, an address or a secret that it does not have any more, or for its test URL.
	 */
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
	const result: Plan = { keep: [], make: [...types], remove: [] };
	for (const registration of registered) {
		const { event, id, url } = registration;
		const isWanted = types.includes(event);
		if (url.address === own.address || remembered.has(id)) {
			if (result.make.includes(event) && url.address === own.address && url.search === own.search) {
				result.keep.push(registration);
				result.make.splice(result.make.indexOf(event), 1);
			} else {
				result.remove.push(registration);
			}
		} else if (isWanted && !isTest && isOfSameNode(url, own)) {
			// A test URL that n8n could not clean up, e.g. because it was stopped meanwhile; nothing listens there any more.
			result.remove.push(registration);
		} else if (isWanted) {
			result.foreign ??= registration;
		}
	}
	return result;
}
