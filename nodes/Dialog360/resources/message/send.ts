import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import { beforeSending } from '../../../shared/beforeSending';
import type { Call } from '../../../shared/call';
import { badField } from '../../../shared/failure';
import type { Operation } from '../../../shared/operation';
import { recipient } from '../../recipient';
import { envelope } from './envelope';
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
export function sending(makeContent: (call: Call, form: Form) => Promise<IDataObject>): Operation {
	return {
		kind: 'send',
		async run(call) {
			const form = new ItemForm(call);
			const to = recipient(form.param('to', ''), form.options);
			const body = await beforeSending(async () => {
				const content = await makeContent(call, form);
				const build = () => envelope(to, content, form.options);
				// Whatever is wrong with the input is said before the first request.
				build();
				await form.upload();
				return build();
			});
			return await postOnce(call, to, body);
		},
	};
}
