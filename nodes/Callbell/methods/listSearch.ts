import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { withNodeErrors } from '../../shared/failures/nodeError';
import { listOf } from '../provider/answers';
import { nextPage } from '../provider/pages';
import { ask } from './ask';

/** How the entries of a list are found and named. */
interface Picker {
	list: string;
	name(entry: IDataObject): string;
	/** Whether it is offered at all; the search text is in lower case. */
	isOffered?(entry: IDataObject, words: string): boolean;
}

/** Callbell has no search: so many pages are read for a text before the user is asked to scroll on. */
const PAGES_PER_SEARCH = 10;

/** Channels that were not discarded. */
export const searchChannels = picker({
	list: 'channels',
	name: ({ title, type, main }) => `${String(title)} (${String(type)}${main ? ', main' : ''})`,
	isOffered: ({ discardedAt }) => !discardedAt,
});

/** To be sent templates must be approved, so others come up only when their status is searched for. */
export const searchTemplates = picker({
	list: 'templates',
	name: ({ title, text, templateType, status }) =>
		`${String(title || clip(String(text)))} – ${String(templateType)}, ${String(status)}`,
	isOffered: ({ status }, words) => status === 'approved' || (words !== '' && String(status).startsWith(words)),
});

export const searchTeams = picker({ list: 'teams', name: ({ name }) => String(name) });

export const searchFunnels = picker({
	list: 'funnels',
	name: ({ emoji, name }) => [emoji, name].filter(Boolean).join(' '),
});

export const searchContacts = picker({
	list: 'contacts',
	name: ({ name, phoneNumber, source }) =>
		[name, phoneNumber && `+${String(phoneNumber).replace(/^\+/, '')}`, `(${String(source)})`]
			.filter(Boolean)
			.join(' '),
});

function picker({ list, name, isOffered = () => true }: Picker) {
	return async function (
		this: ILoadOptionsFunctions,
		filter = '',
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const words = filter.trim().toLowerCase();
		const results: INodeListSearchResult['results'] = [];
		let token = paginationToken;
		await withNodeErrors(this.getNode(), async () => {
			for (let page = 0; page < PAGES_PER_SEARCH && (page === 0 || (token && results.length === 0)); page++) {
				const answer = await ask(this, `/${list}`, token ? (JSON.parse(token) as IDataObject) : {});
				for (const entry of listOf(answer, list)) {
					const shown = { name: name(entry), value: String(entry.uuid) };
					const isFound = `${shown.name} ${shown.value}`.toLowerCase().includes(words);
					if (isFound && isOffered(entry, words)) results.push(shown);
				}
				const next = nextPage(answer);
				token = next === null ? undefined : JSON.stringify(next);
			}
		});
		return { results, paginationToken: token };
	};
}

function clip(text: string): string {
	return text.length > 40 ? `${text.slice(0, 40)} …` : text;
}
