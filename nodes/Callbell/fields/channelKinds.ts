import type { INodePropertyOptions } from 'n8n-workflow';

/** https://docs.callbell.eu/api/reference/channels_api/get_channels */
export const CHANNEL_KINDS: INodePropertyOptions[] = [
	{ name: 'Facebook', value: 'facebook' },
	{ name: 'Instagram', value: 'instagram' },
	{ name: 'Telegram', value: 'telegram' },
	{ name: 'WhatsApp', value: 'whatsapp' },
];

/** What *From* and *Source* hold; Callbell may know more. */
export const CHANNEL_WORDS = CHANNEL_KINDS.map(({ value }) => String(value));
