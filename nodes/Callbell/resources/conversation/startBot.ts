import { defineOperation } from '../../../shared/door/operation';
import { contactFields } from '../../fields/common';
import { setBot } from './setState';

export const startBot = defineOperation({
	name: 'Start Bot',
	value: 'startBot',
	action: 'Start bot in conversation',
	description: 'Let the bot write to the contact; answers the state of the bot',
	repeatable: true,
	fields: { whom: contactFields },
	run: async (item) => await setBot(item, 'bot_start'),
});
