import type { IDataObject } from 'n8n-workflow';
import { prepare } from '../../../shared/delivery/prepare';
import type { ItemContext } from '../../../shared/door/itemContext';
import { badField } from '../../../shared/failures/failure';
import { recipient } from '../../fields/recipient';
import { messageBody } from './messageBody';
import { ItemForm } from './form';
import type { Form } from './form';
import { KINDS } from './kinds';
import { postOnce } from './post';

export const sendOption: INodePropertyOptions = {
	name: 'Send',
	value: 'send',
	action: 'Send message',
	description: 'Send a text, media, a location, contacts or a reaction',
	routing: { request: { method: 'POST', url: '/messages' } },
};

export const send: Operation = sending(async (_call, form) => contentOf(KINDS, form));

/** The content of the chosen kind of message. */
export function contentOf(kinds: Record<string, (form: Form) => IDataObject>, form: Form): IDataObject {
	const type = form.param('messageType', '');
	const make = kinds[type];
	if (make) return make(form);
	throw badField(
		'Message Type',
		`is "${type}", which this node does not know`,
		'Choose one from the list, or JSON for a type that is not listed.',
	);
}

/** An operation that sends one message; its content is checked before anything is sent, then files are uploaded. */
export function sending(makeContent: (item: ItemContext, form: Form) => Promise<IDataObject>): Operation {
	return {
		kind: 'send',
		async run(item) {
			const form = new ItemForm(item);
			const to = recipient(form.param('to', ''), form.options);
			const body = await prepare(async () => {
				const content = await makeContent(item, form);
				const build = () => messageBody(to, content, form.options);
				// Whatever is wrong with the input is said before the first request.
				build();
				await form.upload();
				return build();
			});
			return await postOnce(item, to, body);
		},
	};
}
