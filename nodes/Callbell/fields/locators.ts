import type { INodeProperties } from 'n8n-workflow';
import { issuedId, optionalIssuedId } from '../../shared/input/identifier';
import { locator } from '../../shared/input/locator';
import type { LocatorDetails, Lookup } from '../../shared/input/locator';

const byId = { displayName: 'By UUID', placeholder: 'e.g. 35f6f8ccb5504278a2ea099f3a4e0730' };

function locatorOf(displayName: string, name: string, searchListMethod: string, others?: Pick<Lookup, 'modes'>) {
	return (details: LocatorDetails): INodeProperties =>
		locator({ displayName, name, searchListMethod, byId, ...others }, details);
}

export const channelLocator = locatorOf('Channel', 'channelId', 'searchChannels');
export const teamLocator = locatorOf('Team', 'teamId', 'searchTeams');
export const funnelLocator = locatorOf('Funnel', 'funnelId', 'searchFunnels');
export const templateLocator = locatorOf('Template', 'templateId', 'searchTemplates');

/** A contact can also be named by what events tell of it. */
export const contactLocator = locatorOf('Contact', 'contactId', 'searchContacts', {
	modes: [
		{
			displayName: 'By Phone Number',
			name: 'phone',
			type: 'string',
			placeholder: 'e.g. +31 6 12345678',
			hint: 'The WhatsApp number with its country code, searched on the main WhatsApp channel unless you choose another Channel',
		},
		{ displayName: 'By BSUID', name: 'bsuid', type: 'string', placeholder: 'e.g. NL.13491208655302741918' },
	],
});

/**
 * The UUID that was chosen in a locator.
 *
 * @throws Failure when there is none; `label` is the field's name in the editor
 */
export function chosenUuid(label: string, value: unknown): string {
	return issuedId(label, value, whereOf(label));
}

/** Like {@link chosenUuid}, for one that may be left out; empty then. @throws Failure when it is surely no UUID */
export function optionalUuid(label: string, value: unknown): string {
	return optionalIssuedId(label, value, whereOf(label));
}

function whereOf(label: string): string {
	const otherwise = label === 'Contact' ? "; for a phone number choose 'By Phone Number'" : '';
	return `Choose one from the list or give its UUID in '${label}'${otherwise}.`;
}
