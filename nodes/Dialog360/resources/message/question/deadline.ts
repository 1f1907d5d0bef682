import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { badField } from '../../../../shared/failures/failure';
import { ENTRY_BY_ENTRY } from '../../../../shared/input/collection';
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
/** Ten years. */
const LONGEST_MINUTES = 3650 * 1440;
const INTERVAL = 'afterTimeInterval';

/** The same fields as in n8n's own nodes that wait for an answer. */
export const limitWaitTimeOption: INodeProperties = {
	displayName: 'Limit Wait Time',
	name: 'limitWaitTime',
	type: 'fixedCollection',
	description: 'When the execution continues without an answer; without this option it waits forever',
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
						{ name: 'After Time Interval', value: INTERVAL },
						{ name: 'At Specified Time', value: 'atSpecifiedTime' },
					],
					default: INTERVAL,
				},
				{
					displayName: 'Amount',
					name: 'resumeAmount',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 1,
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
					displayOptions: { show: { limitType: [INTERVAL] } },
				},
				{
					displayName: 'Max Date and Time',
					name: 'maxDateAndTime',
					type: 'dateTime',
					default: '',
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
		{ name: 'Go On', value: 'continue', description: 'The item continues with isTimedOut true and no answer' },
		{
			name: 'Fail',
			value: 'fail',
			description: 'The item fails, as set under Settings > On Error. Before n8n 2.30 it continues.',
		},
	],
	default: 'fail',
	description: 'What happens if nobody has answered by then',
};

/**
 * The limit that the user set; null where the question waits for as long as it takes.
 *
 * @throws Failure when it is no time
 */
export function deadlineOf({ options, zone }: Form): Deadline | null {
	const fails = choice('On Timeout', options.onTimeout, ['continue', 'fail'], { fallback: 'continue' }) === 'fail';
	if (options.limitWaitTime === undefined) return null;
	const { values } = asObject(options.limitWaitTime);
	if (values === undefined) {
		throw badField('Limit Wait Time', 'is empty', `Say how long to wait, or take the option out. ${ENTRY_BY_ENTRY}`);
	}
	const { limitType, resumeAmount, resumeUnit, maxDateAndTime } = asObject(values);
	const type = choice('Limit Type', limitType, [INTERVAL, 'atSpecifiedTime'], { fallback: INTERVAL });
	if (type !== INTERVAL)
		return { until: stillToCome('Max Date and Time', date('Max Date and Time', maxDateAndTime, zone)), fails };
	const unit = choice('Unit', resumeUnit, Object.keys(MINUTES), { fallback: 'hours' });
	const longest = { min: 0, max: LONGEST_MINUTES / MINUTES[unit]! };
	const minutes = decimal('Amount', resumeAmount, { ...longest, fallback: 1 }) * MINUTES[unit]!;
	return { until: new Date(Date.now() + minutes * 60_000).toISOString(), fails };
}

/** @throws Failure when it is over: the question would be asked, and no answer to it taken. */
function stillToCome(label: string, until: Date): string {
	const at = until.toISOString();
	if (until.getTime() > Date.now()) return at;
	throw badField(label, `holds ${at}, which is over`, `Give a time that is still to come in '${label}'.`);
}
