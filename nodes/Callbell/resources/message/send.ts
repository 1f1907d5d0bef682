import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import { beforeSending } from '../../../shared/beforeSending';
import type { Call } from '../../../shared/call';
import type { Operation } from '../../../shared/operation';
import { contentOf } from './content';
import { envelope } from './envelope';
import type { Content } from './envelope';
import { postOnce } from './post';

export const sendOption: INodePropertyOptions = {
	name: 'Send',
	value: 'send',
	action: 'Send message',
	description: 'Send a text or media',
	routing: { request: { method: 'POST', url: '/messages/send' } },
};

export const send: Operation = sending(async (call) => {
	const content = contentOf({
		messageType: call.param('messageType', 'text'),
		text: call.param('text', ''),
		mediaUrl: call.param('mediaUrl', ''),
		caption: call.param('caption', ''),
	});
	return { content, text: content.content.text };
});

/** A message, and the text by which it is found at Callbell should its answer be lost. */
interface Made {
	content: Content;
	text: unknown;
}

/** An operation that sends one message; whatever is wrong with the input is said before it is sent. */
export function sending(makeContent: (call: Call) => Promise<Made>): Operation {
	return {
		kind: 'send',
		async run(call) {
			const [body, text] = await beforeSending(async (): Promise<[IDataObject, unknown]> => {
				const made = await makeContent(call);
				return [envelope(call, made.content), made.text];
			});
			return await postOnce(call, body, text);
		},
	};
}
