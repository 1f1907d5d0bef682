import { entryOf } from '../../../shared/json';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ItemContext } from '../../../shared/door/itemContext';
import { Failure } from '../../../shared/failures/failure';
import { checkTextLength } from '../../../shared/input/words/channelLimits';
import { splitsLongTexts } from '../../../shared/input/words/wordsFields';
import { LIMITS } from './body/inParts';

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
		'Whether to read the conversation first and refuse to send when it is closed, expired or has issues, or does not take this kind of media or a text as long. Costs one request per message.',
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
	const channel = String(conversation.messaging_partner ?? '');
	const refuse = (what: string, nextStep: string) =>
		new Failure({ message: `Conversation ${id} ${what}; nothing was sent`, nextStep, code: 'CONVERSATION_CHECK' });

	if (conversation.is_expired === true) {
		throw refuse(
			'has expired',
			'Wait until the customer writes again: Partoo does not re-open an expired conversation.',
		);
	}
	if (conversation.status === 'Closed') {
		throw refuse('is closed', 'Re-open it with Conversation > Update before the message.');
	}
	const issues = issuesOf(conversation);
	if (issues.length > 0) {
		throw refuse(`has issues (${issues.join(', ')})`, 'Solve them in Partoo, mostly by connecting the channel again.');
	}
	if (entryOf(NOT_TAKEN, channel)?.includes(messageType)) {
		throw refuse(
			`is on ${channel}, which takes no ${messageType.toLowerCase()}`,
			'Send a text, for instance with a link to the file.',
		);
	}
	if (messageType === 'Text' && !splitsLongTexts(options)) checkTextLength(content, entryOf(LIMITS, channel));
}

function issuesOf({ issues }: IDataObject): string[] {
	return Array.isArray(issues) ? issues.map(String) : [];
}
