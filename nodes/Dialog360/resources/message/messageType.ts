import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { badField } from '../../../shared/failures/failure';
import { chosen } from '../../../shared/failures/values/valueFault';
import { text } from '../../../shared/input/text';
import type { Form } from './itemForm';

/** A type of message that a user can choose: all that there is to say of it. */
export interface MessageType {
	/** What *Message Type* offers; the value is WhatsApp's word for the type. */
	option: INodePropertyOptions;
	/** What it asks for. Types that ask for the same share the object. */
	fields: INodeProperties[];
	/** What may be left out. */
	options?: INodeProperties[];
	/**
	 * What makes the message, e.g. `{ type: 'text', text: { … } }`.
	 *
	 * @throws Failure naming the field that is missing, too long or wrong
	 */
	content(form: Form): IDataObject;
}

/** The content of a message of the type that the user chose. */
export function contentOf(types: MessageType[], form: Form): IDataObject {
	const word = text('Message Type', chosen('Message Type', form.param('messageType'))).trim();
	const type = types.find(({ option }) => option.value === word);
	if (type) return type.content(form);
	throw badField(
		'Message Type',
		`is "${word}", which this node does not know`,
		'Choose one from the list, or JSON for a type that is not listed.',
	);
}
