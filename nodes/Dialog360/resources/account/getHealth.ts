import { defineOperation } from '../../../shared/door/operation';
import { itemsOfAnswer } from './itemsOfAnswer';

/** Fields of the number that are not sent unless they are asked for. */
const FIELDS = 'health_status,display_phone_number,verified_name,name_status,quality_rating';

export const getHealth = defineOperation({
	value: 'getHealth',
	name: 'Get Health',
	action: 'Get account health',
	description: 'Get the health of the number: whether it can send, and what prevents it',
	request: { method: 'GET', url: '/health_status' },
	repeatable: true,
	expects: 'health_status',
	run: async (item) => await itemsOfAnswer(item, FIELDS),
});
