import type { INodeProperties } from 'n8n-workflow';
import { sendOnce } from '../../../shared/delivery/sendOnce';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { requiredText } from '../../../shared/input/text';
import { contactFields } from '../../fields/common';
import { contactPath } from '../contact/findContact';

const noteField: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 3 },
	required: true,
	default: '',
	placeholder: 'e.g. Asks for a refund, @Jane',
	description: 'The note as colleagues will read it; the customer does not see it',
};

/** https://docs.callbell.eu/api/reference/contacts_api/post_conversation_note */
export const addNote = defineOperation({
	name: 'Add Note',
	value: 'addNote',
	action: 'Add note to conversation',
	description: 'Add a note that only colleagues see; @name notifies one of them; answers success',
	repeatable: false,
	expects: { success: true },
	fields: { whom: contactFields, what: [noteField] },
	async run(item) {
		const text = requiredText('Text', item.param('text', ''));
		const contact = await contactPath(item);
		const { answer } = await sendOnce(item, {
			fingerprint: JSON.stringify([contact, text]),
			whole: '',
			send: async () => await item.json({ method: 'POST', url: `${contact}/conversation/note`, body: { text } }),
			idOf: () => null,
			whereToLook: 'Look at the conversation in Callbell.',
		});
		return toItems([answer]);
	},
});
