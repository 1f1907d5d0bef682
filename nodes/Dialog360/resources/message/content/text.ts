import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../../fields/common';
import {
	convertMarkdownField,
	splitLongTextsField,
	splitsLongTexts,
	wordsOf,
} from '../../../../shared/input/words/wordsFields';
import { checkLength, requiredText } from '../../../../shared/input/text';
import { toggle } from '../../../../shared/input/toggle';
import { TEXT_MAX } from '../../../provider/limits';
import type { MessageType } from '../messageType';

/** The text of a message, or above the buttons of an interactive one. */
export const bodyField: INodeProperties = textField('Text', 'text', {
	typeOptions: { rows: 3 },
	required: true,
	placeholder: 'e.g. Your order is ready',
	description: 'The message as the customer will read it: up to 4096 characters, with buttons up to 1024',
});

const TOO_LONG = "Shorten 'Text', or add the option 'Split Long Texts'.";

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/text-messages */
export const text: MessageType = {
	option: { name: 'Text', value: 'text' },
	fields: [bodyField],
	options: [
		convertMarkdownField,
		splitLongTextsField,
		{
			displayName: 'Show Link Preview',
			name: 'previewUrl',
			type: 'boolean',
			default: true,
			description: 'Whether WhatsApp shows a preview of the first link',
		},
	],
	content({ param, options }) {
		const body = wordsOf(requiredText('Text', param('text')), options);
		if (!splitsLongTexts(options)) checkLength('Text', body, TEXT_MAX, TOO_LONG);
		const { previewUrl } = options;
		const preview = previewUrl !== undefined && { preview_url: toggle('Show Link Preview', previewUrl) };
		return { type: 'text', text: { body, ...preview } };
	},
};
