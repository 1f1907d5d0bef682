import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { badField } from '../../../../shared/failures/failure';
import { ENTRY_BY_ENTRY, entries } from '../../../../shared/input/collection';
import { choice, text } from '../../../../shared/input/text';
import { textField } from '../../../fields/common';
import { entriesField } from '../../../fields/entries';
import { CARD_BODY_MAX, CARD_BUTTONS_MAX, CARDS_MAX, CARDS_MIN } from '../../../provider/limits';
import { buttonsComponent } from './buttons';
import { cardButtonsField } from './buttonFields';
import { examplesField } from './fields';
import { mediaHeader } from './header';
import { forKinds } from './kinds';
import { sampleField } from './sampleFiles';
import type { SampleFiles } from './sampleFiles';
import { bodyComponent } from './texts';

export const carouselFields: INodeProperties[] = [
	{
		displayName: 'Card Media',
		name: 'cardMedia',
		type: 'options',
		options: [
			{ name: 'Image', value: 'image' },
			{ name: 'Video', value: 'video' },
		],
		default: 'image',
		description: 'The image or video above each card',
		...forKinds('carousel'),
	},
	entriesField(
		'Cards',
		'cards',
		'Card',
		[
			sampleField('sample'),
			textField('Body', 'body', { typeOptions: { rows: 2 }, description: 'Up to 160 characters; may be empty' }),
			examplesField,
			cardButtonsField,
		],
		{ description: 'Two to ten cards that differ only in texts and files', ...forKinds('carousel') },
	),
];

/**
 * The cards of a carousel, all of them alike
 * (https://developers.facebook.com/docs/whatsapp/message-templates/media-card-carousel-templates).
 *
 * @throws Failure when there are too few or too many, or when one has other buttons than the first
 */
export function carouselComponent(given: unknown, media: unknown, files: SampleFiles): IDataObject {
	const format = choice('Card Media', media, ['image', 'video']).toUpperCase();
	const all = entries('Cards', 'card', given);
	if (all.length < CARDS_MIN || all.length > CARDS_MAX) {
		throw badField(
			'Cards',
			`holds ${all.length}; a carousel has ${CARDS_MIN} to ${CARDS_MAX} cards`,
			`Add or remove cards in 'Cards'. ${ENTRY_BY_ENTRY}`,
		);
	}
	const cards = all.map((card, index) => ({
		components: cardComponents(`Cards > ${index + 1} > `, card, format, files),
	}));
	checkAlike(cards.map(({ components }) => components));
	return { type: 'CAROUSEL', cards };
}

/** WhatsApp wants the same components on each card. */
function checkAlike(cards: IDataObject[][]): void {
	const types = cards.map(typesOf);
	const odd = types.findIndex((one) => one !== types[0]);
	if (odd >= 0) {
		throw badField(
			`Cards > ${odd + 1} > Buttons`,
			`are ${types[odd]}, and the first card has ${types[0]}`,
			'Give each card buttons of the same types in the same order.',
		);
	}
	const hasBody = cards.map((components) => components.some(({ type }) => type === 'BODY'));
	const other = hasBody.findIndex((one) => one !== hasBody[0]);
	if (other < 0) return;
	throw badField(
		`Cards > ${other + 1} > Body`,
		hasBody[0] ? 'is empty, and the first card has one' : 'is filled in, and the first card has none',
		'Give each card a Body, or none of them.',
	);
}

function cardComponents(
	where: string,
	{ sample, body, bodyExamples, buttons }: Record<string, unknown>,
	format: string,
	files: SampleFiles,
): IDataObject[] {
	const given = entries(`${where}Buttons`, 'button', buttons);
	if (given.length === 0) throw badField(`${where}Buttons`, 'is empty', 'Give each card one or two buttons.');
	return [
		mediaHeader(where, format, files, sample),
		...(text(`${where}Body`, body) === '' ? [] : [bodyComponent(where, body, CARD_BODY_MAX, bodyExamples)]),
		...buttonsComponent(where, given, CARD_BUTTONS_MAX),
	];
}

/** e.g. `QUICK_REPLY, URL`. */
function typesOf(components: IDataObject[]): string {
	const buttons = components.find(({ type }) => type === 'BUTTONS')?.buttons as IDataObject[];
	return buttons.map(({ type }) => type).join(', ');
}
