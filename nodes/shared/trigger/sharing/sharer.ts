import type { IHookFunctions } from 'n8n-workflow';
import type { Note } from '../registrationNotes';
import { noteWorkflow } from '../webhookTaken';
import type { OwnUrl } from '../webhookUrl';
import { noteHome } from './home';
import { mayShare } from './fields';
import type { SharingOptions } from './fields';
import type { Sharer } from './seat';
import { shareKey } from './shareKey';

/** By address; saving a workflow takes its notes out first. */
const lastKeys = new Map<string, string[]>();

/**
 * How a trigger shares webhooks with others of its n8n.
 *
 * @param notes of what it registered in this environment
 * @param registered the addresses of that, where they and not IDs tell it
 */
export function sharerWith(
	context: IHookFunctions,
	own: OwnUrl,
	{ apiKey, options, notes, registered = [] }: Shared,
): Sharer {
	const key = shareKey(context, apiKey);
	// What ends a test tells so by no mode.
	const isTest = context.getActivationMode() === 'manual' || notes.some((note) => note.isTest === true);
	const noted = notes.flatMap(({ shareKey: one }) => one ?? []);
	if (noted.length > 0) lastKeys.set(own.address, noted);
	noteHome(context, { own, isTest });
	noteWorkflow(context, own);
	return {
		own,
		isTest,
		key,
		keys: [...new Set([key, ...(lastKeys.get(own.address) ?? [])])],
		internal: options.internalAddress,
		mayJoin: mayShare(context.getNode(), options),
		isKnown: notes.length > 0,
		registered,
	};
}

interface Shared {
	apiKey: unknown;
	options: SharingOptions;
	notes: Array<Pick<Note, 'shareKey' | 'isTest'>>;
	registered?: string[];
}
