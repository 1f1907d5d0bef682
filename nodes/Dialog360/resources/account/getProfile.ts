import { defineOperation } from '../../../shared/door/operation';
import { itemsOfAnswer } from './itemsOfAnswer';

/** All fields of a profile (https://developers.facebook.com/docs/whatsapp/cloud-api/reference/business-profiles). */
const FIELDS = 'about,address,description,email,profile_picture_url,websites,vertical';

export const getProfile = defineOperation({
	value: 'getProfile',
	name: 'Get Profile',
	action: 'Get account profile',
	description: 'Get what customers see of the business',
	request: { method: 'GET', url: '/whatsapp_business_profile' },
	repeatable: true,
	run: async (item) => await itemsOfAnswer(item, FIELDS),
});
