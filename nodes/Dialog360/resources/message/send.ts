import { defineOperation } from '../../../shared/door/operation';
import { messageTypes } from './content';
import { messageFields } from './form/messageFields';
import { contentOf } from './messageType';
import { sending } from './sending';

export const send = defineOperation({
	value: 'send',
	name: 'Send',
	action: 'Send WhatsApp message',
	description: 'Send a text, file, location, contacts or reaction to a phone number; answers its ID and status',
	repeatable: false,
	fields: messageFields(
		messageTypes,
		'What to send. More than 24 hours after the customer last wrote, WhatsApp delivers templates only.',
	),
	run: sending(async (form) => contentOf(messageTypes, form)),
});
