import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { badField } from '../../../shared/failures/failure';
import { checkLength } from '../../../shared/input/checks';
import { textField } from '../../fields/common';

/** Characters (https://developers.facebook.com/docs/whatsapp/cloud-api/reference/business-profiles). */
const MAX: Record<string, [label: string, max: number]> = {
	about: ['About', 139],
	address: ['Address', 256],
	description: ['Description', 512],
	email: ['Email', 128],
};
const WEBSITES_MAX = 2;
const WEBSITE_MAX = 256;

const profileField: INodeProperties = {
	displayName: 'Profile',
	name: 'profile',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'Only what is added here is changed',
	options: [
		textField('About', 'about', { description: 'The line below the name, up to 139 characters' }),
		textField('Address', 'address', { description: 'Up to 256 characters' }),
		textField('Description', 'description', { typeOptions: { rows: 3 }, description: 'Up to 512 characters' }),
		textField('Email', 'email', { placeholder: 'e.g. shop@example.com' }),
		textField('Industry', 'vertical', {
			placeholder: 'e.g. RETAIL',
			description: "WhatsApp's word for the industry, e.g. RETAIL, RESTAURANT, HOTEL, HEALTH, OTHER",
		}),
		textField('Profile Picture Handle', 'profile_picture_handle', {
			description: 'The handle of a picture that was uploaded with the Resumable Upload API',
		}),
		textField('Websites', 'websites', {
			typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Website' },
			default: [],
			placeholder: 'e.g. https://example.com',
			description: 'Up to two',
		}),
	],
};

export const updateProfile = defineOperation({
	value: 'updateProfile',
	name: 'Update Profile',
	action: 'Update account profile',
	description: 'Change what customers see of the business',
	request: { method: 'POST', url: '/whatsapp_business_profile' },
	repeatable: true,
	expects: { success: true },
	fields: { what: [profileField] },
	async run(item) {
		const profile = profileBody(item.param('profile', {}));
		return toItems([await item.json({ ...item.routed, body: profile })]);
	},
});

/** The JSON body of `POST /whatsapp_business_profile`: what the user added to the form, empty texts included. */
function profileBody(profile: IDataObject): IDataObject {
	if (Object.keys(profile).length === 0)
		throw badField('Profile', 'is empty', "Add what you want to change in 'Profile'.");
	for (const [name, [label, max]] of Object.entries(MAX)) checkLength(label, String(profile[name] ?? ''), max);
	const websites = profile.websites as string[] | undefined;
	if (websites && websites.length > WEBSITES_MAX) {
		throw badField('Websites', `holds ${websites.length}; a profile takes ${WEBSITES_MAX}`, 'Remove some of them.');
	}
	for (const website of websites ?? []) checkLength('Websites', website, WEBSITE_MAX);
	return { messaging_product: 'whatsapp', ...profile };
}
