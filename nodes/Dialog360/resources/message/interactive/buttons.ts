import type { IDataObject } from 'n8n-workflow';
import { badField } from '../../../../shared/failures/failure';
import { BUTTON_ID_MAX, BUTTON_TITLE_MAX, BUTTONS_MAX } from '../../../provider/limits';
import type { Form } from '../form';
import { limitedText } from '../texts';
import { interactive } from './frame';
import { checkUnique } from './unique';

/** Up to three buttons that answer with their ID (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-reply-buttons-messages). */
export function buttons(form: Form): IDataObject {
	const { button = [] } = form.param<{ button?: IDataObject[] }>('buttons', {});
	if (button.length === 0) throw badField('Buttons', 'is empty', "Add a button in 'Buttons'.");
	if (button.length > BUTTONS_MAX) {
		throw badField(
			'Buttons',
			`holds ${button.length} buttons; a message takes ${BUTTONS_MAX}`,
			'Use a list for more choices: it takes ten.',
		);
	}
	const replies = button.map(({ id, title }, index) => {
		const label = `Buttons > ${index + 1}`;
		const text = limitedText(`${label} > Title`, title, BUTTON_TITLE_MAX);
		// WhatsApp takes no blanks around an ID.
		return { id: limitedText(`${label} > ID`, id || text, BUTTON_ID_MAX).trim(), title: text };
	});
	checkUnique(
		'Buttons',
		'title',
		replies.map(({ title }) => title),
	);
	checkUnique(
		'Buttons',
		'ID',
		replies.map(({ id }) => id),
	);
	return interactive(
		form,
		'button',
		{ buttons: replies.map((reply) => ({ type: 'reply', reply })) },
		{ header: 'any' },
	);
}
