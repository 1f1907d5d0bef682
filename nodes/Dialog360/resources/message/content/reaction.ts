import { clip } from '../../../../shared/failures/clip';
import { badField } from '../../../../shared/failures/failure';
import { messageId as messageIdOf } from '../../../fields/messageId';
import { requiredText } from '../../../../shared/input/text';
import { bare } from '../../../../shared/input/value';
import { toggle } from '../../../../shared/input/toggle';
import { textField } from '../../../fields/common';
import type { MessageType } from '../messageType';

/** A picture, a letter in its look as one, a key or a flag; what belongs to it follows. */
const EMOJI = /^(\p{Extended_Pictographic}|\p{Emoji_Presentation}|[\d#*]\uFE0F?\u20E3|\p{Regional_Indicator}{2})/u;

/**
 * An emoji on a message, or its removal
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/reaction-messages).
 */
export const reaction: MessageType = {
	option: { name: 'Reaction', value: 'reaction', description: 'An emoji on a message, or its removal' },
	fields: [
		textField('Message ID', 'messageId', {
			required: true,
			placeholder: 'e.g. wamid.HBgLMTY1MDM4Nzk0MzkVAgAS',
			description: 'The message to react to',
		}),
		textField('Emoji', 'emoji', {
			default: '👍',
			description: 'One emoji. To remove a reaction, add the option Remove Reaction.',
		}),
	],
	options: [
		{
			displayName: 'Remove Reaction',
			name: 'removeReaction',
			type: 'boolean',
			default: true,
			description: 'Whether to remove the reaction; Emoji is ignored',
		},
	],
	content({ param, options }) {
		const nextStep = 'Give the ID of the message to react to, as the trigger gave it.';
		const messageId = messageIdOf('Message ID', param('messageId'), nextStep);
		const emoji = toggle('Remove Reaction', options.removeReaction) ? '' : emojiOf(param('emoji'));
		return { type: 'reaction', reaction: { message_id: messageId, emoji } };
	},
};

function emojiOf(value: unknown): string {
	const nextStep = "Give one emoji, e.g. 👍, or add the option 'Remove Reaction'.";
	const given = bare(requiredText('Emoji', value, nextStep));
	if (EMOJI.test(given) && [...new Intl.Segmenter().segment(given)].length === 1) return given;
	throw badField('Emoji', `holds "${clip(given)}", which is not one emoji`, nextStep);
}
