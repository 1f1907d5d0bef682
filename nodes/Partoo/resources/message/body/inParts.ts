import type { IDataObject } from 'n8n-workflow';
import type { ItemContext } from '../../../../shared/door/itemContext';
import { FACEBOOK, INSTAGRAM, WHATSAPP } from '../../../../shared/input/words/channelLimits';
import type { ChannelLimit } from '../../../../shared/input/words/channelLimits';
import { bodiesOf, splitsLongTexts } from '../../../../shared/input/words/wordsFields';
import { entryOf, idText } from '../../../../shared/json';
import type { MessageInput } from './payload';

/** How long a text may be, by the word of Partoo for its channel; of the others no limit is known. */
export const LIMITS: Record<string, ChannelLimit> = {
	Facebook: FACEBOOK,
	Instagram: INSTAGRAM,
	Whatsapp: WHATSAPP,
};

/**
 * A message as it is, or the parts of a text that is longer than its channel takes. The channel is read from the
 * conversation.
 *
 * @param fields of the message's body, as it would be sent
 * @param options the collection of that name
 * @throws Failure when the conversation cannot be read
 */
export async function inParts(
	item: ItemContext,
	input: MessageInput,
	fields: IDataObject,
	options: Record<string, unknown>,
): Promise<MessageInput[]> {
	const words = fields.content_type === 'Text' ? fields.content : undefined;
	const isLong = typeof words === 'string' && Buffer.byteLength(words) > INSTAGRAM.max;
	if (!splitsLongTexts(options) || !isLong) return [input];
	const url = `/conversations/${String(fields.conversation_id)}`;
	const { messaging_partner: channel } = await item.json({ method: 'GET', url }, { isRead: true });
	const limit = entryOf(LIMITS, idText(channel));
	return bodiesOf(input, { words, limit, options }, (content) => ({
		...input,
		content,
		additionalFields: { ...input.additionalFields, content },
	}));
}
