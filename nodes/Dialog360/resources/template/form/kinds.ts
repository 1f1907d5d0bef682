import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { chosen } from '../../../../shared/failures/values/valueFault';
import { choice } from '../../../../shared/input/text';

/** What a template is made of; a carousel and an offer are marketing, a code for one time is authentication. */
export const KINDS = ['carousel', 'code', 'offer', 'standard'] as const;
export type Kind = (typeof KINDS)[number];

export const kindField: INodeProperties = {
	displayName: 'Kind',
	name: 'templateKind',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Carousel', value: 'carousel', description: 'Two to ten cards, each with an image or video' },
		{ name: 'Code for One Time', value: 'code', description: 'A code for a login; WhatsApp writes its text' },
		{ name: 'Limited-Time Offer', value: 'offer', description: 'A code to copy and a link, with an end' },
		{ name: 'Standard', value: 'standard', description: 'Header, body, footer and buttons' },
	],
	default: 'standard',
};

/** Shows a field for these kinds. */
export const forKinds = (...kinds: Kind[]) => shownFor('templateKind', kinds);

/** The same within a collection. */
export const optionForKinds = (...kinds: Kind[]) => shownFor('/templateKind', kinds);

/** By the shorter of two lists that say the same. */
function shownFor(path: string, kinds: Kind[]): { displayOptions: IDisplayOptions } {
	const others = KINDS.filter((kind) => !kinds.includes(kind));
	return { displayOptions: others.length < kinds.length ? { hide: { [path]: others } } : { show: { [path]: kinds } } };
}

export function kindOf(value: unknown): Kind {
	return choice('Kind', chosen('Kind', value), [...KINDS], { fallback: 'standard' }) as Kind;
}
