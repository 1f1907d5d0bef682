import type { INodeProperties } from 'n8n-workflow';
import { locator } from '../../shared/input/locator';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/business-profiles; WhatsApp may know more. */
export const INDUSTRIES = [
	{ name: 'Automotive', code: 'AUTO' },
	{ name: 'Beauty', code: 'BEAUTY' },
	{ name: 'Clothing', code: 'APPAREL' },
	{ name: 'Education', code: 'EDU' },
	{ name: 'Entertainment', code: 'ENTERTAIN' },
	{ name: 'Event Planning', code: 'EVENT_PLAN' },
	{ name: 'Finance', code: 'FINANCE' },
	{ name: 'Government', code: 'GOVT' },
	{ name: 'Grocery', code: 'GROCERY' },
	{ name: 'Health', code: 'HEALTH' },
	{ name: 'Hotel', code: 'HOTEL' },
	{ name: 'Nonprofit', code: 'NONPROFIT' },
	{ name: 'Other', code: 'OTHER' },
	{ name: 'Professional Services', code: 'PROF_SERVICES' },
	{ name: 'Restaurant', code: 'RESTAURANT' },
	{ name: 'Retail', code: 'RETAIL' },
	{ name: 'Travel', code: 'TRAVEL' },
];

/** Workflows that were saved before the list could be searched have the code as a text. */
export const industryField: INodeProperties = locator(
	{
		displayName: 'Industry',
		name: 'vertical',
		searchListMethod: 'searchIndustries',
		byId: { displayName: 'By Code', placeholder: 'e.g. RETAIL' },
	},
	{},
);
