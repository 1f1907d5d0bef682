import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { collection } from '../../../shared/input/collection';
import { jsonList } from '../../../shared/input/json/json';
import { choice, text } from '../../../shared/input/text';
import { toggle } from '../../../shared/input/toggle';
import { optionsField, textField } from '../../fields/common';
import { isNumber, variablesOf } from '../../templates/definition';
import { NEWER, OLDER, templatePages } from '../../templates/templatePages';
import { changeTemplate } from './changeTemplate';
import { componentOptions, newComponents } from './newComponents';
import { templateLanguage, templateName } from './templateRules';

const CATEGORIES = ['AUTHENTICATION', 'MARKETING', 'UTILITY'];

const fields: INodeProperties[] = [
	textField('Name', 'templateName', {
		required: true,
		placeholder: 'e.g. order_update',
		description: 'Lower-case letters, digits and underscores',
	}),
	{
		displayName: 'Category',
		name: 'category',
		type: 'options',
		options: [
			{
				name: 'Authentication',
				value: 'AUTHENTICATION',
				description: 'A code for one time; give its components as JSON',
			},
			{ name: 'Marketing', value: 'MARKETING' },
			{ name: 'Utility', value: 'UTILITY', description: 'About something that the customer ordered or asked for' },
		],
		default: 'UTILITY',
	},
	textField('Language', 'language', { required: true, placeholder: 'e.g. en_US' }),
	textField('Body', 'bodyText', {
		typeOptions: { rows: 4 },
		placeholder: 'e.g. Hello {{1}}, your order {{2}} is on its way.',
		description:
			'Up to 1024 characters, with variables by number or by name. Each needs an example: see Body Examples below.',
	}),
];

const options: INodeProperties[] = [
	...componentOptions,
	{
		displayName: 'Allow Category Change',
		name: 'allowCategoryChange',
		type: 'boolean',
		default: true,
		description: 'Whether WhatsApp may put the template into another category instead of rejecting it',
	},
	{
		displayName: 'Components (JSON)',
		name: 'templateComponents',
		type: 'json',
		default: '[]',
		description:
			'The list "components" as WhatsApp\'s documentation writes it, in place of the fields of this form: for headers with media, carousels, offers, codes for one time',
	},
];

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create template',
	description: 'Hand a template in for approval',
	// A second template of the same name and language is refused.
	repeatable: true,
	expects: 'id',
	fields: { what: fields, options: [optionsField(options)] },
	async run(item) {
		const body = await newTemplate(item);
		const { name, language } = body;
		const answer = await changeTemplate(
			item,
			{ method: 'POST', url: NEWER, body },
			{ method: 'POST', url: OLDER, body },
			async () => await findMade(item, body),
		);
		return toItems([{ name, language, ...answer }]);
	},
});

/** The template as it was handed in; another one of the same name and language was there before. */
async function findMade(item: ItemContext, body: IDataObject): Promise<IDataObject | undefined> {
	const list = templatePages(async (url, qs) => await item.ask({ method: 'GET', url, qs }, { isRead: true }));
	for await (const templates of list) {
		const made = templates.find(({ name, language }) => name === body.name && language === body.language);
		if (made) return bodyTextOf(made) === bodyTextOf(body) ? made : undefined;
	}
	return undefined;
}

function bodyTextOf({ components }: IDataObject): unknown {
	const all = Array.isArray(components) ? (components as IDataObject[]) : [];
	return all.find(({ type }) => String(type).toUpperCase() === 'BODY')?.text;
}

/** The JSON body `{ name, category, language, components }`. */
async function newTemplate(item: ItemContext): Promise<IDataObject> {
	const options = collection(item, 'Options', 'options');
	const { allowCategoryChange } = options;
	const bodyText = text('Body', item.param('bodyText', ''));
	const example = '[{"type": "BODY", "text": "Hello"}]';
	const components = jsonList('Components (JSON)', options.templateComponents, example) as IDataObject[];
	const hasNames = [bodyText, text('Header Text', options.templateHeader)].some((given) =>
		variablesOf(given).some((variable) => !isNumber(variable)),
	);
	return {
		name: templateName(item.param('templateName', '')),
		category: choice('Category', item.param('category', null), CATEGORIES, { isOpen: true }),
		language: templateLanguage(item.param('language', '')),
		...(hasNames && components.length === 0 && { parameter_format: 'NAMED' }),
		...(allowCategoryChange !== undefined && {
			allow_category_change: toggle('Allow Category Change', allowCategoryChange),
		}),
		components: components.length > 0 ? components : await newComponents(bodyText, options),
	};
}
