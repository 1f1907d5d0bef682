import type { IDataObject, IHttpRequestMethods, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { asObject } from '../../../shared/json';
import { badField } from '../../../shared/failures/failure';
import { limitOf } from '../../../shared/input/listFields';
import { toItems } from '../../../shared/door/operation';
import type { Operation } from '../../../shared/door/operation';
import { collect, pages } from '../../../shared/transport/pages';
import { phoneNumber } from '../../../shared/input/phoneNumber';
import { isHiddenNumberId } from '../../fields/recipient';
import type { SendOptions } from '../message/options';

const URL = '/block_users';
const PER_PAGE = 100;

const option = (
	name: string,
	value: string,
	action: string,
	description: string,
	method: IHttpRequestMethods,
): INodePropertyOptions => ({
	name,
	value,
	action,
	description,
	routing: { request: { method, url: URL } },
});

export const blockOption = option(
	'Block',
	'block',
	'Block users',
	'Take no more messages of customers, who must have written in the last 24 hours',
	'POST',
);
export const unblockOption = option(
	'Unblock',
	'unblock',
	'Unblock users',
	'Take messages of blocked customers again',
	'DELETE',
);
export const getAllBlockedOption = option(
	'Get Many Blocked',
	'getAllBlocked',
	'Get many blocked users',
	'Get the customers that are blocked',
	'GET',
);

/** Blocks or unblocks customers (https://developers.facebook.com/docs/whatsapp/cloud-api/block-users). */
export const changeBlocked: Operation = {
	kind: 'keyed',
	async run(item) {
		const { defaultCountryCode } = item.param<SendOptions>('options', {});
		const block_users = usersOf(item.param<unknown>('users', ''), defaultCountryCode).map((user) => ({ user }));
		return toItems([await item.json({ ...item.routed, body: { messaging_product: 'whatsapp', block_users } })]);
	},
};

/** Phone numbers or hidden-number IDs, as a list or with commas or line breaks between them. */
export function usersOf(value: unknown, defaultCountryCode: unknown): string[] {
	const parts = Array.isArray(value)
		? (value as unknown[])
		: typeof value === 'string'
			? value.split(/[,;\n]/)
			: [value];
	const users = parts.filter((part) => String(part ?? '').trim() !== '');
	if (users.length === 0)
		throw badField('Users', 'is empty', "Give phone numbers in 'Users', with commas between them.");
	return users.map((user) => {
		const text = String(user).trim();
		return isHiddenNumberId(text) ? text : `+${phoneNumber('Users', user, defaultCountryCode)}`;
	});
}

export const getAllBlocked: Operation = {
	kind: 'read',
	async run(item) {
		const limit = limitOf(item);
		const list = pages<string>(async (after) => {
			const { data, paging } = await item.json({ ...item.routed, qs: { limit: Math.min(limit, PER_PAGE), after } });
			const { cursors, next } = asObject(paging);
			const cursor = asObject(cursors).after;
			const entries = Array.isArray(data) ? (data as IDataObject[]) : [];
			// `next` is an address at Meta, which must not get the key; it only says that there is more.
			return { entries, next: next && typeof cursor === 'string' ? cursor : null };
		});
		return toItems(await collect(list, limit));
	},
};

export const blockFields: INodeProperties[] = [
	{
		displayName: 'Users',
		name: 'users',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. +49 151 12345678, +33 6 12 34 56 78',
		description: 'Phone numbers with their country code, or hidden-number IDs, with commas between them or as a list',
		displayOptions: { show: { resource: ['account'], operation: ['block', 'unblock'] } },
	},
];
