import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { requiredText } from '../../../shared/input/checks';
import { toItems } from '../../../shared/door/operation';
import type { Operation, Operations } from '../../../shared/door/operation';
import { entryOf } from '../../provider/answers';
import { readList } from '../../provider/pages';
import { DIRECTORY_LISTS } from './directoryLists';
import type { DirectoryList } from './directoryLists';

function pathOf(item: ItemContext, { many, param, displayName }: DirectoryList): string {
	const uuid = requiredText(
		displayName,
		item.param(param, ''),
		`Choose one from the list or give its UUID in '${displayName}'.`,
	).trim();
	return `/${many}/${encodeURIComponent(uuid)}`;
}

const get = (thing: DirectoryList): Operation => ({
	kind: 'read',
	async run(item) {
		return toItems([entryOf(await item.request({ ...item.routed, url: pathOf(item, thing) }), thing.one, thing.many)]);
	},
});

/** The filters are Callbell's own; a list that knows none gets none. */
const getAll = (many: string): Operation => ({
	kind: 'read',
	async run(item) {
		const { type, active } = item.param<IDataObject>('filters', {});
		const qs = { type: type || undefined, active: active === undefined ? undefined : String(active) };
		return toItems(await readList(item, `/${many}`, many, qs));
	},
});

/** Both documents of a renamed template are read: under its own name, and under that of the list. */
const rename = (thing: DirectoryList): Operation => ({
	kind: 'keyed',
	async run(item) {
		const body = { [thing.title]: requiredText('Name', item.param('name', '')).trim() };
		const answer = await item.request({ ...item.routed, url: pathOf(item, thing), body });
		return toItems([entryOf(answer, thing.one, thing.many)]);
	},
});

const getMembers: Operation = {
	kind: 'read',
	async run(item) {
		const team = DIRECTORY_LISTS.find(({ one }) => one === 'team')!;
		const { status } = item.param<IDataObject>('filters', {});
		return toItems(await readList(item, `${pathOf(item, team)}/members`, 'users', { status: status || undefined }));
	},
};

export const directoryOperations: Operations = {
	...Object.fromEntries(
		DIRECTORY_LISTS.flatMap((thing) => [
			[`${thing.one}.get`, get(thing)],
			[`${thing.one}.getAll`, getAll(thing.many)],
			[`${thing.one}.rename`, rename(thing)],
		]),
	),
	'team.getMembers': getMembers,
	'funnel.getAll': getAll('funnels'),
};
