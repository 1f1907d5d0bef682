import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import { asObject } from '../../../shared/json';
import { OTHER } from '../../../shared/trigger/filterWords';

/** Kinds of messages as a user tells them apart. */
export const kindOptions: INodePropertyOptions[] = [
	{
		name: 'Button and List Answer',
		value: 'answer',
		description: 'The customer tapped a button or chose a row of a list',
	},
	{ name: 'Contact', value: 'contact' },
	{ name: 'Deletion', value: 'deletion', description: 'The customer deleted a message' },
	{ name: 'Edit', value: 'edit', description: 'The customer changed a message' },
	{ name: 'Flow Answer', value: 'flow', description: 'The customer filled in a flow' },
	{ name: 'Location', value: 'location' },
	{ name: 'Media', value: 'media', description: 'An image, video, document, sticker or recording' },
	{ name: 'Order', value: 'order' },
	{ name: 'Other', value: OTHER, description: 'Kinds that WhatsApp added later' },
	{ name: 'Reaction', value: 'reaction' },
	{ name: 'System', value: 'system', description: 'The customer has a new phone number' },
	{ name: 'Text', value: 'text' },
	{ name: 'Unsupported', value: 'unsupported', description: 'A message that WhatsApp does not pass on, e.g. a poll' },
];

export const KINDS = kindOptions.map(({ value }) => String(value)).filter((value) => value !== OTHER);

export const MEDIA_TYPES = ['audio', 'document', 'image', 'sticker', 'video'];

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages */
const KIND_OF_TYPE: Record<string, string> = {
	...Object.fromEntries(MEDIA_TYPES.map((type) => [type, 'media'])),
	button: 'answer',
	button_reply: 'answer',
	contacts: 'contact',
	edit: 'edit',
	list_reply: 'answer',
	location: 'location',
	nfm_reply: 'flow',
	order: 'order',
	reaction: 'reaction',
	revoke: 'deletion',
	system: 'system',
	text: 'text',
	unsupported: 'unsupported',
};

/** The kind of a message; its own type where it is new. */
export function kindOf(message: IDataObject): string {
	const type = String(message.type);
	const word = type === 'interactive' ? String(asObject(message.interactive).type) : type;
	return KIND_OF_TYPE[word] ?? word;
}
