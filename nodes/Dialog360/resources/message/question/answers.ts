import { limitedLine } from '../../../fields/lines';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { badField } from '../../../../shared/failures/failure';
import { choice } from '../../../../shared/input/text';
import { asObject } from '../../../../shared/json';
import { textField } from '../../../fields/common';
import { checkUnique, entriesOf } from '../../../fields/entries';
import { BUTTON_TITLE_MAX, ROWS_MAX } from '../../../provider/limits';
import { FEWER, rowOf, rowsField } from '../interactive/list';
import { repliesOf } from '../interactive/replyButtons';
import type { Form } from '../itemForm';
import type { Answer } from './question';

/** The same fields as in n8n's own nodes; AI agents are offered them for *Human Review*. */
export const approvalField: INodeProperties = {
	displayName: 'Approval Options',
	name: 'approvalOptions',
	type: 'fixedCollection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Type of Approval',
					name: 'approvalType',
					type: 'options',
					noDataExpression: true,
					options: [
						{ name: 'Approve and Disapprove', value: 'double' },
						{ name: 'Approve Only', value: 'single' },
					],
					default: 'double',
				},
				textField('Approve Button Label', 'approveLabel', {
					default: 'Approve',
					description: 'Up to 20 characters',
				}),
				textField('Disapprove Button Label', 'disapproveLabel', {
					default: 'Decline',
					description: 'Up to 20 characters',
					displayOptions: { show: { approvalType: ['double'] } },
				}),
			],
		},
	],
};

/** @throws Failure when a label is too long, or both are the same */
export function approvals(form: Form): Answer[] {
	const { approvalType, approveLabel, disapproveLabel } = asObject(asObject(form.param('approvalOptions', {})).values);
	const type = choice('Type of Approval', approvalType, ['single', 'double'], { fallback: 'double' });
	const label = (name: string, given: unknown, usual: string) => limitedLine(name, given ?? usual, BUTTON_TITLE_MAX);
	const approve = { id: 'approve', title: label('Approve Button Label', approveLabel, 'Approve'), isApproved: true };
	if (type === 'single') return [approve];
	const title = label('Disapprove Button Label', disapproveLabel, 'Decline');
	checkUnique('Approval Options', 'label', [approve.title, title]);
	return [approve, { id: 'decline', title, isApproved: false }];
}

/** @throws Failure when there is none, or more than a message takes, or when one is wrong */
export function buttons(form: Form): Answer[] {
	return repliesOf(form).map(({ id, title }) => ({ id, title }));
}

export const answerRowsField: INodeProperties = {
	...rowsField,
	required: true,
	description: 'One to ten rows',
};

/** @throws Failure when there is none, or more than a list takes, or when one is wrong */
export function rows(form: Form): Answer[] {
	const given = entriesOf('Rows', 'row', form.param('rows', {}), ROWS_MAX, FEWER);
	const made = given.map((row, index) => rowOf(row, `Rows > ${index + 1}`));
	const ids = made.map(({ id }) => id);
	checkUnique('Rows', 'row ID', ids);
	return made;
}

/** A quick reply of a template: where it stands among the buttons, and what is written on it. */
interface QuickReply {
	index: number;
	title: string;
}

/**
 * The quick replies of a template. Of those that ask for an approval, the first approves.
 *
 * @param components of the message; a payload that the user gave is the answer's ID
 * @throws Failure when the template has none
 */
export function quickReplies(definition: IDataObject[], components: IDataObject[], isApproval: boolean) {
	const list = definition.find(({ type }) => String(type).toUpperCase() === 'BUTTONS')?.buttons;
	const all = (Array.isArray(list) ? (list as unknown[]) : []).map(asObject);
	const replies: QuickReply[] = all.flatMap(({ type, text }, index) =>
		String(type).toUpperCase() === 'QUICK_REPLY' ? [{ index, title: String(text) }] : [],
	);
	if (replies.length === 0) {
		throw badField(
			'Template',
			'has no quick reply, so that nobody could answer',
			'Choose a template with quick replies below its text, or set Send As to Message.',
		);
	}
	const answers = replies.map(({ index, title }, at): Answer => {
		const payload = payloadOf(components.find((one) => isReply(one, index)));
		return { id: payload ?? title, title, ...(isApproval && { isApproved: at === 0 }) };
	});
	return { indexes: replies.map(({ index }) => index), answers };
}

/** The components of a template whose quick replies answer with these payloads. */
export function withPayloads(components: IDataObject[], indexes: number[], payloads: string[]): IDataObject[] {
	const others = components.filter((one) => !indexes.some((index) => isReply(one, index)));
	const replies = indexes.map((index, at) => ({
		type: 'button',
		sub_type: 'quick_reply',
		index,
		parameters: [{ type: 'payload', payload: payloads[at]! }],
	}));
	return [...others, ...replies];
}

function isReply({ type, sub_type, index }: IDataObject, at: number): boolean {
	return (
		String(type).toLowerCase() === 'button' && String(sub_type).toLowerCase() === 'quick_reply' && Number(index) === at
	);
}

function payloadOf(component: IDataObject | undefined): string | undefined {
	const [parameter] = Array.isArray(component?.parameters) ? component.parameters : [];
	const { payload } = asObject(parameter);
	return typeof payload === 'string' && payload !== '' ? payload : undefined;
}
