import type { INodeProperties } from 'n8n-workflow';

type Details = Pick<INodeProperties, 'displayOptions' | 'required'> & {
	name?: string;
	description?: string;
};

/** The field with which a user chooses a conversation. */
export function conversationLocator(details: Details): INodeProperties {
	return locator('Conversation', 'conversationId', 'searchConversations', 'e.g. 123', {
		description: 'The conversation; the list finds it by the name or phone number of the customer',
		...details,
	});
}

/** The conversation that an operation is about. */
export const conversationField = conversationLocator({ required: true });

/** The field with which a user chooses a business. */
export function businessLocator(details: Details): INodeProperties {
	return locator('Business', 'businessId', 'searchBusinesses', 'e.g. 5409c35a97bbc544d8e26737', {
		description: 'The business; the list finds it by name, city or zip code, those with messaging first',
		...details,
	});
}

/** The field with which a user chooses a colleague. */
export function userLocator(details: Details): INodeProperties {
	return locator('User', 'userId', 'searchUsers', 'e.g. 62d80fae74e8b11d700302b8', {
		description: 'The colleague; the list finds them by name or email',
		...details,
	});
}

function locator(
	displayName: string,
	name: string,
	searchListMethod: string,
	placeholder: string,
	details: Details,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder },
		],
		...details,
	};
}
