import type { IDataObject } from 'n8n-workflow';
import { TEXT_MAX } from '../../../provider/limits';
import type { Form } from '../form';
import { limitedText } from '../texts';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/text-messages */
export function text({ param, options }: Form): IDataObject {
	const body = limitedText('Text', param('text', ''), TEXT_MAX);
	return { type: 'text', text: { body, ...(options.previewUrl !== undefined && { preview_url: options.previewUrl }) } };
}
