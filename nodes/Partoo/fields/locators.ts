import type { INodeProperties } from 'n8n-workflow';
import { locator } from '../../shared/input/locator';
import type { LocatorDetails } from '../../shared/input/locator';

/** The field with which a user chooses a conversation. */
export const conversationLocator = (details: LocatorDetails): INodeProperties =>
	locator(
		{
			displayName: 'Conversation',
			name: 'conversationId',
			searchListMethod: 'searchConversations',
			byId: { displayName: 'By ID', placeholder: 'e.g. 123' },
		},
		{ description: "The conversation. Search the list by the customer's name or phone number.", ...details },
	);

/** The conversation that an operation is about. */
export const conversationField = conversationLocator({ required: true });

/** The field with which a user chooses a business. */
export const businessLocator = (details: LocatorDetails): INodeProperties =>
	locator(
		{
			displayName: 'Business',
			name: 'businessId',
			searchListMethod: 'searchBusinesses',
			byId: { displayName: 'By ID', placeholder: 'e.g. 5409c35a97bbc544d8e26737' },
		},
		{
			description: 'The business. Search the list by name, city or zip code; those with messaging come first.',
			...details,
		},
	);

/** The field with which a user chooses a colleague. */
export const userLocator = (details: LocatorDetails): INodeProperties =>
	locator(
		{
			displayName: 'User',
			name: 'userId',
			searchListMethod: 'searchUsers',
			byId: { displayName: 'By ID', placeholder: 'e.g. 62d80fae74e8b11d700302b8' },
		},
		{ description: 'The colleague. Search the list by name or email.', ...details },
	);
