import type { INodeProperties } from 'n8n-workflow';
import { requiredText } from '../../shared/input/checks';

type Details = Partial<Pick<INodeProperties, 'displayOptions' | 'required' | 'description' | 'name'>>;

const UUID = 'e.g. 35f6f8ccb5504278a2ea099f3a4e0730';

export const channelLocator = (details: Details): INodeProperties =>
	locator('Channel', 'channelId', 'searchChannels', details);

export const teamLocator = (details: Details): INodeProperties => locator('Team', 'teamId', 'searchTeams', details);

export const funnelLocator = (details: Details): INodeProperties =>
	locator('Funnel', 'funnelId', 'searchFunnels', details);

export const templateLocator = (details: Details): INodeProperties =>
	locator('Template', 'templateId', 'searchTemplates', details);

/** A contact can also be named by what events tell of it. */
export const contactLocator = (details: Details): INodeProperties => {
	const field = locator('Contact', 'contactId', 'searchContacts', details);
	return {
		...field,
		modes: [
			...field.modes!,
			{
				displayName: 'By Phone Number',
				name: 'phone',
				type: 'string',
				placeholder: 'e.g. +31 6 12345678',
				hint: 'Of WhatsApp, with the country code; looked for on the main WhatsApp channel unless Channel names another',
			},
			{ displayName: 'By BSUID', name: 'bsuid', type: 'string', placeholder: 'e.g. NL.13491208655302741918' },
		],
	};
};

function locator(displayName: string, name: string, searchListMethod: string, details: Details): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod, searchable: true } },
			{ displayName: 'By UUID', name: 'id', type: 'string', placeholder: UUID },
		],
		...details,
	};
}

/**
 * The UUID that was chosen in a locator.
 *
 * @throws Failure when there is none; `label` is the field's name in the editor
 */
export function chosenUuid(label: string, value: unknown): string {
	return requiredText(label, value, `Choose one from the list or give its UUID in '${label}'.`).trim();
}
