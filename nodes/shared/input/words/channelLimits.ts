import { badField } from '../../failures/failure';
import type { FailureFacts } from '../../failures/failure';
import { lengthOf } from './splitText';
import type { TextLimit } from './splitText';

/** How long a text may be on a channel of this name. */
export interface ChannelLimit extends TextLimit {
	channel: string;
}

/** https://developers.facebook.com/docs/messenger-platform/reference/send-api */
export const FACEBOOK: ChannelLimit = { channel: 'Facebook', max: 2000, unit: 'characters' };
/** https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/messaging-api */
export const INSTAGRAM: ChannelLimit = { channel: 'Instagram', max: 999, unit: 'bytes' };
/** https://core.telegram.org/bots/api#sendmessage */
export const TELEGRAM: ChannelLimit = { channel: 'Telegram', max: 4096, unit: 'characters' };
/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/text-messages */
export const WHATSAPP: ChannelLimit = { channel: 'WhatsApp', max: 4096, unit: 'characters' };

/**
 * Refuses a text that the channel would not take, or would take and not deliver.
 *
 * @param limit undefined where it is not known
 * @throws Failure naming the length, the limit and the way out
 */
export function checkTextLength(words: unknown, limit: ChannelLimit | undefined): void {
	if (typeof words !== 'string' || !limit) return;
	const length = lengthOf(words, limit.unit);
	if (length <= limit.max) return;
	throw badField(
		'Text',
		`has ${length} ${limit.unit}; ${limit.channel} takes at most ${limit.max}`,
		"Shorten 'Text', or add the option 'Split Long Texts'.",
	);
}

/** HTTP statuses of what is wrong with a request's body. */
const OF_THE_BODY = ['400', '413', '422'];

/**
 * What may be the reason why a provider refuses a text for a channel of which no limit is known.
 *
 * @param hasOption whether the form has an option that splits it, and the user did not take it
 */
export function lengthHint({ httpCode = '' }: FailureFacts, words: unknown, hasOption: boolean): string | undefined {
	const isLong = typeof words === 'string' && lengthOf(words, 'bytes') > INSTAGRAM.max;
	if (!isLong || !OF_THE_BODY.includes(httpCode)) return undefined;
	const count = lengthOf(words, 'characters');
	return `The text has ${count} characters, which may be too many for the channel: shorten it${hasOption ? ", or add the option 'Split Long Texts'" : ''}.`;
}
