import type { INodeProperties } from 'n8n-workflow';
import type { Provider } from '../transport/provider';
import { DEFAULT_WAIT, MAX_WAIT } from './waitForDelivery';

/** The options with which a user waits for a message's fate. */
export function waitFields({ displayName }: Pick<Provider, 'displayName'>): INodeProperties[] {
	return [
		{
			displayName: 'Delivery Timeout',
			name: 'deliveryTimeout',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: MAX_WAIT },
			default: DEFAULT_WAIT,
			description:
				'How many seconds Wait For Delivery waits at most. When the time runs out the item goes on with isFinal false.',
		},
		{
			displayName: 'Wait For Delivery',
			name: 'waitForDelivery',
			type: 'boolean',
			default: true,
			description: `Whether to wait until ${displayName} says what became of the message. ${displayName} accepts a message before it is delivered.`,
		},
		{
			displayName: 'When Delivery Fails',
			name: 'whenDeliveryFails',
			type: 'options',
			options: [
				{ name: 'Stop', value: 'stop', description: 'The item fails, as set under Settings > On Error' },
				{ name: 'Pass Item On', value: 'continue', description: 'The item goes on with status "failed"' },
			],
			default: 'stop',
			description: 'What Wait For Delivery does with a message that was not delivered',
		},
	];
}
