import type { IDataObject } from 'n8n-workflow';

type Shut = 'expired' | 'closed' | 'has issues';

/** How a sentence about such a conversation ends, and what to do. */
export const SHUT: Record<Shut, { says: string; nextStep: string }> = {
	expired: {
		says: 'has expired',
		nextStep: 'Wait until the customer writes again: Partoo does not re-open an expired conversation.',
	},
	closed: { says: 'is closed', nextStep: 'Re-open it with Conversation > Update before the message.' },
	'has issues': { says: 'has issues', nextStep: 'Solve them in Partoo, mostly by connecting the channel again.' },
};

/** Why Partoo takes no message in a conversation; undefined where it does. */
export function shutBecause(conversation: IDataObject): Shut | undefined {
	if (conversation.is_expired === true) return 'expired';
	if (conversation.status === 'Closed') return 'closed';
	return issuesOf(conversation).length > 0 ? 'has issues' : undefined;
}

/** The same by what a refusal says. */
export function shutBySaying(text: string): Shut | undefined {
	const [, reason] = /\bconversation\b.*\b(expired|closed|issues)\b/i.exec(text) ?? [];
	if (reason === undefined) return undefined;
	return /issues/i.test(reason) ? 'has issues' : (reason.toLowerCase() as Shut);
}

/** What is wrong with the channel of a conversation, in Partoo's words. */
export function issuesOf({ issues }: IDataObject): string[] {
	return Array.isArray(issues) ? issues.map(String) : [];
}
