import type { IDataObject } from 'n8n-workflow';
import { asObject, idText, isoTimestamp } from '../../../shared/json';
import { businessOf } from '../calls/event';
import type { PartooEvent } from '../calls/event';

/** A lead, review or business event, or one that Partoo added later, as one flat item with all that Partoo sent. */
export function otherOutput(event: PartooEvent): IDataObject {
	const { payload, raw, type, isTryout } = event;
	const { lead, review, business } = parts(event);
	return {
		event: type,
		provider: 'partoo',
		isTryout,
		id: idText(review.key ?? review.id ?? business.id ?? payload.id),
		businessId: idText(businessOf(event)),
		organizationId: idText(payload.org_id ?? review.org_id ?? business.org_id),
		timestamp: timestamp(
			review.update_date ?? review.date ?? business.modified ?? business.created ?? payload.created_at,
		),
		...(lead && leadFields(payload)),
		...(Object.keys(review).length > 0 && reviewFields(review)),
		...(Object.keys(business).length > 0 && businessFields(business)),
		raw,
	};
}

function parts({ payload, type }: PartooEvent) {
	return { lead: type.startsWith('lead_'), review: asObject(payload.review), business: asObject(payload.business) };
}

/** https://developers.partoo.co/api-reference/webhooks-events/lead-received; `answers` has each value by its name. */
function leadFields({ source, chatbot_name, business_name, store_code, values }: IDataObject): IDataObject {
	const list = Array.isArray(values) ? (values as unknown[]).map(asObject) : [];
	return {
		source: source ?? null,
		chatbotName: chatbot_name ?? null,
		businessName: business_name ?? null,
		storeCode: store_code ?? null,
		answers: Object.fromEntries(
			list.map(({ name, value }, index) => [idText(name) ?? String(index + 1), value ?? null]),
		),
	};
}

/** https://developers.partoo.co/api-reference/webhooks-events/review-created */
function reviewFields({ partner, rating, title, content, author_name, state, link }: IDataObject): IDataObject {
	return {
		channel: partner ?? null,
		rating: rating ?? null,
		title: title ?? null,
		text: content ?? null,
		authorName: author_name ?? null,
		state: state ?? null,
		link: link ?? null,
	};
}

/** https://developers.partoo.co/api-reference/webhooks-events/business-updated */
function businessFields({ name, code, status, city, country }: IDataObject): IDataObject {
	return {
		businessName: name ?? null,
		storeCode: code ?? null,
		businessStatus: status ?? null,
		city: city ?? null,
		country: country ?? null,
	};
}

/** Businesses have seconds since the epoch, everything else has dates. */
function timestamp(value: unknown): string | null {
	return isoTimestamp(typeof value === 'number' ? value * 1000 : value);
}
