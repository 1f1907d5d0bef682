import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { clip } from '../../../shared/failures/clip';
import { badField } from '../../../shared/failures/failure';
import { addedEntries, byKey, collection } from '../../../shared/input/collection';
import { optionalEmail } from '../../../shared/input/identifier';
import { jsonObject } from '../../../shared/input/json/json';
import { list } from '../../../shared/input/list';
import { checkLength, choice, optionalChoice, requiredText, text } from '../../../shared/input/text';
import { optionalUuid } from '../../fields/locators';
import { merge } from '../../../shared/json';
import { CHANNEL_WORDS } from '../../fields/channelKinds';
import { BOT_WORDS } from '../../fields/common';
import { recipient } from '../../fields/recipient';

/** What Callbell keeps with a message (https://docs.callbell.eu/api/reference/messages_api/post_send_messages). */
const PAIRS_MAX = 10;
const KEY_MAX = 50;
const VALUE_MAX = 500;

const RESPONSE_FIELDS = ['contact', 'conversation'];

/** What differs between kinds of messages, e.g. `{ type: 'text', content: { text } }`. */
export type Content = IDataObject & { type: string; content: IDataObject };

/** The kind of channel that a message goes out on. @throws Failure when there is none */
export function channelKindOf(item: ItemContext): string {
	return choice('From', item.param('from', null), CHANNEL_WORDS, { isOpen: true });
}

/**
 * The JSON body of `POST /messages/send` around a content
 * (https://docs.callbell.eu/api/reference/messages_api/post_send_messages).
 *
 * @throws Failure when a field cannot be what it is
 */
export function messageBody(item: ItemContext, { type, content, ...others }: Content): IDataObject {
	const options = collection(item, 'Options', 'options');
	const from = channelKindOf(item);
	const body: IDataObject = {
		...recipient(from, item.param('to', ''), options),
		from,
		type,
		...given('channel_uuid', optionalUuid('Channel', item.param('channelId', ''))),
		content,
		...others,
		...given('assigned_user', optionalEmail('Assigned User', options.assignedUser)),
		...given('team_uuid', optionalUuid('Team', item.param('options.teamId', ''))),
		...given('bot_status', optionalChoice('Bot Status', options.botStatus, BOT_WORDS)),
		...given('fields', list('Response Fields', options.responseFields, responseField).join(',')),
		...given('metadata', metadata(options.metadata)),
	};
	return merge(body, jsonObject('Additional Body Fields', options.additionalBodyFields));
}

/** Callbell may know more of them. */
function responseField(label: string, value: unknown): string {
	return optionalChoice(label, value, RESPONSE_FIELDS);
}

/** `{ [name]: value }`, or nothing where there is no value. */
function given(name: string, value: string | IDataObject | undefined): IDataObject {
	const cleaned = typeof value === 'string' ? value.trim() : value;
	return cleaned ? { [name]: cleaned } : {};
}

/**
 * The pairs that come back with every event of the message, or nothing where there are none.
 *
 * @throws Failure when there are too many, or one is too long or without a key
 */
function metadata(given: unknown): Record<string, string> | undefined {
	const pairs = addedEntries('Metadata', 'pair', given);
	if (pairs.length === 0) return undefined;
	const named = pairs.map(({ key, value }, index): [string, string] => {
		const place = `Metadata > ${index + 1}`;
		const name = requiredText(`${place} > Key`, key, "Give each pair in 'Metadata' a key.").trim();
		const words = text(`${place} > Value`, value);
		checkLength(`${place} > Key`, name, KEY_MAX, `Shorten the key "${clip(name)}" in 'Metadata'.`);
		checkLength(`${place} > Value`, words, VALUE_MAX, `Shorten the value of "${name}" in 'Metadata'.`);
		return [name, words];
	});
	const read = byKey('Metadata', named);
	const count = Object.keys(read).length;
	if (count > PAIRS_MAX)
		throw badField('Metadata', `has ${count} pairs; at most ${PAIRS_MAX} are allowed`, 'Take some out.');
	return read;
}
