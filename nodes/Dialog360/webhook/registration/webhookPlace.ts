import type { IHookFunctions } from 'n8n-workflow';
import { AdditionalDestination } from './additionalDestination';
import { MainWebhook } from './mainWebhook';
import type { Registered } from './staticData';
import type { RegistrationMode } from '../form/settings';
import type { WantedWebhook } from './wanted';
import type { Endpoint } from './endpoint';

/** Where the URL of a trigger stands at 360dialog: the main webhook of the number, or one beside it. */
export interface WebhookPlace {
	/**
	 * Whether the URL stands there as it should.
	 *
	 * @throws Failure when 360dialog cannot be asked, or when the place is somebody else's and may not be taken
	 */
	isTaken(wish: WantedWebhook): Promise<boolean>;
	/**
	 * Puts it there.
	 *
	 * @returns what has to be remembered
	 * @throws Failure like {@link isTaken}, and when 360dialog refuses it
	 */
	take(wish: WantedWebhook): Promise<Registered>;
	/** Puts back what was there before, or says that it cannot. Leaves alone what is no longer the trigger's. */
	giveBack(endpoint: Endpoint, registered: Registered): Promise<void>;
}

export function webhookPlaceOf(mode: RegistrationMode, context: IHookFunctions): WebhookPlace {
	return mode === 'additional' ? new AdditionalDestination(context) : new MainWebhook(context);
}
