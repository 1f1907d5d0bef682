import { badField } from '../../shared/failures/failure';
import type { Part } from './slots';

/** The end of an offer for a limited time. */
export function offerPart(prefix: string, where: string): Part {
	const id = `${prefix}offer_expiration`;
	const label = `${where}Offer Expiration`;
	return {
		name: `${where}Offer`,
		slots: [{ id, label, isRequired: true }],
		count: 1,
		isFor: ({ type }) => type === 'limited_time_offer',
		build: ({ get }) => ({
			type: 'limited_time_offer',
			parameters: [
				{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: milliseconds(label, get(id)) } },
			],
		}),
	};
}

/** A date, or milliseconds since 1970 as number or text. */
function milliseconds(label: string, value: unknown): number {
	const text = String(value).trim();
	const time = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
	// What is given in seconds would be an offer that expired in 1970.
	if (time > 1e11) return time;
	throw badField(
		label,
		`is no date: "${text}"`,
		'Give a date with time, e.g. 2026-12-31T23:59:00Z, or milliseconds since 1970.',
	);
}
