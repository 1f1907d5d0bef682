import type { IDataObject } from 'n8n-workflow';
import type { Page } from '../../../shared/transport/pages';

/** A place in the list: first the businesses with messaging, then the others. */
export interface BusinessPlace {
	group: 'messaging' | 'others';
	page: number;
}

/**
 * Whether a business has Partoo's messaging
 * (https://developers.partoo.co/api-reference/businesses/search-for-businesses).
 */
function hasMessaging({ features }: IDataObject): boolean {
	return Array.isArray(features) && (features as unknown[]).includes('messages');
}

/**
 * One page of the businesses, those with messaging before the others. `fetchPage` asks Partoo for a page of either
 * those with the feature or all.
 */
export async function businessPage(
	place: BusinessPlace,
	fetchPage: (qs: IDataObject) => Promise<Page<number>>,
): Promise<{ entries: IDataObject[]; next: BusinessPlace | null }> {
	const isFirst = place.group === 'messaging';
	const { entries, next } = await fetchPage({ page: place.page, ...(isFirst && { features__in: 'messages' }) });
	if (next !== null) return { entries: keep(entries, isFirst), next: { ...place, page: next } };
	return { entries: keep(entries, isFirst), next: isFirst ? { group: 'others', page: 1 } : null };
}

/** Each business comes in one of the two groups, whatever Partoo makes of the filter. */
function keep(entries: IDataObject[], withMessaging: boolean): IDataObject[] {
	return entries.filter((business) => hasMessaging(business) === withMessaging);
}
