import type { IDataObject } from 'n8n-workflow';
import { checkLength } from '../../shared/input/checks';
import { badField } from '../../shared/failures/failure';
import { OTP_MAX } from '../provider/limits';
import { buttonPart } from './buttons';
import { isSameWord } from './definition';
import type { Component, Template } from './definition';
import { headerPart } from './header';
import type { Part } from './slots';
import { textPart } from './texts';

/** The parts of a template that take values, in the order in which a user fills them in. */
export function partsOf({ category, components }: Template): Part[] {
	if (isSameWord(category, 'AUTHENTICATION')) return authenticationParts(components);
	return componentParts(components, '', '');
}

/** @param prefix begins the slots' IDs, `where` the names: both are empty but for the cards of a carousel */
function componentParts(components: Component[], prefix: string, where: string): Part[] {
	return components.flatMap((component) => {
		switch (component.type.toUpperCase()) {
			case 'HEADER':
				return headerPart(component, prefix, where);
			case 'BODY':
				return textPart('body', `${where}Body`, component.text, prefix);
			case 'BUTTONS':
				return (component.buttons ?? []).flatMap((button, index) => buttonPart(button, index, prefix, where));
			case 'LIMITED_TIME_OFFER':
				return (component.limited_time_offer as IDataObject | undefined)?.has_expiration === false
					? []
					: [offerPart(prefix, where)];
			case 'CAROUSEL':
				return [carouselPart(component.cards ?? [])];
			default:
				return [];
		}
	});
}

/**
 * A code for one time: the body and the button carry the same one
 * (https://developers.facebook.com/docs/whatsapp/business-management-api/authentication-templates).
 */
function authenticationParts(components: Component[]): Part[] {
	const id = 'body_1';
	const label = 'Code';
	const buttons = components.find(({ type }) => isSameWord(type, 'BUTTONS'))?.buttons ?? [];
	const code = (value: unknown) => {
		checkLength(label, String(value), OTP_MAX);
		return [{ type: 'text', text: String(value) }];
	};
	return [
		{
			name: 'Body',
			slots: [{ id, label, isRequired: true }],
			count: 1,
			isFor: ({ type }) => type === 'body',
			build: ({ get }) => ({ type: 'body', parameters: code(get(id)) }),
		},
		...buttons.map((_button, index): Part => ({
			name: `Button ${index + 1}`,
			slots: [],
			count: 1,
			isFor: (component) => component.type === 'button' && Number(component.index) === index,
			build: ({ get }) => ({ type: 'button', sub_type: 'url', index, parameters: code(get(id)) }),
		})),
	];
}

function offerPart(prefix: string, where: string): Part {
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

/** All cards in one component; WhatsApp wants as many as the template has. */
function carouselPart(cards: Array<{ components: Component[] }>): Part {
	const parts = cards.map(({ components }, index) =>
		componentParts(components, `card_${index}_`, `Card ${index + 1} `),
	);
	return {
		name: 'Carousel',
		slots: parts.flat().flatMap(({ slots }) => slots),
		count: cards.length,
		isFor: ({ type }) => type === 'carousel',
		build: (values) => ({
			type: 'carousel',
			cards: parts.map((ofCard, index) => ({
				card_index: index,
				components: ofCard
					.map((part) => part.build(values))
					.filter((component): component is IDataObject => component !== undefined),
			})),
		}),
	};
}
