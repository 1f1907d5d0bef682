import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { badField } from '../../../shared/failures/failure';
import { optionsField, textField } from '../../fields/common';
import { limitedText } from '../../fields/limitedText';
import { TEMPLATE_NAME_MAX } from '../../provider/limits';
import { readComponents } from '../../templates/components';
import { isNumber, variablesOf } from '../../templates/definition';
import { NEWER, OLDER, templatePages } from '../../templates/templatePages';
import { changeTemplate } from './changeTemplate';
import { componentOptions, newComponents } from './newComponents';
import type { ComponentOptions } from './newComponents';

/** What a user may add to a new template. */
interface CreateOptions extends ComponentOptions {
	allowCategoryChange?: boolean;
	templateComponents?: unknown;
}

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
		const body = newTemplate(item);
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
function newTemplate(item: ItemContext): IDataObject {
	const { allowCategoryChange, templateComponents, ...more } = item.param<CreateOptions>('options', {});
	const bodyText = item.param<unknown>('bodyText', '');
	const components = readComponents(templateComponents ?? '[]');
	const hasNames = [bodyText, more.templateHeader].some((text) =>
		variablesOf(String(text ?? '')).some((variable) => !isNumber(variable)),
	);
	return {
		name: templateName(item.param<unknown>('templateName', '')),
		category: item.param('category', 'UTILITY'),
		language: limitedText('Language', item.param<unknown>('language', ''), 15).trim(),
		...(hasNames && components.length === 0 && { parameter_format: 'NAMED' }),
		...(allowCategoryChange !== undefined && { allow_category_change: allowCategoryChange }),
		components: components.length > 0 ? components : newComponents(bodyText, more),
	};
}

function templateName(value: unknown): string {
	const name = limitedText('Name', value, TEMPLATE_NAME_MAX).trim();
	if (/^[a-z0-9_]+$/.test(name)) return name;
	throw badField(
		'Name',
		`holds "${name}"; a template's name has lower-case letters, digits and underscores only`,
		'Change the name, e.g. order_update.',
	);
}
