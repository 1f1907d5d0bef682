import { entryOf } from '../../../shared/json';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { Failure } from '../../../shared/failures/failure';
import { checkSame } from '../../../shared/transport/answers/sameThing';
import { checkTextLength } from '../../../shared/input/words/channelLimits';
import { splitsLongTexts } from '../../../shared/input/words/wordsFields';
import { LIMITS } from './body/inParts';
import { issuesOf, SHUT, shutBecause } from '../../provider/shutConversation';

/** Media that a channel does not take (reference page of "send message"); channels that it does not name take all. */
const NOT_TAKEN: Record<string, string[]> = {
	SMS: ['Image', 'Video', 'Audio', 'Document'],
	Instagram: ['Document'],
};

/** The option that asks for {@link checkConversation}. */
export const checkConversationField: INodeProperties = {
	displayName: 'Check Conversation First',
	name: 'checkConversation',
	type: 'boolean',
	default: true,
	description:
		'Whether to read the conversation first, and to send nothing when it is closed, expired, has issues, or does not accept this kind of file or a text this long. Costs one request per message.',
};

/**
 * Reads the conversation and refuses to send what Partoo would refuse.
 *
 * @param options the collection of that name
 * @throws Failure when it is closed, expired or has issues, or when its channel takes no such message, or no text as
 * long
 */
export async function checkConversation(
	item: ItemContext,
	{ conversation_id, content_type, content }: IDataObject,
	options: Record<string, unknown>,
): Promise<void> {
	const [id, messageType] = [String(conversation_id), String(content_type)];
	const conversation = await item.json({ method: 'GET', url: `/conversations/${id}` }, { isRead: true });
	checkSame(item.provider, conversation, { id });
	const channel = String(conversation.messaging_partner ?? '');
	const refuse = (what: string, nextStep: string) =>
		new Failure({ message: `Conversation ${id} ${what}; nothing was sent`, nextStep, code: 'CONVERSATION_CHECK' });

	const reason = shutBecause(conversation);
	if (reason !== undefined) {
		const { says, nextStep } = SHUT[reason];
		const which = reason === 'has issues' ? ` (${issuesOf(conversation).join(', ')})` : '';
		throw refuse(`${says}${which}`, nextStep);
	}
	if (entryOf(NOT_TAKEN, channel)?.includes(messageType)) {
		throw refuse(
			`is on ${channel}, which takes no ${messageType.toLowerCase()}`,
			'Send a text, for instance with a link to the file.',
		);
	}
	if (messageType === 'Text' && !splitsLongTexts(options)) checkTextLength(content, entryOf(LIMITS, channel));
}
