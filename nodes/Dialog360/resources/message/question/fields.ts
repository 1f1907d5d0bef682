import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import type { OperationFields } from '../../../../shared/door/operation';
import { textField } from '../../../fields/common';
import { otherThan, templateField } from '../../../fields/locators';
import { recipientField } from '../../../fields/recipient';
import { buttonTextField } from '../interactive/frame';
import { buttonsField } from '../interactive/replyButtons';
import { sendOptionsField } from '../form/sendOptions';
import { valueFields } from '../form/templateValueFields';
import { answerRowsField, approvalField } from './answers';

const responseTypeField: INodeProperties = {
	displayName: 'Answer By',
	name: 'responseType',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Approval', value: 'approval', description: 'A button to approve and one to decline' },
		{ name: 'Buttons', value: 'buttons', description: 'One to three buttons of your own' },
		{ name: 'List', value: 'list', description: 'A menu of up to ten rows' },
	],
	default: 'approval',
	description: 'How the person answers: always by a tap',
};

/**
 * One for each of these, so that n8n takes none for its default where there is none: fields that other operations have
 * as well are hidden by it.
 */
const sendAsFields = [
	sendAsField('approval', 'Its first quick reply approves'),
	sendAsField('buttons', 'It has quick replies'),
];

function sendAsField(responseType: string, description: string): INodeProperties {
	return {
		displayName: 'Send As',
		name: 'sendAs',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Message', value: 'message' },
			{ name: 'Template', value: 'template', description },
		],
		default: 'message',
		description: 'A message arrives within 24 hours after the person last wrote, an approved template at any time',
		displayOptions: { show: { responseType: [responseType] } },
	};
}

/** Not shown with a template, which has a text and buttons of its own; the field is not there beside a list. */
const notOfTemplates: IDisplayOptions = { hide: { sendAs: ['template'] } };

/** The form of a question. n8n's *Human Review* keeps all of it, but sets `responseType` and `message` itself. */
export const questionFields: OperationFields = {
	decides: [responseTypeField, ...sendAsFields],
	whom: [recipientField, templateField],
	what: [
		textField('Message', 'message', {
			typeOptions: { rows: 3 },
			required: true,
			placeholder: 'e.g. May I book the flight for 240 €?',
			description: 'The question as the person will read it: up to 1024 characters, with a list up to 4096',
			displayOptions: { hide: { sendAs: [otherThan('message')] } },
		}),
		when(approvalField, { show: { responseType: ['approval'] }, ...notOfTemplates }),
		when(buttonsField, { show: { responseType: ['buttons'] }, ...notOfTemplates }),
		when(buttonTextField, { show: { responseType: ['list'] } }),
		when(answerRowsField, { show: { responseType: ['list'] } }),
		...valueFields,
	],
	options: [sendOptionsField],
};

function when(field: INodeProperties, { show, hide }: IDisplayOptions): INodeProperties {
	const own = field.displayOptions;
	const shown = { ...own?.show, ...show };
	const hidden = { ...own?.hide, ...hide };
	return {
		...field,
		displayOptions: {
			...(Object.keys(shown).length > 0 && { show: shown }),
			...(Object.keys(hidden).length > 0 && { hide: hidden }),
		},
	};
}
