import { badField } from '../../shared/failures/failure';
import { date } from '../../shared/input/date';
import { text } from '../../shared/input/text';
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
		build: ({ get, zone }) => ({
			type: 'limited_time_offer',
			parameters: [
				{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: milliseconds(label, get(id), zone) } },
			],
		}),
	};
}

/** A date to come, or milliseconds since 1970 as number or text. */
function milliseconds(label: string, value: unknown, zone: string): number {
	const given = typeof value === 'number' || typeof value === 'string' ? text(label, value).trim() : '';
	// What is given in seconds would be an offer that expired in 1970.
	const time = /^\d{12,13}$/.test(given) ? Number(given) : date(label, value, zone).getTime();
	if (time > Date.now()) return time;
	throw badField(
		label,
		`is in the past: ${new Date(time).toISOString()}`,
		'Give a date to come; one without a zone is in the time zone of the workflow.',
	);
}
