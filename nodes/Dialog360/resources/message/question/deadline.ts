import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { date } from '../../../../shared/input/date';
import { decimal } from '../../../../shared/input/number';
import { choice } from '../../../../shared/input/text';
import { asObject } from '../../../../shared/json';
import type { Form } from '../itemForm';

/** How long a question waits. */
export interface Deadline extends IDataObject {
	/** ISO 8601 in UTC. */
	until: string;
	/** Whether the execution fails then; it goes on otherwise. */
	fails: boolean;
}

const MINUTES: Record<string, number> = { minutes: 1, hours: 60, days: 1440 };
const INTERVAL = 'afterTimeInterval';

/** The same fields as in n8n's own nodes that wait for an answer. */
export const limitWaitTimeOption: INodeProperties = {
	displayName: 'Limit Wait Time',
	name: 'limitWaitTime',
	type: 'fixedCollection',
	description: 'When the execution goes on without an answer; without this option it waits for as long as it takes',
	default: { values: { limitType: INTERVAL, resumeAmount: 45, resumeUnit: 'minutes' } },
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Limit Type',
					name: 'limitType',
					type: 'options',
					noDataExpression: true,
					options: [
						{ name: 'After Time Interval', value: INTERVAL, description: 'Waits for a certain amount of time' },
						{ name: 'At Specified Time', value: 'atSpecifiedTime', description: 'Waits until a date and time' },
					],
					default: INTERVAL,
					description: 'What the limit is',
				},
				{
					displayName: 'Amount',
					name: 'resumeAmount',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 1,
					description: 'The time to wait',
					displayOptions: { show: { limitType: [INTERVAL] } },
				},
				{
					displayName: 'Unit',
					name: 'resumeUnit',
					type: 'options',
					options: [
						{ name: 'Minutes', value: 'minutes' },
						{ name: 'Hours', value: 'hours' },
						{ name: 'Days', value: 'days' },
					],
					default: 'hours',
					description: 'Unit of the amount',
					displayOptions: { show: { limitType: [INTERVAL] } },
				},
				{
					displayName: 'Max Date and Time',
					name: 'maxDateAndTime',
					type: 'dateTime',
					default: '',
					description: 'The execution goes on at this date and time',
					displayOptions: { show: { limitType: ['atSpecifiedTime'] } },
				},
			],
		},
	],
};

export const onTimeoutOption: INodeProperties = {
	displayName: 'On Timeout',
	name: 'onTimeout',
	type: 'options',
	options: [
		{ name: 'Go On', value: 'continue', description: 'The item goes on with isTimedOut true and no answer' },
		{
			name: 'Fail',
			value: 'fail',
			description: 'The item fails, as set under Settings > On Error. Before n8n 2.30 it goes on.',
		},
	],
	default: 'fail',
	description: 'What happens when the limit of the wait time is reached without an answer',
};

/**
 * The limit that the user set; null where the question waits for as long as it takes.
 *
 * @throws Failure when it is no time
 */
export function deadlineOf({ options, zone }: Form): Deadline | null {
	const fails = choice('On Timeout', options.onTimeout, ['continue', 'fail'], { fallback: 'continue' }) === 'fail';
	if (options.limitWaitTime === undefined) return null;
	const { limitType, resumeAmount, resumeUnit, maxDateAndTime } = asObject(asObject(options.limitWaitTime).values);
	const type = choice('Limit Type', limitType, [INTERVAL, 'atSpecifiedTime'], { fallback: INTERVAL });
	if (type !== INTERVAL) return { until: date('Max Date and Time', maxDateAndTime, zone).toISOString(), fails };
	const unit = choice('Unit', resumeUnit, Object.keys(MINUTES), { fallback: 'hours' });
	const minutes = decimal('Amount', resumeAmount, { min: 0, fallback: 1 }) * MINUTES[unit]!;
	return { until: new Date(Date.now() + minutes * 60_000).toISOString(), fails };
}
