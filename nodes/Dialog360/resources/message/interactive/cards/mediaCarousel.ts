import { limitedLine } from '../../../../fields/lines';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { badField } from '../../../../../shared/failures/failure';
import { ENTRY_BY_ENTRY, entries } from '../../../../../shared/input/collection';
import { pageLink } from '../../../../../shared/input/files/link';
import { choice } from '../../../../../shared/input/text';
import { isNothing } from '../../../../../shared/input/value';
import { optionalCustomerText } from '../../../../../shared/input/words/customerText';
import { textField } from '../../../../fields/common';
import { entriesField } from '../../../../fields/entries';
import { mediaLocator } from '../../../../fields/locators';
import { BUTTONS_MAX, CARD_BODY_MAX, CARDS_MAX, CARDS_MIN, URL_BUTTON_MAX } from '../../../../provider/limits';
import { bodyField } from '../../content/text';
import type { Form } from '../../itemForm';
import type { MessageType } from '../../messageType';
import { idField, titleField } from '../entryFields';
import { interactive } from '../frame';
import { repliesIn } from '../replyButtons';

const cardFields: INodeProperties[] = [
	{
		displayName: 'Media Type',
		name: 'kind',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Image', value: 'image' },
			{ name: 'Video', value: 'video' },
		],
		default: 'image',
	},
	mediaLocator('Media', 'media', { description: 'The file above the card' }),
	textField('Text', 'text', { typeOptions: { rows: 2 }, description: 'Up to 160 characters; may be empty' }),
	textField('Button Text', 'buttonText', {
		description: 'Label of the button that opens the URL, up to 20 characters',
	}),
	textField('URL', 'url', { description: 'The page that the button opens. Or add Replies instead.' }),
	entriesField('Replies', 'replies', 'Reply', [titleField('Up to 20 characters', 'Yes'), idField], {
		description: 'Buttons to answer with, instead of a URL; the same number on each card',
	}),
];

/**
 * Two to ten cards, each with an image or video
 * (https://docs.360dialog.com/docs/messaging/message-types/interactive/media-carousel).
 */
export const mediaCarousel: MessageType = {
	option: { name: 'Media Carousel', value: 'carousel', description: 'Two to ten cards, each with an image or video' },
	fields: [
		bodyField,
		entriesField('Cards', 'mediaCards', 'Card', cardFields, { required: true, description: 'Two to ten cards' }),
	],
	content(form) {
		const given = entries('Cards', 'card', form.param('mediaCards', {}));
		if (given.length < CARDS_MIN || given.length > CARDS_MAX) {
			throw badField(
				'Cards',
				`holds ${given.length}; a carousel has ${CARDS_MIN} to ${CARDS_MAX} cards`,
				`Add or remove cards in 'Cards'. ${ENTRY_BY_ENTRY}`,
			);
		}
		const cards = given.map((card, index) => newCard(form, card, index));
		const shapes = cards.map(({ action }) => shapeOf(action as IDataObject));
		const odd = shapes.findIndex((shape) => shape !== shapes[0]);
		if (odd < 0) return interactive(form, 'carousel', { cards }, { header: 'none' });
		throw badField(
			`Cards > ${odd + 1}`,
			`has ${shapes[odd]}, and the first card has ${shapes[0]}`,
			'Give each card a URL, or each the same number of Replies.',
		);
	},
};

function newCard(form: Form, card: Record<string, unknown>, index: number): IDataObject {
	const where = `Cards > ${index + 1} > `;
	const kind = choice(`${where}Media Type`, card.kind, ['image', 'video'], { fallback: 'image' }) as 'image' | 'video';
	const body = optionalCustomerText('text', `${where}Text`, card.text, CARD_BODY_MAX);
	return {
		card_index: index,
		// WhatsApp's word for cards of both kinds of buttons.
		type: 'cta_url',
		header: { type: kind, [kind]: form.media(`${where}Media`, kind, card.media) },
		...('text' in body && { body }),
		action: newAction(form, where, card),
	};
}

function newAction(form: Form, where: string, { buttonText, url, replies }: Record<string, unknown>): IDataObject {
	const given = entries(`${where}Replies`, 'reply', replies);
	if (given.length === 0) {
		const display_text = limitedLine(`${where}Button Text`, buttonText, URL_BUTTON_MAX);
		return { name: 'cta_url', parameters: { display_text, url: pageLink(`${where}URL`, url, form.isCustom) } };
	}
	if (!isNothing(url)) throw badField(`${where}URL`, 'is there beside Replies', 'Take one of the two out.');
	if (given.length > BUTTONS_MAX)
		throw badField(`${where}Replies`, `holds ${given.length}; a card takes ${BUTTONS_MAX}`, 'Remove some of them.');
	const buttons = repliesIn(`${where}Replies`, given).map((reply) => ({ type: 'quick_reply', quick_reply: reply }));
	return { buttons };
}

function shapeOf({ buttons }: IDataObject): string {
	return Array.isArray(buttons) ? `${buttons.length} Replies` : 'a URL';
}
