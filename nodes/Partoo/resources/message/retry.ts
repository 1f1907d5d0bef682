import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { wholeNumberId } from '../../../shared/checks';
import { badField } from '../../../shared/failure';
import { toItems } from '../../../shared/operation';
import type { Operation } from '../../../shared/operation';
import { sendOnce } from '../../../shared/sendOnce';
import { waitOptions } from '../../../shared/waitOptions';
import type { WaitOptions } from '../../../shared/waitOptions';
import { conversationLocator } from '../../locators';
import { acceptedStatus } from '../../messageStatus';
import { partoo } from '../../provider';
import { waitIfWanted } from './wait';

export const retryOption: INodePropertyOptions = {
	name: 'Retry',
	value: 'retry',
	action: 'Retry message',
	description: 'Send a failed message again',
	routing: { request: { method: 'POST' } },
};

export const retry: Operation = {
	kind: 'send',
	async run(call) {
		const id = wholeNumberId('Message ID', call.param('messageId', ''));
		const options = call.param<WaitOptions>('options', {});
		const conversation = call.param('options.conversationId', '');
		const conversationId = conversation === '' ? null : String(wholeNumberId('Conversation', conversation));
		if (options.waitForDelivery && conversationId === null) {
			throw badField(
				'Conversation',
				'is needed to wait for delivery',
				'Add the option Conversation: Partoo lists messages by conversation only.',
			);
		}
		const { answer } = await sendOnce(call, {
			fingerprint: `retry ${id}`,
			send: async () => await call.json({ ...call.routed, url: `/messages/${id}/retry` }),
			idOf: () => null,
			whereToLook: `Look at message ${id} in Partoo.`,
		});
		const accepted = acceptedStatus({ messageId: String(id), conversationId }, answer);
		return toItems([await waitIfWanted(call, accepted, true)]);
	},
};

const show = { resource: ['message'], operation: ['retry'] };

export const retryFields: INodeProperties[] = [
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 123',
		description: 'The failed message, as Send or the trigger gave it',
		displayOptions: { show },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show },
		options: [
			conversationLocator({ description: 'The conversation of the message; needed to wait for delivery' }),
			...waitOptions(partoo),
		],
	},
];
