import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../../fields/common';
import { limitedText } from '../../../fields/limitedText';
import { TEXT_MAX } from '../../../provider/limits';
import type { MessageType } from '../messageType';

/** The text of a message, or above the buttons of an interactive one. */
export const bodyField: INodeProperties = textField('Text', 'text', {
	typeOptions: { rows: 3 },
	required: true,
	placeholder: 'e.g. Your order is ready',
	description: 'The message as the customer will read it: up to 4096 characters, above buttons up to 1024',
});

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/text-messages */
export const text: MessageType = {
	option: { name: 'Text', value: 'text' },
	fields: [bodyField],
	options: [
		{
			displayName: 'Show Link Preview',
			name: 'previewUrl',
			type: 'boolean',
			default: true,
			description: 'Whether WhatsApp shows a preview of the first link',
		},
	],
	content({ param, options }) {
		const body = limitedText('Text', param('text', ''), TEXT_MAX);
		const hasPreview = options.previewUrl;
		return { type: 'text', text: { body, ...(hasPreview !== undefined && { preview_url: hasPreview }) } };
	},
};
