import type { INodeProperties } from 'n8n-workflow';
import { locator } from '../../shared/input/locator';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/business-profiles; WhatsApp may know more. */
const NAMES_AND_CODES = [
	['Automotive', 'AUTO'],
	['Beauty', 'BEAUTY'],
	['Clothing', 'APPAREL'],
	['Education', 'EDU'],
	['Entertainment', 'ENTERTAIN'],
	['Event Planning', 'EVENT_PLAN'],
	['Finance', 'FINANCE'],
	['Government', 'GOVT'],
	['Grocery', 'GROCERY'],
	['Health', 'HEALTH'],
	['Hotel', 'HOTEL'],
	['Nonprofit', 'NONPROFIT'],
	['Other', 'OTHER'],
	['Professional Services', 'PROF_SERVICES'],
	['Restaurant', 'RESTAURANT'],
	['Retail', 'RETAIL'],
	['Travel', 'TRAVEL'],
] as const;

export const INDUSTRIES = NAMES_AND_CODES.map(([name, code]) => ({ name, code }));

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
