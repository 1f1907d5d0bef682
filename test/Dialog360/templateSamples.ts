import { CUSTOMER } from './dialog360';

/** Templates as the newer list of 360dialog has them. */
export const ORDER = {
	id: '1',
	name: 'order_update',
	language: 'en_US',
	status: 'APPROVED',
	category: 'UTILITY',
	components: [
		{ type: 'HEADER', format: 'DOCUMENT' },
		{ type: 'BODY', text: 'Hi {{1}}, your order {{2}}' },
		{
			type: 'BUTTONS',
			buttons: [
				{ type: 'URL', text: 'Track', url: 'https://example.com/{{1}}' },
				{ type: 'QUICK_REPLY', text: 'Stop' },
			],
		},
	],
};

export const GERMAN = {
	...ORDER,
	id: '2',
	language: 'de',
	status: 'PENDING',
	components: [{ type: 'BODY', text: 'Hallo {{name}}' }],
};

export const OFFER = {
	...ORDER,
	id: '3',
	name: 'offer',
	category: 'MARKETING',
	components: [{ type: 'BODY', text: 'Only today' }],
};

/** How the sandbox answers a list; its body says which. */
export const list = {
	method: 'GET',
	path: '^/message_templates$',
	effect: 'status',
	status: 200,
	times: null,
} as const;
export const olderList = { ...list, path: '^/v1/configs/templates$' };

/** The sandbox takes every message, whatever template it names. */
export const sends = {
	method: 'POST',
	path: '^/messages$',
	effect: 'status',
	status: 200,
	times: null,
	body: { contacts: [{ wa_id: CUSTOMER }], messages: [{ id: 'wamid.1', message_status: 'accepted' }] },
} as const;
