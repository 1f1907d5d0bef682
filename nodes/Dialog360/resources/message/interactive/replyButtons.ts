import { limitedLine } from '../../../fields/lines';
import type { IDataObject } from 'n8n-workflow';
import { checkUnique, entriesField, entriesOf } from '../../../fields/entries';
import { limitedText } from '../../../../shared/input/text';
import { BUTTON_ID_MAX, BUTTON_TITLE_MAX, BUTTONS_MAX } from '../../../provider/limits';
import { bodyField } from '../content/text';
import type { Form } from '../itemForm';
import type { MessageType } from '../messageType';
import { entryId, idField, titleField } from './entryFields';
import { footerOption, interactive } from './frame';
import { headerOptions } from './header';

/** What a button answers with, and what is written on it. */
interface Reply {
	id: string;
	title: string;
}

export const buttonsField = entriesField(
	'Buttons',
	'buttons',
	'Button',
	[titleField('Up to 20 characters', 'Yes'), idField],
	{
		required: true,
		description: 'One to three buttons',
	},
);

/**
 * Up to three buttons to answer with, and their IDs
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-reply-buttons-messages).
 */
export const replyButtons: MessageType = {
	option: { name: 'Reply Buttons', value: 'button', description: 'Up to three buttons to answer with' },
	fields: [bodyField, buttonsField],
	options: [...headerOptions, footerOption],
	content: (form) => interactive(form, 'button', replyAction(repliesOf(form)), { header: 'any' }),
};

/** @throws Failure when there is none, or more than a message takes, or when one is too long or comes twice */
export function repliesOf(form: Form): Reply[] {
	const buttons = entriesOf(
		'Buttons',
		'button',
		form.param('buttons', {}),
		BUTTONS_MAX,
		'Use a list for more choices: it takes ten.',
	);
	return repliesIn('Buttons', buttons);
}

/**
 * The replies of a list of entries.
 *
 * @throws Failure when one is too long or comes twice; `list` is the list's label
 */
export function repliesIn(list: string, entries: Array<Record<string, unknown>>): Reply[] {
	const replies = entries.map(({ id, title }, index) => {
		const label = `${list} > ${index + 1}`;
		const text = limitedLine(`${label} > Title`, title, BUTTON_TITLE_MAX);
		// WhatsApp takes no blanks around an ID.
		return {
			id: limitedText(`${label} > ID`, entryId(`${label} > ID`, id) || text, BUTTON_ID_MAX).trim(),
			title: text,
		};
	});
	const titles = replies.map(({ title }) => title);
	const ids = replies.map(({ id }) => id);
	checkUnique(list, 'title', titles);
	checkUnique(list, 'ID', ids);
	return replies;
}

export function replyAction(replies: Reply[]): IDataObject {
	return { buttons: replies.map(({ id, title }) => ({ type: 'reply', reply: { id, title } })) };
}
