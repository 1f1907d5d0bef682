import { INTERACTIVE_KINDS } from './interactive';
import { contentOf, sending } from './send';

export const sendInteractiveOption: INodePropertyOptions = {
	name: 'Send Interactive',
	value: 'sendInteractive',
	action: 'Send interactive message',
	description: 'Send buttons, a list, products, a flow or a request',
	routing: { request: { method: 'POST', url: '/messages' } },
};

export const sendInteractive: Operation = sending(async (_call, form) => contentOf(INTERACTIVE_KINDS, form));
