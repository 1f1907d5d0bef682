import type { NewMessage } from './state';
import type { Chat } from './types';
import { whatsappTime } from './webhooks/envelope';

type Reply = Pick<NewMessage, 'type' | 'content' | 'beside'>;

interface Answerable {
	title: string;
	answer(chat: Chat): Reply;
}

/** What a permission to call lasts, unless it is for good. */
const WEEK_MS = 7 * 86_400_000;

export const SHARE_NUMBER = 'share-number';

/** What can be tapped in interactive messages that ask for something, by their type. */
export const REQUESTS: Readonly<Record<string, Readonly<Record<string, Answerable>>>> = {
	call_permission_request: {
		'allow-calls': {
			title: 'Allow calls for a week',
			answer: () => permission({ response: 'accept', expiration_timestamp: whatsappTime(Date.now() + WEEK_MS) }),
		},
		'always-allow-calls': {
			title: 'Always allow calls',
			answer: () => permission({ response: 'accept', is_permanent: true }),
		},
		'refuse-calls': { title: 'Do not allow calls', answer: () => permission({ response: 'reject' }) },
	},
	request_contact_info: { [SHARE_NUMBER]: { title: 'Share phone number', answer: sharedNumber } },
};

/** The number as a contact, with the sign that it answers a request. */
export function sharedNumber({ name, person }: Chat): Reply {
	const number = person.number ?? '491510000000';
	const contacts = [
		{
			name: { formatted_name: name, first_name: name },
			phones: [{ phone: `+${number}`, type: 'MOBILE', wa_id: number }],
		},
	];
	return {
		type: 'contacts',
		content: contacts as unknown as Record<string, unknown>,
		beside: { origin: 'contact_request' },
	};
}

function permission(reply: object): Reply {
	const type = 'call_permission_reply';
	return {
		type: 'interactive',
		content: { type, [type]: { is_permanent: false, response_source: 'user_action', ...reply } },
	};
}

/** What an answer to the request for calls reads like: the words that were tapped. */
export function permissionGiven({ call_permission_reply: reply }: Record<string, unknown>): string {
	const { response, is_permanent } = reply as { response?: string; is_permanent?: boolean };
	const tapped = response === 'reject' ? 'refuse-calls' : is_permanent ? 'always-allow-calls' : 'allow-calls';
	return REQUESTS.call_permission_request![tapped]!.title;
}
