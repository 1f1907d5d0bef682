import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import { asObject, asText, entryOf, idText, objectsIn } from '../../../shared/json';
import { OTHER } from '../../../shared/trigger/filterWords';

/** Kinds of messages as a user tells them apart. */
export const kindOptions: INodePropertyOptions[] = [
	{
		name: 'Button and List Answer',
		value: 'answer',
		description: 'The customer tapped a button or chose a row of a list',
	},
	{
		name: 'Call Permission Answer',
		value: 'callPermission',
		description: 'The customer allowed or refused calls from the business',
	},
	{ name: 'Contact', value: 'contact' },
	{ name: 'Deletion', value: 'deletion', description: 'The customer deleted a message' },
	{ name: 'Edit', value: 'edit', description: 'The customer edited a message' },
	{ name: 'Flow Answer', value: 'flow', description: 'The customer filled in a flow' },
	{ name: 'Location', value: 'location' },
	{ name: 'Media', value: 'media', description: 'An image, video, document, sticker or recording' },
	{ name: 'Order', value: 'order' },
	{ name: 'Other', value: OTHER, description: 'Newer kinds' },
	{ name: 'Reaction', value: 'reaction' },
	{
		name: 'Shared Phone Number',
		value: 'sharedPhoneNumber',
		description: 'The customer answered a request for contact data',
	},
	{ name: 'System', value: 'system', description: 'The customer has a new phone number or BSUID' },
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
	call_permission_reply: 'callPermission',
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

/** The code of a message that WhatsApp does not pass on. */
const UNSUPPORTED = '131051';

/** The type of a message; older calls say `unknown` for what is `unsupported`. */
export function typeOf({ type, errors }: IDataObject): string | null {
	const codes = objectsIn(errors).map(({ code }) => asText(code));
	return type === 'unknown' && codes.includes(UNSUPPORTED) ? 'unsupported' : idText(type);
}

/** The kind of a message; its own type where it is new, null where it says none. */
export function kindOf(message: IDataObject): string | null {
	const type = typeOf(message);
	if (type === 'contacts' && isShared(message)) return 'sharedPhoneNumber';
	const word = type === 'interactive' ? idText(asObject(message.interactive).type) : type;
	return word === null ? null : (entryOf(KIND_OF_TYPE, word) ?? word);
}

/** Whether contacts answer a request for contact data; where the sign for it stands is not certain. */
function isShared({ origin, context, contacts }: IDataObject): boolean {
	const origins = objectsIn(contacts).map((card) => card.origin);
	return [origin, asObject(context).origin, ...origins].includes('contact_request');
}
