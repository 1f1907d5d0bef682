import type { IHookFunctions } from 'n8n-workflow';
import { AdditionalPlace } from './additionalPlace';
import { MainPlace } from './mainPlace';
import type { Registered } from './remembered';
import type { RegistrationMode } from './settings';
import type { Wish } from './wish';
import type { Endpoint } from './endpoint';

/** Where the URL of a trigger stands at 360dialog: the main webhook of the number, or one beside it. */
export interface Place {
	/**
	 * Whether the URL stands there as it should.
	 *
	 * @throws Failure when 360dialog cannot be asked, or when the place is somebody else's and may not be taken
	 */
	isTaken(wish: Wish): Promise<boolean>;
	/**
	 * Puts it there.
	 *
	 * @returns what has to be remembered
	 * @throws Failure like {@link isTaken}, and when 360dialog refuses it
	 */
	take(wish: Wish): Promise<Registered>;
	/** Puts back what was there before, or says that it cannot. Leaves alone what is no longer the trigger's. */
	giveBack(endpoint: Endpoint, registered: Registered): Promise<void>;
}

export function placeOf(mode: RegistrationMode, context: IHookFunctions): Place {
	return mode === 'additional' ? new AdditionalPlace(context) : new MainPlace(context);
}
