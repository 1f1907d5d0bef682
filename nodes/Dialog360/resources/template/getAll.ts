import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { limitOf } from '../../../shared/input/listFields';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { collect } from '../../../shared/transport/pages';
import { isSameWord } from '../../templates/definition';
import { templatePages } from '../../templates/list';

/** What a user wants the templates to be. */
interface TemplateFilters {
	category?: string;
	language?: string;
	name?: string;
	status?: string;
}

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many templates',
	description: 'Get the templates of the number with their status, category and components',
	repeatable: true,
	async run(item) {
		const filters = item.param<TemplateFilters>('filters', {});
		const list = templatePages(async (url, qs) => await item.ask({ method: 'GET', url, qs }));
		return toItems(await collect(list, limitOf(item), (template) => matches(filters, template)));
	},
});

function matches({ category, language, name, status }: TemplateFilters, template: IDataObject): boolean {
	return (
		(!category || isSameWord(template.category, category)) &&
		(!language || isSameWord(template.language, language.trim())) &&
		(!status || isSameWord(template.status, status)) &&
		(!name || String(template.name).toLowerCase().includes(name.trim().toLowerCase()))
	);
}

export const getAllFields: INodeProperties[] = [
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show: { resource: ['template'], operation: ['getAll'] } },
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
			{ displayName: 'Language', name: 'language', type: 'string', default: '', placeholder: 'e.g. en_US' },
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				description: 'Only templates whose name holds this',
			},
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
					{ name: 'Submitted', value: 'submitted', description: 'What the older list says for Pending' },
				],
				default: 'approved',
			},
		],
	},
];
