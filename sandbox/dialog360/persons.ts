import type { Chat, Person } from './types';

const isNumber = (id: string): boolean => /^[0-9]+$/.test(id);

/** A person as a chat begins: known by the number, or by the hidden-number ID alone. */
export const newPerson = (id: string): Person => ({
	number: isNumber(id) ? id : null,
	userId: isNumber(id) ? null : id,
	username: null,
	isHidden: !isNumber(id),
	marketing: 'resume',
});

/** A hidden-number ID that nobody had before: the country's letters are of no meaning here. */
export const userIdFor = (number: string, change = 0): string =>
	`DE.${number.slice(-9)}${String(change).padStart(4, '0')}`;

/** `contacts[]` of a webhook. The number is left out where it is hidden. */
export function contactOf({ name, person }: Pick<Chat, 'name' | 'person'>): object {
	const { number, userId, username, isHidden } = person;
	return {
		profile: { name, ...(username !== null && { username }) },
		...(!isHidden && { wa_id: number }),
		...(userId !== null && { user_id: userId }),
	};
}

export const sender = ({ number, userId, isHidden }: Person): object => ({
	...(!isHidden && { from: number }),
	...(userId !== null && { from_user_id: userId }),
});

export const recipient = ({ number, userId, isHidden }: Person): object => ({
	...(!isHidden && { recipient_id: number }),
	...(userId !== null && { recipient_user_id: userId }),
});
