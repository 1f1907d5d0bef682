import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { picker } from '../../shared/input/picker';
import type { HttpAnswer } from '../../shared/transport/answer';
import { exchangeOrThrow } from '../../shared/transport/exchange';
import { partooBaseUrl } from '../provider/environment';
import { cursorPage, MAX_PER_PAGE, numberedPage } from '../provider/pages';
import { partoo } from '../provider/provider';
import { shutBecause } from '../provider/shutConversation';
import { businessPage } from '../resources/business/businessPage';
import type { BusinessPlace } from '../resources/business/businessPage';

const id = (entry: IDataObject) => String(entry.id);

/**
 * Conversations whose customer, phone number, business or ID holds the search text: Partoo cannot search them. Those
 * that take no message say so and stand last on their page.
 */
export const searchConversations = picker({
	pagesPerSearch: 5,
	id,
	name: conversationName,
	isOffered: (conversation, words) => conversationName(conversation).toLowerCase().includes(words),
	async read(context, token) {
		const answer = await ask(context, '/conversations', { per_page: MAX_PER_PAGE, cursor: token });
		const { entries, next } = cursorPage(answer, 'conversations');
		const isShut = (conversation: IDataObject) => shutBecause(conversation) !== undefined;
		const sorted = [...entries].sort((one, other) => Number(isShut(one)) - Number(isShut(other)));
		return { entries: sorted, token: next ?? undefined };
	},
});

/** Businesses by Partoo's own search, those with messaging first. */
export const searchBusinesses = picker({
	pagesPerSearch: 1,
	id,
	name: businessName,
	isOffered: () => true,
	async read(context, token, filter) {
		const first: BusinessPlace = { group: 'messaging', page: 1 };
		const place = token ? (JSON.parse(token) as BusinessPlace) : first;
		const qs = { query: filter, per_page: MAX_PER_PAGE };
		const { entries, next } = await businessPage(place, async (ofPlace) =>
			numberedPage(await ask(context, '/business/search', { ...ofPlace, ...qs }, true), 'businesses'),
		);
		return { entries, token: next ? JSON.stringify(next) : undefined };
	},
});

/** Colleagues by Partoo's own search; only active ones can be assigned. */
export const searchUsers = picker({
	pagesPerSearch: 1,
	id,
	name: userName,
	isOffered: ({ disabled }) => disabled !== true,
	async read(context, token, filter) {
		const qs = { query: filter, status: 'active', page: Number(token ?? 1), per_page: MAX_PER_PAGE };
		const { entries, next } = numberedPage(await ask(context, '/user/search', qs, true), 'users');
		return { entries, token: next === null ? undefined : String(next) };
	},
});

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

function conversationName(conversation: IDataObject): string {
	const { id, consumer_name, consumer_phone_number, messaging_partner, business } = conversation;
	const customer = consumer_name || consumer_phone_number || 'Unknown customer';
	const shop = (business as IDataObject | null)?.name;
	const channel = messaging_partner === 'Whatsapp' ? 'WhatsApp' : messaging_partner;
	return `${String(customer)} – ${[channel, shop, `#${String(id)}`, shutBecause(conversation)].filter(Boolean).join(', ')}`;
}

function businessName({ name, city, zipcode, code }: IDataObject): string {
	const place = [city, zipcode].filter(Boolean).join(' ');
	return [name, place && `– ${place}`, code && `(${String(code)})`].filter(Boolean).join(' ');
}

function userName({ first_name, last_name, email, id }: IDataObject): string {
	const name = [first_name, last_name].filter(Boolean).join(' ');
	return name && email ? `${name} (${String(email)})` : name || String(email ?? id);
}
