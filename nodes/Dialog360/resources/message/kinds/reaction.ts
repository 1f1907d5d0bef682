import type { IDataObject } from 'n8n-workflow';
import { requiredText } from '../../../../shared/input/checks';
import type { Form } from '../form';

/** An emoji on a message; an empty one takes it away (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/reaction-messages). */
export function reaction({ param }: Form): IDataObject {
	const messageId = requiredText(
		'Message ID',
		param('messageId', ''),
		'Give the ID of the message to react to, as the trigger gave it.',
	);
	return {
		type: 'reaction',
		reaction: { message_id: messageId.trim(), emoji: String(param<unknown>('emoji', '') ?? '').trim() },
	};
}
