import type { IDataObject } from 'n8n-workflow';
import { jsonObject } from '../../../shared/input/checks';
import { merge } from '../../../shared/json';
import type { Recipient } from '../../fields/recipient';
import type { SendOptions } from './itemForm';

/**
 * The JSON body of `POST /messages` around a content such as `{ type: 'text', text: { … } }`
 * (https://docs.360dialog.com/docs/messaging-api/api-reference/messages).
 *
 * @throws Failure when Additional Body Fields is no JSON object
 */
export function messageBody(to: Recipient, content: IDataObject, options: SendOptions): IDataObject {
	const replyTo = options.replyTo?.trim();
	const hash = options.identityKeyHash?.trim();
	const body: IDataObject = {
		messaging_product: 'whatsapp',
		...to,
		...(replyTo && content.type !== 'reaction' && { context: { message_id: replyTo } }),
		...content,
		...(hash && { recipient_identity_key_hash: hash }),
		...(options.trackingText && { biz_opaque_callback_data: options.trackingText }),
	};
	return merge(body, jsonObject('Additional Body Fields', options.additionalBodyFields));
}
