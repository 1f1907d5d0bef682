import { defineOperation } from '../../../../shared/door/operation';
import { sending } from '../sending';
import { questionContent } from './content';
import { questionFields } from './fields';

/** Sends the question; what makes the execution wait is in `ask.ts`. */
export const sendAndWait = defineOperation({
	value: 'sendAndWait',
	name: 'Send and Wait for Answer',
	action: 'Send message and wait for answer',
	description: 'Ask a person by buttons or a list, and go on with the answer',
	repeatable: false,
	fields: questionFields,
	run: sending(questionContent),
});
