import { defineOperation } from '../../../shared/door/operation';
import { contactFields } from '../../fields/common';
import { setBot } from './setState';

export const stopBot = defineOperation({
	name: 'Stop Bot',
	value: 'stopBot',
	action: 'Stop bot in conversation',
	description: 'Stop the bot from writing to the contact; answers the state of the bot',
	repeatable: true,
	fields: { whom: contactFields },
	run: async (item) => await setBot(item, 'bot_end'),
});
