import { defineOperation } from '../../../shared/door/operation';
import { messageTypes } from './content';
import { messageFields } from './messageFields';
import { contentOf } from './messageType';
import { sending } from './sending';

export const send = defineOperation({
	value: 'send',
	name: 'Send',
	action: 'Send message',
	description: 'Send a text, media, a location, contacts or a reaction',
	repeatable: false,
	fields: messageFields(
		messageTypes,
		'What to send. Later than 24 hours after the customer wrote, WhatsApp delivers templates only.',
	),
	run: sending(async (form) => contentOf(messageTypes, form)),
});
