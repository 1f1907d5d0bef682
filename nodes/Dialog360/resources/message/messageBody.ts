import type { IDataObject } from 'n8n-workflow';
import { optionalIdentifier } from '../../../shared/input/identifier';
import { jsonObject } from '../../../shared/input/json/json';
import { optionalText } from '../../../shared/input/text';
import { merge } from '../../../shared/json';
import { optionalMessageId } from '../../fields/messageId';
import { TRACKING_TEXT_MAX } from '../../provider/limits';
import type { Recipient } from '../../fields/recipient';

/** The field whose JSON is merged into the body. */
export const ADDITIONAL = 'Additional Body Fields';
const REPLY_TO = 'Give the ID of the message that is answered, as the trigger or a send gave it.';

/**
 * The JSON body of `POST /messages` around a content such as `{ type: 'text', text: { … } }`
 * (https://docs.360dialog.com/docs/messaging-api/api-reference/messages).
 *
 * @throws Failure when Additional Body Fields is no JSON object
 */
export function messageBody(to: Recipient, content: IDataObject, options: Record<string, unknown>): IDataObject {
	const replyTo = optionalMessageId('Reply To Message ID', options.replyTo, REPLY_TO);
	const hash = optionalIdentifier('Identity Key Hash', options.identityKeyHash);
	const body: IDataObject = {
		messaging_product: 'whatsapp',
		...to,
		...(replyTo && content.type !== 'reaction' && { context: { message_id: replyTo } }),
		...content,
		...(hash && { recipient_identity_key_hash: hash }),
		...optionalText('biz_opaque_callback_data', 'Tracking Text', options.trackingText, TRACKING_TEXT_MAX),
	};
	return merge(body, jsonObject(ADDITIONAL, options.additionalBodyFields));
}
