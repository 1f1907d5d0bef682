import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { defineOperation, toItems } from '../../../shared/door/operation';
import { badField } from '../../../shared/failures/failure';
import { collection } from '../../../shared/input/collection';
import { optionalEmail } from '../../../shared/input/identifier';
import { pageLink } from '../../../shared/input/files/link';
import { list } from '../../../shared/input/list';
import { checkLength, optionalChoice, requiredText, text } from '../../../shared/input/text';
import { entryOf, isObject } from '../../../shared/json';
import { textField } from '../../fields/common';
import { INDUSTRIES, industryField } from '../../fields/industries';

/**
 * Labels and characters of the texts
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/reference/business-profiles).
 */
const TEXTS: Record<string, [label: string, max: number]> = {
	about: ['About', 139],
	address: ['Address', 256],
	description: ['Description', 512],
	email: ['Email', 128],
	vertical: ['Industry', Infinity],
	profile_picture_handle: ['Profile Picture Handle', Infinity],
};
/** WhatsApp clears the others, and refuses *About* empty. */
const READERS: Record<string, typeof text> = {
	about: requiredText,
	email: optionalEmail,
	vertical: industry,
};
const WEBSITES_MAX = 2;
const WEBSITE_MAX = 256;
/** An address may hold commas and semicolons itself: those before a blank or another address stand between two. */
const BETWEEN_WEBSITES = /\n|[,;]\s|[,;\s]+(?=https?:\/\/)/i;

const profileField: INodeProperties = {
	displayName: 'Profile',
	name: 'profile',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	description: 'Only what is added here is changed',
	options: [
		textField('About', 'about', {
			placeholder: 'e.g. Open from 9 to 6',
			description: 'The line below the name, up to 139 characters',
		}),
		textField('Address', 'address', { placeholder: 'e.g. 101 Forest Ave', description: 'Up to 256 characters' }),
		textField('Description', 'description', { typeOptions: { rows: 3 }, description: 'Up to 512 characters' }),
		textField('Email', 'email', { placeholder: 'e.g. shop@example.com' }),
		industryField,
		textField('Profile Picture Handle', 'profile_picture_handle', {
			description: 'The handle of a picture from the Resumable Upload API',
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
	description: 'Change what customers see of the business; answers success',
	request: { method: 'POST', url: '/whatsapp_business_profile' },
	repeatable: true,
	expects: { success: true },
	fields: { what: [profileField] },
	async run(item) {
		const profile = profileBody(collection(item, 'Profile', 'profile'), item.isCustom);
		return toItems([await item.json({ ...item.routed, body: profile })]);
	},
});

/** The JSON body of `POST /whatsapp_business_profile`: what the user added to the form, empty texts included. */
function profileBody(profile: Record<string, unknown>, isCustom: boolean): IDataObject {
	// What the item lacks leaves the profile as it is; an empty text clears it.
	const given = Object.entries(profile).filter(([, value]) => value !== null && value !== undefined);
	if (given.length === 0) throw badField('Profile', 'is empty', "Add what you want to change in 'Profile'.");
	const { websites, ...texts } = Object.fromEntries(given);
	const body: IDataObject = { messaging_product: 'whatsapp' };
	for (const [name, value] of Object.entries(texts)) {
		const [label, max] = entryOf(TEXTS, name) ?? [name, Infinity];
		const words = (entryOf(READERS, name) ?? text)(label, value);
		checkLength(label, words, max);
		body[name] = words;
	}
	if (websites !== undefined) body.websites = websitesOf(websites, isCustom);
	return body;
}

/** @throws Failure when none was chosen: without one WhatsApp is asked for no change */
function industry(label: string, value: unknown): string {
	const isChosen = isObject(value) && '__rl' in value;
	const codes = INDUSTRIES.map(({ code }) => code);
	const given = optionalChoice(label, isChosen ? value.value : value, codes);
	if (!isChosen || given !== '') return given;
	throw badField(label, 'is empty', "Choose one in 'Industry', or take it out of 'Profile'.");
}

function websitesOf(value: unknown, isCustom: boolean): string[] {
	const websites = list('Websites', value, undefined, BETWEEN_WEBSITES);
	if (websites.length > WEBSITES_MAX) {
		throw badField('Websites', `holds ${websites.length}; a profile takes ${WEBSITES_MAX}`, 'Remove some of them.');
	}
	for (const website of websites) checkLength('Websites', website, WEBSITE_MAX);
	// WhatsApp wants them with http:// or https://.
	return websites.map((website) => pageLink('Websites', website, isCustom));
}
