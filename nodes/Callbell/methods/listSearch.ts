import type { IDataObject } from 'n8n-workflow';
import { clip } from '../../shared/failures/clip';
import { picker } from '../../shared/input/picker';
import { CHANNEL_KINDS } from '../fields/channelKinds';
import { listOf } from '../provider/answers';
import { nextPage } from '../provider/pages';
import { ask } from './ask';

/** What is listed below which path, and how it is named. */
interface Listed {
	list: string;
	name(entry: IDataObject): string;
	/** Whether it is offered at all; the search text is in lower case. */
	isOffered?(entry: IDataObject, words: string): boolean;
}

/** Callbell has no search: so many pages are read for a text before the user is asked to scroll on. */
const PAGES_PER_SEARCH = 10;

/** Channels that were not discarded. */
export const searchChannels = pickerOf({
	list: 'channels',
	name: ({ title, type, main }) => `${String(title)} (${kindName(type)}${main ? ', main' : ''})`,
	isOffered: ({ discardedAt }) => !discardedAt,
});

/** To be sent templates must be approved, so others come up only when their status is searched for. */
export const searchTemplates = pickerOf({
	list: 'templates',
	name: ({ title, text, templateType, status }) =>
		// All that can be sent are approved.
		[
			`${String(title || clip(String(text), 40))} – ${String(templateType)}`,
			status === 'approved' ? '' : String(status),
		]
			.filter(Boolean)
			.join(', '),
	isOffered: ({ status }, words) => status === 'approved' || (words !== '' && String(status).startsWith(words)),
});

export const searchTeams = pickerOf({ list: 'teams', name: ({ name }) => String(name) });

export const searchFunnels = pickerOf({
	list: 'funnels',
	name: ({ emoji, name }) => [emoji, name].filter(Boolean).join(' '),
});

export const searchContacts = pickerOf({
	list: 'contacts',
	name: ({ name, phoneNumber, source }) => {
		const digits = String(phoneNumber ?? '').replace(/\D/g, '');
		// Who has given no name is called by the number.
		const isNumber = digits !== '' && String(name ?? '').replace(/[\s+()-]/g, '') === digits;
		return [!isNumber && name, digits && `+${digits}`, `(${kindName(source)})`].filter(Boolean).join(' ');
	},
});

/** A kind of channel as people write it. */
function kindName(kind: unknown): string {
	return CHANNEL_KINDS.find(({ value }) => value === kind)?.name ?? String(kind);
}

function pickerOf({ list, name, isOffered = () => true }: Listed) {
	const id = (entry: IDataObject) => String(entry.uuid);
	return picker({
		pagesPerSearch: PAGES_PER_SEARCH,
		id,
		name,
		isOffered: (entry, words) =>
			`${name(entry)} ${id(entry)} ${String(entry.status ?? '')}`.toLowerCase().includes(words) &&
			isOffered(entry, words),
		async read(context, token) {
			const answer = await ask(context, `/${list}`, token ? (JSON.parse(token) as IDataObject) : {});
			const next = nextPage(answer);
			return { entries: listOf(answer, list), token: next === null ? undefined : JSON.stringify(next) };
		},
	});
}
