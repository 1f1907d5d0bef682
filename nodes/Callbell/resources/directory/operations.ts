import type { IDataObject } from 'n8n-workflow';
import type { Call } from '../../../shared/call';
import { requiredText } from '../../../shared/checks';
import { toItems } from '../../../shared/operation';
import type { Operation, Operations } from '../../../shared/operation';
import { entryOf } from '../../envelopes';
import { readList } from '../../lists';
import { THINGS } from './things';
import type { Thing } from './things';

function pathOf(call: Call, { many, param, displayName }: Thing): string {
	const uuid = requiredText(
		displayName,
		call.param(param, ''),
		`Choose one from the list or give its UUID in '${displayName}'.`,
	).trim();
	return `/${many}/${encodeURIComponent(uuid)}`;
}

const get = (thing: Thing): Operation => ({
	kind: 'read',
	async run(call) {
		return toItems([entryOf(await call.request({ ...call.routed, url: pathOf(call, thing) }), thing.one, thing.many)]);
	},
});

/** The filters are Callbell's own; a list that knows none gets none. */
const getAll = (many: string): Operation => ({
	kind: 'read',
	async run(call) {
		const { type, active } = call.param<IDataObject>('filters', {});
		const qs = { type: type || undefined, active: active === undefined ? undefined : String(active) };
		return toItems(await readList(call, `/${many}`, many, qs));
	},
});

/** Both documents of a renamed template are read: under its own name, and under that of the list. */
const rename = (thing: Thing): Operation => ({
	kind: 'keyed',
	async run(call) {
		const body = { [thing.title]: requiredText('Name', call.param('name', '')).trim() };
		const answer = await call.request({ ...call.routed, url: pathOf(call, thing), body });
		return toItems([entryOf(answer, thing.one, thing.many)]);
	},
});

const getMembers: Operation = {
	kind: 'read',
	async run(call) {
		const team = THINGS.find(({ one }) => one === 'team')!;
		const { status } = call.param<IDataObject>('filters', {});
		return toItems(await readList(call, `${pathOf(call, team)}/members`, 'users', { status: status || undefined }));
	},
};

export const directoryOperations: Operations = {
	...Object.fromEntries(
		THINGS.flatMap((thing) => [
			[`${thing.one}.get`, get(thing)],
			[`${thing.one}.getAll`, getAll(thing.many)],
			[`${thing.one}.rename`, rename(thing)],
		]),
	),
	'team.getMembers': getMembers,
	'funnel.getAll': getAll('funnels'),
};
