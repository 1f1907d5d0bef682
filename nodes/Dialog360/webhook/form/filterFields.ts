import type { INodeProperties } from 'n8n-workflow';
import { OTHER } from '../../../shared/trigger/filterWords';
import { ECHO, MESSAGE, STATUS } from './events';
import { kindOptions } from './messageKinds';

/** Beside WhatsApp's own words for what becomes of a call. */
export const MISSED = 'missed';

/** Filters that spare executions: an event that does not pass is answered and starts nothing. */
export const filterFields: INodeProperties[] = [
	{
		displayName: 'Calls',
		name: 'calls',
		type: 'multiOptions',
		options: [
			{ name: 'Began', value: 'connect' },
			{ name: 'Ended', value: 'terminate', description: 'Answered or not' },
			{ name: 'Missed', value: MISSED, description: 'A customer called and nobody answered' },
			{ name: 'Other', value: OTHER, description: 'Anything else, e.g. that it is ringing' },
		],
		default: [MISSED],
		description: 'What happened to the call; without this filter all',
		displayOptions: { show: { '/events': ['call'] } },
	},
	{
		displayName: 'Ignore Older Than (Minutes)',
		name: 'ignoreOlderThan',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		description:
			'Ignore messages, statuses and calls that are older. After an outage 360dialog delivers up to seven days of them at once.',
	},
	{
		displayName: 'Message Kinds',
		name: 'kinds',
		type: 'multiOptions',
		options: kindOptions,
		default: ['answer', 'text'],
		description: 'The kind of message; without this filter all',
		displayOptions: { show: { '/events': [MESSAGE, ECHO] } },
	},
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		options: [
			{
				name: 'Delivered',
				value: 'delivered',
				description: 'Once for each message, even if WhatsApp reports only that it was read',
			},
			{ name: 'Failed', value: 'failed' },
			{ name: 'Other', value: OTHER, description: 'Newer statuses' },
			{ name: 'Played', value: 'played', description: 'The customer listened to a voice message' },
			{ name: 'Read', value: 'read' },
			{ name: 'Sent', value: 'sent' },
		],
		default: ['failed'],
		description: 'The status of the message; without this filter only Failed',
		displayOptions: { show: { '/events': [STATUS] } },
	},
];
