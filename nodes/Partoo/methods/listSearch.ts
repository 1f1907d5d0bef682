import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import type { HttpAnswer } from '../../shared/transport/answer';
import { Failure } from '../../shared/failures/failure';
import { toNodeError } from '../../shared/failures/nodeError';
import { exchangeOrThrow } from '../../shared/transport/exchange';
import { businessPage } from '../resources/business/businessPage';
import type { BusinessPlace } from '../resources/business/businessPage';
import { partooBaseUrl } from '../provider/environment';
import { cursorPage, MAX_PER_PAGE, numberedPage } from '../provider/pages';
import { partoo } from '../provider/provider';

/** Partoo cannot search conversations: so many pages are read for a name before the user is asked to scroll on. */
const PAGES_PER_SEARCH = 5;

/** Conversations whose customer, phone number, business or ID holds the search text. */
export async function searchConversations(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await answering(this, async () => {
		const results: IDataObject[] = [];
		let cursor: string | undefined = paginationToken;
		for (let page = 0; page < PAGES_PER_SEARCH && (page === 0 || (cursor && results.length === 0)); page++) {
			const { entries, next } = cursorPage(
				await ask(this, '/conversations', { per_page: MAX_PER_PAGE, cursor }),
				'conversations',
			);
			results.push(...entries.filter((conversation) => holds(conversationName(conversation), filter)));
			cursor = next ?? undefined;
		}
		return {
			results: results.map((conversation) => ({
				name: conversationName(conversation),
				value: String(conversation.id),
			})),
			paginationToken: cursor,
		};
	});
}

/** Businesses by Partoo's own search, those with messaging first. */
export async function searchBusinesses(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await answering(this, async () => {
		const place = paginationToken
			? (JSON.parse(paginationToken) as BusinessPlace)
			: { group: 'messaging' as const, page: 1 };
		const { entries, next } = await businessPage(place, async (qs) =>
			numberedPage(
				await ask(this, '/business/search', { ...qs, query: filter, per_page: MAX_PER_PAGE }, true),
				'businesses',
			),
		);
		return {
			results: entries.map((business) => ({ name: businessName(business), value: String(business.id) })),
			paginationToken: next ? JSON.stringify(next) : undefined,
		};
	});
}

/** Colleagues by Partoo's own search; only active ones can be assigned. */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await answering(this, async () => {
		const qs = { query: filter, status: 'active', page: Number(paginationToken ?? 1), per_page: MAX_PER_PAGE };
		const { entries, next } = numberedPage(await ask(this, '/user/search', qs, true), 'users');
		return {
			results: entries
				.filter(({ disabled }) => disabled !== true)
				.map((user) => ({ name: userName(user), value: String(user.id) })),
			paginationToken: next === null ? undefined : String(next),
		};
	});
}

async function ask(
	context: ILoadOptionsFunctions,
	url: string,
	qs: IDataObject,
	ofOrganization = false,
): Promise<HttpAnswer> {
	const credential = await context.getCredentials(partoo.credential);
	const organization = ofOrganization && credential.organizationId ? { org_id: credential.organizationId } : {};
	return await exchangeOrThrow(context, partoo, {
		method: 'GET',
		baseURL: partooBaseUrl(credential),
		url,
		qs: { ...qs, ...organization } as IDataObject,
	});
}

async function answering<T>(context: ILoadOptionsFunctions, search: () => Promise<T>): Promise<T> {
	try {
		return await search();
	} catch (error) {
		if (error instanceof Failure) throw toNodeError(context.getNode(), error);
		throw new NodeApiError(context.getNode(), { message: String(error) });
	}
}

function conversationName({
	id,
	consumer_name,
	consumer_phone_number,
	messaging_partner,
	business,
}: IDataObject): string {
	const customer = consumer_name || consumer_phone_number || 'Unknown customer';
	const shop = (business as IDataObject | null)?.name;
	return `${String(customer)} – ${[messaging_partner, shop, `#${String(id)}`].filter(Boolean).join(', ')}`;
}

function businessName({ name, city, zipcode, code }: IDataObject): string {
	const place = [city, zipcode].filter(Boolean).join(' ');
	return [name, place && `– ${place}`, code && `(${String(code)})`].filter(Boolean).join(' ');
}

function userName({ first_name, last_name, email, id }: IDataObject): string {
	const name = [first_name, last_name].filter(Boolean).join(' ');
	return name && email ? `${name} (${String(email)})` : name || String(email ?? id);
}

function holds(name: string, filter = ''): boolean {
	return name.toLowerCase().includes(filter.trim().toLowerCase());
}
