import type { Sharer } from '../../../shared/trigger/sharing/seat';
import type { Endpoint } from './endpoint';
import type { Registered } from './staticData';
import type { WantedWebhook } from './wanted';

/** Brings the URL of a trigger to 360dialog: as the main webhook of the number, or as one beside it. */
export interface Registrar {
	/**
	 * Whether the URL stands there as it should.
	 *
	 * @throws Failure when 360dialog cannot be asked, or when the webhook is somebody else's and may not be replaced
	 */
	isRegistered(wanted: WantedWebhook): Promise<boolean>;
	/**
	 * Puts it there.
	 *
	 * @returns what has to be remembered
	 * @throws Failure like {@link isRegistered}, and when 360dialog refuses it
	 */
	register(wanted: WantedWebhook): Promise<Omit<Registered, 'baseUrl'>>;
	/** Puts back what was there before, or says that it cannot. Leaves alone what is no longer the trigger's. */
	unregister(endpoint: Endpoint, registered: Registered, sharer: Sharer): Promise<void>;
}
