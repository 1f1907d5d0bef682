import type { INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { chosenUuid } from '../../fields/locators';

/**
 * What an account has few of and does not make by the API (https://docs.callbell.eu/api: templates, channels, teams).
 */
export interface DirectoryList {
	/** The name of one in an answer. */
	one: string;
	/** The path of the list, and its name in an answer. */
	many: string;
	/** What a rename changes. */
	title: 'title' | 'name';
	/** The locator that names one. */
	locator: INodeProperties;
}

/** The path of the one that the user chose. @throws Failure when none is chosen */
export function pathOf(item: ItemContext, list: DirectoryList): string {
	return `/${list.many}/${encodeURIComponent(uuidOf(item, list))}`;
}

/** The UUID of the one that the user chose. @throws Failure when none is chosen */
export function uuidOf(item: ItemContext, { locator: { displayName, name } }: DirectoryList): string {
	return chosenUuid(displayName, item.param(name, ''));
}
