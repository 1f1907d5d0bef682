import type { IDataObject } from 'n8n-workflow';
import { authenticationParts } from './authenticationParts';
import { buttonPart } from './buttonParts';
import { isSameWord } from './definition';
import type { Component, Template } from './definition';
import { headerPart } from './headerParts';
import { offerPart } from './offerPart';
import { unknownPart } from './slots';
import type { Part } from './slots';
import { textPart } from './textParts';

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
			case 'FOOTER':
			case 'CALL_PERMISSION_REQUEST':
				return [];
			default:
				return [unknownPart(`${where}${component.type}`, `the part ${component.type}`, isOf(component.type))];
		}
	});
}

const isOf =
	(type: string) =>
	(component: IDataObject): boolean =>
		isSameWord(component.type, type);

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
