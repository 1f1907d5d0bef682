import type { IDataObject } from 'n8n-workflow';
import { defineOperation, toItems } from '../../../shared/door/operation';

/** Fields of the number that are not sent unless they are asked for. */
const HEALTH_FIELDS = 'health_status,display_phone_number,verified_name,name_status,quality_rating';

/** All fields of a profile (https://developers.facebook.com/docs/whatsapp/cloud-api/reference/business-profiles). */
const PROFILE_FIELDS = 'about,address,description,email,profile_picture_url,websites,vertical';

export const getHealthOption: INodePropertyOptions = {
	name: 'Get Health',
	value: 'getHealth',
	action: 'Get account health',
	description: 'Get whether the number, its account and its business can send, and what is in the way',
	routing: { request: { method: 'GET', url: '/health_status', qs: { fields: HEALTH_FIELDS } } },
};

export const getProfileOption: INodePropertyOptions = {
	name: 'Get Profile',
	value: 'getProfile',
	action: 'Get account profile',
	description: 'Get what customers see of the business',
	routing: { request: { method: 'GET', url: '/whatsapp_business_profile', qs: { fields: PROFILE_FIELDS } } },
};

/** Answers what 360dialog answers; a profile comes in a list of one. */
export const getAsItIs: Operation = {
	kind: 'read',
	async run(item) {
		const { data, ...answer } = await item.json();
		return toItems(Array.isArray(data) ? (data as IDataObject[]) : [data === undefined ? answer : { ...answer, data }]);
	},
};
