import type { INodeProperties } from 'n8n-workflow';
import { additionalBodyFields, botStatusField, defaultCountryCodeField } from '../../fields/common';
import { teamLocator } from '../../fields/locators';

const onUpdate = { show: { '/operation': ['update'] } };
const onChange = { show: { '/operation': ['update', 'upsert'] } };

/** What a user may set of a contact; see `contactBody`. */
export const contactDetails: INodeProperties = {
	displayName: 'Fields',
	name: 'fields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [
		additionalBodyFields,
		{
			displayName: 'Assigned User',
			name: 'assignedUser',
			type: 'string',
			default: '',
			placeholder: 'e.g. john.doe@email.com',
			description: "Email of the colleague, who must be in the contact's team; otherwise nobody is assigned",
		},
		botStatusField('What the bot does from now on'),
		{
			displayName: 'Custom Fields',
			name: 'customFields',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Custom Field',
			default: {},
			description:
				'Custom fields that exist in Callbell. Dates are like 2026-01-31; checkboxes are lists, e.g. ["Shoes", "Hats"].',
			options: [
				{
					displayName: 'Field',
					name: 'field',
					values: [
						{ displayName: 'Name', name: 'name', type: 'string', default: '', placeholder: 'e.g. Billing Address' },
						{ displayName: 'Value', name: 'value', type: 'string', default: '' },
					],
				},
			],
		},
		{ ...defaultCountryCodeField, displayOptions: { show: { '/operation': ['create'] } } },
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. John Doe',
			description: 'The new name of the contact',
			displayOptions: onUpdate,
		},
		{
			displayName: 'Note',
			name: 'note',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			placeholder: 'e.g. Wants to be called in the morning',
			description: 'Note on the contact, up to 1000 characters; empty clears it',
		},
		{
			displayName: 'Tags',
			name: 'tags',
			type: 'string',
			default: '',
			placeholder: 'e.g. vip, newsletter',
			description: 'Tags that exist in Callbell, separated by commas or semicolons, or a list by expression',
		},
		{
			displayName: 'Tags Action',
			name: 'tagsAction',
			type: 'options',
			options: [
				{ name: 'Add', value: 'add', description: 'The contact keeps its other tags as well' },
				{ name: 'Remove', value: 'remove', description: 'The contact keeps its other tags' },
				{
					name: 'Replace',
					value: 'replace',
					description: 'The contact has these tags only; none when Tags is empty',
				},
			],
			default: 'add',
			description: 'What to do with Tags. Add and Remove read the contact first, because Callbell can only replace.',
			displayOptions: onChange,
		},
		teamLocator({ description: 'The team that the contact belongs to' }),
		{
			displayName: 'Unassign',
			name: 'unassign',
			type: 'boolean',
			default: true,
			description: 'Whether to remove the assignment to a colleague',
			displayOptions: onChange,
		},
	],
};
