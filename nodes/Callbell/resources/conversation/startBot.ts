import { defineOperation } from '../../../shared/door/operation';
import { contactFields } from '../../fields/common';
import { setBot } from './setState';

export const startBot = defineOperation({
	name: 'Start Bot',
	value: 'startBot',
	action: 'Start bot in conversation',
	description: 'Let the bot answer the contact',
	repeatable: true,
	fields: { whom: contactFields },
	run: async (item) => await setBot(item, 'bot_start'),
});
