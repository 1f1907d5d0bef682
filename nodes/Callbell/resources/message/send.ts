import type { IDataObject } from 'n8n-workflow';
import { prepare } from '../../../shared/delivery/prepare';
import type { ItemContext } from '../../../shared/door/itemContext';
import { contentOf } from './content';
import { messageBody } from './messageBody';
import type { Content } from './messageBody';
import { postOnce } from './post';

export const sendOption: INodePropertyOptions = {
	name: 'Send',
	value: 'send',
	action: 'Send message',
	description: 'Send a text or media',
	routing: { request: { method: 'POST', url: '/messages/send' } },
};

export const send: Operation = sending(async (item) => {
	const content = contentOf({
		messageType: item.param('messageType', 'text'),
		text: item.param('text', ''),
		mediaUrl: item.param('mediaUrl', ''),
		caption: item.param('caption', ''),
	});
	return { content, text: content.content.text };
});

/** A message, and the text by which it is found at Callbell should its answer be lost. */
interface Made {
	content: Content;
	text: unknown;
}

/** An operation that sends one message; whatever is wrong with the input is said before it is sent. */
export function sending(makeContent: (item: ItemContext) => Promise<Made>): Operation {
	return {
		kind: 'send',
		async run(item) {
			const [body, text] = await prepare(async (): Promise<[IDataObject, unknown]> => {
				const made = await makeContent(item);
				return [messageBody(item, made.content), made.text];
			});
			return await postOnce(item, body, text);
		},
	};
}
