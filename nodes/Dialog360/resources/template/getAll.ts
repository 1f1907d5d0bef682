import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { optionalChoice, text } from '../../../shared/input/text';
import { filtersOf, limitOf, listFields } from '../../../shared/input/listFields';
import { collect } from '../../../shared/transport/pages';
import { textField } from '../../fields/common';
import { isSameWord } from '../../templates/definition';
import { templatePages } from '../../templates/templatePages';

/** What a user wants the templates to be. */
type TemplateFilters = Record<'category' | 'language' | 'name' | 'status', string>;

const CATEGORIES = ['AUTHENTICATION', 'MARKETING', 'UTILITY'];
const STATUSES = ['approved', 'disabled', 'paused', 'pending', 'rejected', 'submitted'];

const filtersField: INodeProperties = {
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Category',
			name: 'category',
			type: 'options',
			options: [
				{ name: 'Authentication', value: 'AUTHENTICATION' },
				{ name: 'Marketing', value: 'MARKETING' },
				{ name: 'Utility', value: 'UTILITY' },
			],
			default: 'UTILITY',
		},
		textField('Language', 'language', { placeholder: 'e.g. en_US' }),
		textField('Name', 'name', { description: 'Only templates whose name contains this' }),
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{ name: 'Approved', value: 'approved' },
				{ name: 'Disabled', value: 'disabled' },
				{ name: 'Paused', value: 'paused' },
				{ name: 'Pending', value: 'pending' },
				{ name: 'Rejected', value: 'rejected' },
				{ name: 'Submitted', value: 'submitted', description: 'The older word for Pending' },
			],
			default: 'approved',
		},
	],
};

export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many templates',
	description: 'Get the templates of the number with their status, category and components',
	repeatable: true,
	fields: { what: listFields, options: [filtersField] },
	async run(item) {
		const given = filtersOf(item, filtersField);
		const filters: TemplateFilters = {
			category: optionalChoice('Category', given.category, CATEGORIES),
			language: text('Language', given.language).trim(),
			name: text('Name', given.name).trim(),
			status: optionalChoice('Status', given.status, STATUSES),
		};
		const list = templatePages(async (url, qs) => await item.ask({ method: 'GET', url, qs }));
		return toItems(await collect(item, list, limitOf(item), (template) => matches(filters, template)));
	},
});

function matches({ category, language, name, status }: TemplateFilters, template: IDataObject): boolean {
	return (
		(!category || isSameWord(template.category, category)) &&
		(!language || isSameWord(template.language, language)) &&
		(!status || isSameWord(template.status, status)) &&
		(!name || String(template.name).toLowerCase().includes(name.toLowerCase()))
	);
}
