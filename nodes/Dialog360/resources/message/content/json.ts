import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { badField } from '../../../../shared/failures/failure';
import { jsonObject } from '../../../../shared/input/json/json';
import type { Form } from '../itemForm';
import type { MessageType } from '../messageType';

const LABEL = 'Message (JSON)';

/** Fields that the body has from the form, so that an example can be pasted as a whole. */
const FROM_FORM = ['messaging_product', 'recipient_type', 'to', 'recipient'];

const jsonField: INodeProperties = {
	displayName: LABEL,
	name: 'json',
	type: 'json',
	required: true,
	default: '{}',
	placeholder: 'e.g. {"type": "text", "text": {"body": "Hello"}}',
	description:
		'A message as in WhatsApp\'s documentation; for an interactive one its "interactive" object will do. The recipient is the field above.',
};

/** A message as JSON: `{ type, … }`. */
export const json: MessageType = {
	option: { name: 'JSON', value: 'json', description: "Any message as in WhatsApp's documentation" },
	fields: [jsonField],
	content(form) {
		const given = read(form);
		if (typeof given.type === 'string' && given.type !== '') return withoutFormFields(given);
		throw badField(
			LABEL,
			'has no "type"',
			'Give the message as WhatsApp documents it, e.g. {"type": "text", "text": {"body": "Hello"}}.',
		);
	},
};

/** An interactive message as JSON: the object `interactive`, or a message that holds it. */
export const interactiveJson: MessageType = {
	option: {
		name: 'JSON',
		value: 'json',
		description: "As in WhatsApp's documentation, e.g. for products in a carousel",
	},
	fields: [jsonField],
	content(form) {
		const given = read(form);
		if ('interactive' in given) return { type: 'interactive', ...withoutFormFields(given) };
		if ('action' in given) return { type: 'interactive', interactive: given };
		throw badField(
			LABEL,
			'has no "action"',
			'Give the object that WhatsApp documents as "interactive", with type, body and action.',
		);
	},
};

function read({ param }: Form): IDataObject {
	return jsonObject(LABEL, param('json', '{}')) as IDataObject;
}

function withoutFormFields(given: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(given).filter(([name]) => !FROM_FORM.includes(name)));
}
