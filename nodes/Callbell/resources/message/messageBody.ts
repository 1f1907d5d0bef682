import type { IDataObject } from 'n8n-workflow';
import { merge } from '../../../shared/json';
import type { ItemContext } from '../../../shared/door/itemContext';
import { jsonObject } from '../../../shared/input/checks';
import { recipient } from '../../fields/recipient';
import { metadata } from './metadata';
import type { SendOptions } from './options';

/** What differs between kinds of messages, e.g. `{ type: 'text', content: { text } }`. */
export type Content = IDataObject & { type: string; content: IDataObject };

/**
 * The JSON body of `POST /messages/send` around a content
 * (https://docs.callbell.eu/api/reference/messages_api/post_send_messages).
 *
 * @throws Failure when a field cannot be what it is
 */
export function messageBody(item: ItemContext, { type, content, ...others }: Content): IDataObject {
	const options = item.param<SendOptions>('options', {});
	const from = item.param('from', 'whatsapp').trim();
	const body: IDataObject = {
		...recipient(from, item.param('to', ''), options),
		from,
		type,
		...given('channel_uuid', item.param('channelId', '')),
		content,
		...others,
		...given('assigned_user', options.assignedUser),
		...given('team_uuid', item.param('options.teamId', '')),
		...given('bot_status', options.botStatus),
		...given('fields', options.responseFields?.join(',')),
		...given('metadata', metadata(options.metadata)),
	};
	return merge(body, jsonObject('Additional Body Fields', options.additionalBodyFields));
}

/** `{ [name]: value }`, or nothing where there is no value. */
function given(name: string, value: string | IDataObject | undefined): IDataObject {
	const cleaned = typeof value === 'string' ? value.trim() : value;
	return cleaned ? { [name]: cleaned } : {};
}
