import type { ItemContext } from '../door/itemContext';
import { collection } from './collection';
import { decimal } from './number';
import { choice } from './text';
import { toggle } from './toggle';

/** Whether and how a user wants to wait for a message's fate. */
export interface WaitChoice {
	isWanted: boolean;
	seconds: number;
	/** Whether an undelivered message fails its item. */
	stops: boolean;
}

/**
 * What a user set of the wait options.
 *
 * @param defaultSeconds where no timeout is set
 */
export function waitChoice(item: ItemContext, defaultSeconds: number): WaitChoice {
	const options = collection(item, 'Options', 'options');
	return {
		isWanted: toggle('Wait For Delivery', options.waitForDelivery),
		seconds: decimal('Delivery Timeout', options.deliveryTimeout, { min: 0, fallback: defaultSeconds }),
		stops:
			choice('When Delivery Fails', options.whenDeliveryFails, ['stop', 'continue'], { fallback: 'stop' }) === 'stop',
	};
}
