import type { INodeProperties } from 'n8n-workflow';
import { badField } from '../../../shared/failures/failure';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { sendOnce } from '../../../shared/delivery/sendOnce';
import { knownFirst } from '../../../shared/delivery/deliveryStatus';
import { WAITS } from '../../../shared/delivery/waitForDelivery';
import { waitChoice } from '../../../shared/input/waitChoice';
import { afterSendingFields, waitOptions } from '../../../shared/delivery/waitFields';
import { conversationLocator } from '../../fields/locators';
import { messageIdOf, optionalConversationId } from '../../fields/ids';
import { acceptedStatus } from '../../provider/messageStatus';
import { partoo } from '../../provider/provider';
import { sayingIfThere } from './refused';
import { waitIfWanted } from './wait';

const messageId: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 123',
	description: 'The failed message, as Send or the trigger gave it',
};

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		conversationLocator({ description: 'The conversation of the message; needed to wait for delivery' }),
		...waitOptions,
	],
};

export const retry = defineOperation({
	name: 'Retry',
	value: 'retry',
	action: 'Retry message',
	description: 'Send a failed message again; answers its status',
	repeatable: false,
	expects: { status: 'success' },
	fields: { whom: [messageId], what: afterSendingFields(partoo), options: [options] },
	async run(item) {
		const id = messageIdOf(item.param('messageId', ''));
		const conversation = optionalConversationId(item.param('options.conversationId', ''));
		const conversationId = conversation === null ? null : String(conversation);
		const wait = waitChoice(item, WAITS);
		if (wait.isWanted && conversationId === null) {
			throw badField(
				'Conversation',
				'is needed to wait for delivery',
				'Add the option Conversation: Partoo lists messages by conversation only.',
			);
		}
		const { answer } = await sendOnce(item, {
			fingerprint: `retry ${id}`,
			whole: '',
			send: async () =>
				await sayingIfThere(
					item,
					{ id, conversationId },
					async () => await item.json({ method: 'POST', url: `/messages/${id}/retry` }),
				),
			idOf: () => null,
			whereToLook: `Look at message ${id} in Partoo.`,
		});
		const accepted = acceptedStatus({ messageId: String(id), conversationId }, answer);
		return toItems([knownFirst(await waitIfWanted(item, accepted, wait, true))]);
	},
});
