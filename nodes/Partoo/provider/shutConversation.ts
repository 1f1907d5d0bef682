import type { IDataObject } from 'n8n-workflow';

/** Why Partoo takes no message in a conversation; undefined where it does. */
export function shutBecause(conversation: IDataObject): 'expired' | 'closed' | 'has issues' | undefined {
	if (conversation.is_expired === true) return 'expired';
	if (conversation.status === 'Closed') return 'closed';
	return issuesOf(conversation).length > 0 ? 'has issues' : undefined;
}

/** What is wrong with the channel of a conversation, in Partoo's words. */
export function issuesOf({ issues }: IDataObject): string[] {
	return Array.isArray(issues) ? issues.map(String) : [];
}
