import type { INodeProperties } from 'n8n-workflow';
import type { Provider } from '../transport/provider';
import { DEFAULT_WAIT, MAX_WAIT } from './waitForDelivery';

const timeout: INodeProperties = {
	displayName: 'Delivery Timeout',
	name: 'deliveryTimeout',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MAX_WAIT },
	default: DEFAULT_WAIT,
	description: 'How many seconds to wait at most. After that the item continues with isFinal false.',
};

const whenFailed: INodeProperties = {
	displayName: 'When Delivery Fails',
	name: 'whenDeliveryFails',
	type: 'options',
	options: [
		{ name: 'Pass Item On', value: 'continue', description: 'The item goes on with status "failed"' },
		{ name: 'Stop', value: 'stop', description: 'The item fails, as set under Settings > On Error' },
	],
	default: 'stop',
	description: 'What to do with an item whose message was not delivered',
};

/** The question whether a send waits for its message's fate, and what goes with it. */
export function afterSendingFields({ displayName }: Pick<Provider, 'displayName'>): INodeProperties[] {
	return [
		{
			displayName: 'After Sending',
			name: 'afterSending',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'Go On',
					value: 'goOn',
					description: `${displayName} has accepted the message; the trigger tells whether it arrives`,
				},
				{
					name: 'Wait Until Delivered',
					value: 'wait',
					description: `Until ${displayName} says whether the message arrived`,
				},
			],
			default: 'goOn',
		},
		...[timeout, whenFailed].map((field) => ({ ...field, displayOptions: { show: { afterSending: ['wait'] } } })),
	];
}

/** The same as options, as saved workflows have them; not beside the question's own fields. */
export const waitOptions: INodeProperties[] = [
	timeout,
	{
		displayName: 'Wait For Delivery',
		name: 'waitForDelivery',
		type: 'boolean',
		default: true,
		description: 'Whether to wait until it is known whether the message arrived, as set by After Sending',
	} satisfies INodeProperties,
	whenFailed,
].map((option) => ({ ...option, displayOptions: { hide: { '/afterSending': ['wait'] } } }));
