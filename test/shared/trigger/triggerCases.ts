import { messagesChange } from '../../../sandbox/dialog360/webhooks/envelope';
import { callBody } from '../../../sandbox/dialog360/webhooks/envelope';
import * as callbell from '../../Callbell/trigger';
import * as dialog360 from '../../Dialog360/trigger';
import type { TriggerBench } from '../../engine';
import * as partoo from '../../Partoo/trigger';

type Headers = Record<string, string>;

/** What the three triggers have in common to somebody who calls them. */
export interface TriggerCase {
	provider: string;
	start(): Promise<TriggerBench>;
	/** The body of a call that tells of these messages; a provider that tells of one in a call takes the first. */
	body(...messages: string[]): string;
	prove(body: string): Headers;
	/** How many messages a call can tell of. */
	tells: 'one' | 'many';
}

export const triggerCases: TriggerCase[] = [
	{
		provider: 'Partoo',
		start: async () => await partoo.startTrigger(),
		body: (id) => JSON.stringify(partoo.messageEvent({ id })),
		prove: (body) => partoo.signed(body) as Headers,
		tells: 'one',
	},
	{
		provider: '360dialog',
		start: async () => await dialog360.startManual(),
		body: (...ids) => callBody([messagesChange({ messages: ids.map(text) })]).toString(),
		prove: () => dialog360.SIGNED,
		tells: 'many',
	},
	{
		provider: 'Callbell',
		start: async () => await callbell.startTrigger(),
		body: (uuid) => JSON.stringify(callbell.created({ uuid })),
		prove: (body) => callbell.signed(body) as Headers,
		tells: 'one',
	},
];

function text(id: string) {
	return { id, from: '4915112345678', timestamp: '1749416383', type: 'text', text: { body: 'Hello' } };
}

/** IDs of the messages that started runs, in their order. */
export const idsOf = ({ runs }: TriggerBench) => runs.map(({ messageId }) => String(messageId));
