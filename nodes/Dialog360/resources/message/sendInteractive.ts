import { defineOperation } from '../../../shared/door/operation';
import { interactiveTypes } from './interactive';
import { messageFields } from './form/messageFields';
import { contentOf } from './messageType';
import { sending } from './sending';

export const sendInteractive = defineOperation({
	value: 'sendInteractive',
	name: 'Send Interactive',
	action: 'Send interactive WhatsApp message',
	description: 'Send buttons, a list, products, a flow or a request; answers its ID and status',
	repeatable: false,
	fields: messageFields(
		interactiveTypes,
		'What to send. WhatsApp delivers interactive messages only within 24 hours after the customer last wrote.',
	),
	run: sending(async (form) => contentOf(interactiveTypes, form)),
});
