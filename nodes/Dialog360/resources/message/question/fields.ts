import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import type { OperationFields } from '../../../../shared/door/operation';
import { optionsField, textField } from '../../../fields/common';
import { templateField } from '../../../fields/locators';
import { recipientField } from '../../../fields/recipient';
import { buttonTextField, footerOption } from '../interactive/frame';
import { headerOptions, headerTextOption } from '../interactive/header';
import { buttonsField } from '../interactive/replyButtons';
import { commonOptions } from '../messageFields';
import { flattenOption, valueFields, valuesFromField } from '../templateValueFields';
import { answerRowsField, approvalField } from './answers';
import { checkTriggerOption } from './checkTrigger';
import { limitWaitTimeOption, onTimeoutOption } from './deadline';

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

const sendAsField: INodeProperties = {
	displayName: 'Send As',
	name: 'sendAs',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Message',
			value: 'message',
			description: 'WhatsApp delivers it only within 24 hours after the person wrote',
		},
		{
			name: 'Template',
			value: 'template',
			description: 'An approved template with quick replies, at any time. Of an approval, the first one approves.',
		},
	],
	default: 'message',
	description: 'What carries the question',
};

const ofTemplates = (field: INodeProperties) => when(field, { show: { sendAs: ['template'] } });

/** Not shown with a template, which has a text and buttons of its own; the field is not there beside a list. */
const notOfTemplates: IDisplayOptions = { hide: { sendAs: ['template'] } };

const options = optionsField([
	...commonOptions,
	checkTriggerOption,
	when(flattenOption, { show: { '/sendAs': ['template'] } }),
	when(footerOption, { hide: { '/sendAs': ['template'] } }),
	when(headerTextOption, { hide: { '/sendAs': ['template'] } }),
	...headerOptions
		.filter((option) => option !== headerTextOption)
		.map((option) =>
			when(option, { show: { '/responseType': ['approval', 'buttons'] }, hide: { '/sendAs': ['template'] } }),
		),
	limitWaitTimeOption,
	onTimeoutOption,
]);

/** The form of a question. n8n's *Human Review* keeps all of it, but sets `responseType` and `message` itself. */
export const questionFields: OperationFields = {
	decides: [
		responseTypeField,
		when(sendAsField, { show: { responseType: ['approval', 'buttons'] } }),
		ofTemplates(valuesFromField),
	],
	whom: [recipientField, ofTemplates(templateField)],
	what: [
		textField('Message', 'message', {
			typeOptions: { rows: 3 },
			required: true,
			placeholder: 'e.g. May I book the flight for 240 €?',
			description: 'The question as the person will read it: up to 1024 characters, above a list up to 4096',
			displayOptions: notOfTemplates,
		}),
		when(approvalField, { show: { responseType: ['approval'] }, ...notOfTemplates }),
		when(buttonsField, { show: { responseType: ['buttons'] }, ...notOfTemplates }),
		when(buttonTextField, { show: { responseType: ['list'] } }),
		when(answerRowsField, { show: { responseType: ['list'] } }),
		...valueFields.map(ofTemplates),
	],
	options: [options],
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
