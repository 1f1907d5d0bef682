import { defineOperation } from '../../../../shared/door/operation';
import { sending } from '../sending';
import { questionContent } from './content';
import { questionFields } from './fields';

/** Sends the question; what makes the execution wait is in `ask.ts`. */
export const sendAndWait = defineOperation({
	value: 'sendAndWait',
	name: 'Send and Wait for Answer',
	action: 'Send WhatsApp question and wait for answer',
	description: 'Ask a person with buttons or a list, and wait; answers what was tapped, by whom and when',
	repeatable: false,
	fields: questionFields,
	run: sending(questionContent),
});
