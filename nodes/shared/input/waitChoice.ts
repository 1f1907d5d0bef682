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
 * What a user set below *After Sending*, or in the options of that sense, which saved workflows have.
 *
 * @param range of the timeout in seconds, and what it is where none is set
 */
export function waitChoice(item: ItemContext, range: { fallback: number; max: number }): WaitChoice {
	const isAsked = choice('After Sending', item.param('afterSending', 'goOn'), ['goOn', 'wait']) === 'wait';
	const options = collection(item, 'Options', 'options');
	const given = isAsked
		? { deliveryTimeout: item.param('deliveryTimeout', ''), whenDeliveryFails: item.param('whenDeliveryFails', '') }
		: options;
	return {
		isWanted: isAsked || toggle('Wait For Delivery', options.waitForDelivery),
		seconds: decimal('Delivery Timeout', given.deliveryTimeout, { min: 0, ...range }),
		stops:
			choice('When Delivery Fails', given.whenDeliveryFails, ['stop', 'continue'], { fallback: 'stop' }) === 'stop',
	};
}
