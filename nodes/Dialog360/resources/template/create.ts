import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { badField } from '../../../shared/failures/failure';
import { choice } from '../../../shared/input/text';
import { templateForm, partFields } from './form';
import type { TemplateForm } from './form';
import { forKinds } from './form/kinds';
import { handIn } from './handIn';
import { languageField, nameField, templateLanguage, templateName } from './nameAndLanguage';

const CATEGORIES = ['AUTHENTICATION', 'MARKETING', 'UTILITY'];

const categoryField: INodeProperties = {
	displayName: 'Category',
	name: 'category',
	type: 'options',
	options: [
		{
			name: 'Authentication',
			value: 'AUTHENTICATION',
			description: 'Only with Components (JSON). For a form choose the Kind Code for One Time.',
		},
		{ name: 'Marketing', value: 'MARKETING' },
		{ name: 'Utility', value: 'UTILITY', description: 'About something the customer ordered or asked for' },
	],
	default: 'UTILITY',
	description: 'WhatsApp may change the category',
	...forKinds('standard'),
};

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create template',
	description: 'Submit a template for approval; answers its ID and status',
	// A second template of the same name and language is refused.
	repeatable: true,
	expects: 'id',
	fields: { ...partFields, what: [nameField, categoryField, languageField, ...partFields.what] },
	async run(item) {
		const name = templateName(item.param('templateName', ''));
		const language = templateLanguage(item.param('language', ''));
		const form = templateForm(item);
		const category = categoryOf(item, form);
		await form.upload();
		return toItems([
			await handIn(item, {
				name,
				category,
				language,
				...(form.hasNames && { parameter_format: 'NAMED' }),
				components: form.components,
			}),
		]);
	},
});

function categoryOf(item: ItemContext, { kind, components }: TemplateForm): string {
	if (kind === 'code') return 'AUTHENTICATION';
	if (kind !== 'standard') return 'MARKETING';
	const category = choice('Category', item.param('category', null), CATEGORIES, { isOpen: true });
	const body = components.find(({ type }) => type === 'BODY') as IDataObject | undefined;
	if (category !== 'AUTHENTICATION' || body?.text === undefined) return category;
	throw badField(
		'Category',
		'is Authentication, and WhatsApp writes the text of such a template itself',
		"Choose Kind 'Code for One Time'.",
	);
}
