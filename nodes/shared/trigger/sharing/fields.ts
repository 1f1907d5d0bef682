import type { INode, INodeProperties } from 'n8n-workflow';

/** What a trigger does when another trigger of its n8n has the webhook. */
type WhenTaken = 'share' | 'stop';

/** What a user set of it under Options. */
export interface SharingOptions {
	/** Where this n8n reaches itself. */
	internalAddress?: string;
	whenTaken?: WhenTaken;
}

/** The first version of the triggers that shares. Older nodes stop, as whoever built with them is used to. */
const SHARING_VERSION = 1.2;

export const whenTakenField: INodeProperties = {
	displayName: 'When Another Trigger Has the Webhook',
	name: 'whenTaken',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Share It',
			value: 'share',
			description:
				'All workflows get every call. While you listen for a test event, the published workflow keeps running.',
		},
		{
			name: 'Stop with an Error',
			value: 'stop',
			description: 'The workflow cannot be published while another one has the webhook',
		},
	],
	default: 'share',
	description:
		'What to do when another trigger of this n8n already has the webhook. Webhooks of other systems are never changed by this.',
	displayOptions: { show: { '@version': [{ _cnd: { gte: SHARING_VERSION } }] } },
};

export const internalAddressField: INodeProperties = {
	displayName: 'Internal Address',
	name: 'internalAddress',
	type: 'string',
	default: '',
	placeholder: 'e.g. http://localhost:5678',
	description:
		'URL under which this n8n reaches itself, if its public URL does not work from the inside. Triggers that share a webhook call each other there.',
};

/** Whether a trigger may share a webhook that another one of its n8n has. */
export function mayShare({ typeVersion }: INode, { whenTaken = 'share' }: SharingOptions): boolean {
	return typeVersion >= SHARING_VERSION && whenTaken === 'share';
}
