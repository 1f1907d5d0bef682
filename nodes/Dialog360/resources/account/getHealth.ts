import { defineOperation } from '../../../shared/door/operation';
import { itemsOfAnswer } from './itemsOfAnswer';

/** Fields of the number that are not sent unless they are asked for. */
const FIELDS = 'health_status,display_phone_number,verified_name,name_status,quality_rating';

export const getHealth = defineOperation({
	value: 'getHealth',
	name: 'Get Health',
	action: 'Get account health',
	description: 'Get whether the number, its account and its business can send, and what is in the way',
	request: { method: 'GET', url: '/health_status', qs: { fields: FIELDS } },
	repeatable: true,
	run: itemsOfAnswer,
});
