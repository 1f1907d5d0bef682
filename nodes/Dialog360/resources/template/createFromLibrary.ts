import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { addedEntries, collection } from '../../../shared/input/collection';
import { jsonObject } from '../../../shared/input/json/json';
import { NO_SUCH_FIELD, phoneNumber } from '../../../shared/input/phone/phoneNumber';
import { choice, requiredText } from '../../../shared/input/text';
import { isObject } from '../../../shared/json';
import { optionsField, textField } from '../../fields/common';
import { entriesField } from '../../fields/entries';
import { whereButtonsLead } from './form/buttonFields';
import { buttonUrl } from './form/buttons';
import { handIn } from './handIn';
import { languageField, nameField, templateLanguage, templateName } from './nameAndLanguage';

const libraryField = textField('Library Template', 'libraryTemplate', {
	required: true,
	placeholder: 'e.g. delivery_update_1',
	description: "The exact name in WhatsApp's library; see the WhatsApp Manager",
});

const ofType = (type: string) => ({ displayOptions: { show: { type: [type] } } });

const options: INodeProperties[] = [
	{
		displayName: 'Body Inputs (JSON)',
		name: 'bodyInputs',
		type: 'json',
		default: '{}',
		description: 'More inputs for the text, e.g. {"add_contact_number": true} or {"code_expiration_minutes": 10}',
	},
	{
		displayName: 'Category',
		name: 'libraryCategory',
		type: 'options',
		options: [
			{ name: 'Authentication', value: 'AUTHENTICATION' },
			{ name: 'Utility', value: 'UTILITY' },
		],
		default: 'UTILITY',
		description: 'The category in the library; Utility by default',
	},
	entriesField(
		'Buttons',
		'libraryButtons',
		'Button',
		[
			{
				displayName: 'Type',
				name: 'type',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Phone Number', value: 'PHONE_NUMBER' },
					{ name: 'URL', value: 'URL' },
				],
				default: 'URL',
			},
			...whereButtonsLead(ofType),
		],
		{ description: 'Where the buttons lead, in order; required if the template has any' },
	),
];

/** https://docs.360dialog.com/partner/messaging-and-calling/template-messages/create-and-manage-template-messages */
export const createFromLibrary = defineOperation({
	value: 'createFromLibrary',
	name: 'Create From Library',
	action: 'Create template from library',
	description: "Add a template from WhatsApp's library, which needs no review; answers its ID and status",
	repeatable: true,
	expects: 'id',
	fields: { what: [nameField, libraryField, languageField], options: [optionsField(options)] },
	async run(item) {
		const given = collection(item, 'Options', 'options');
		const nextStep = "Give the name that it has in WhatsApp's library, e.g. delivery_update_1.";
		const body: IDataObject = {
			name: templateName(item.param('templateName', '')),
			category: choice('Category', given.libraryCategory, ['AUTHENTICATION', 'UTILITY'], { fallback: 'UTILITY' }),
			language: templateLanguage(item.param('language', '')),
			library_template_name: requiredText('Library Template', item.param('libraryTemplate', ''), nextStep).trim(),
		};
		const buttons = addedEntries('Buttons', 'button', given.libraryButtons).map(buttonInput);
		if (buttons.length > 0) body.library_template_button_inputs = buttons;
		const inputs = jsonObject('Body Inputs (JSON)', given.bodyInputs) as IDataObject;
		if (Object.keys(inputs).length > 0) body.library_template_body_inputs = inputs;
		return toItems([await handIn(item, body)]);
	},
});

function buttonInput(button: Record<string, unknown>, index: number): IDataObject {
	const where = `Buttons > ${index + 1} > `;
	const type = choice(`${where}Type`, button.type, ['PHONE_NUMBER', 'URL'], { fallback: 'URL' });
	if (type === 'PHONE_NUMBER')
		return { type, phone_number: `+${phoneNumber(`${where}Phone Number`, button.phoneNumber, NO_SUCH_FIELD)}` };
	const { url: base_url, example } = buttonUrl(where, asInForm(`${where}URL`, button));
	return { type, url: { base_url, ...(example !== undefined && { url_suffix_example: example }) } };
}

/** A URL may be given as WhatsApp writes it: `{ base_url, url_suffix_example }`, or JSON of that. */
function asInForm(label: string, button: Record<string, unknown>): Record<string, unknown> {
	const { url } = button;
	if (!isObject(url) && !(typeof url === 'string' && url.trim().startsWith('{'))) return button;
	const { base_url, url_suffix_example } = jsonObject(label, url, '{"base_url": "https://example.com/{{1}}"}');
	return { url: base_url, urlExample: url_suffix_example };
}
