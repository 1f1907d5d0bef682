import type { InboxChoice } from '../../shared/inbox';
import { type Change, METADATA, messagesChange, newMessageId, whatsappTime } from './envelope';

/** A customer of the business. Who hides the phone number has a user ID only. */
export interface Customer {
	name: string;
	waId: string | null;
	userId: string | null;
}

/** The fields of a message's own type, as a webhook has them. */
export type Content = Readonly<Record<string, unknown>>;

/** A message that a customer writes: its ID, and what the webhook tells of it. */
export function incoming({ name, waId, userId }: Customer, content: Content): { id: string; change: Change } {
	const id = newMessageId();
	const change = messagesChange({
		contacts: [{ profile: { name }, ...(waId === null ? {} : { wa_id: waId }), ...(userId === null ? {} : { user_id: userId }) }],
		messages: [
			{ ...(waId === null ? {} : { from: waId }), ...(userId === null ? {} : { from_user_id: userId }), id, timestamp: whatsappTime(), ...content },
		],
	});
	return { id, change };
}

export const textContent = (body: string): Content => ({ type: 'text', text: { body } });

export const pictureContent = (mediaId: string, sha256: string, mimeType = 'image/png', caption?: string): Content => ({
	type: 'image',
	image: { ...(caption === undefined ? {} : { caption }), mime_type: mimeType, sha256, id: mediaId },
});

/** What of a message that was sent can be answered by a tap. */
export interface SentBody {
	interactive?: { type?: string; action?: { buttons?: Array<{ reply?: { id: string; title: string } }>; sections?: Array<{ rows?: InboxChoice[] }> } };
	template?: { components?: Array<{ type?: string; sub_type?: string; index?: number | string; parameters?: Array<{ payload?: string }> }> };
}

/** What the customer can tap in a message that was sent: buttons, rows of a list, quick replies of a template. */
export function choicesOf({ interactive, template }: SentBody): InboxChoice[] {
	const buttons = (interactive?.action?.buttons ?? []).flatMap(({ reply }) => (reply === undefined ? [] : [{ id: reply.id, title: reply.title }]));
	const rows = (interactive?.action?.sections ?? []).flatMap((section) => section.rows ?? []);
	const quickReplies = (template?.components ?? [])
		.filter(({ type, sub_type }) => type === 'button' && sub_type === 'quick_reply')
		.map(({ index, parameters }) => ({ id: parameters?.[0]?.payload ?? String(index), title: parameters?.[0]?.payload ?? `Button ${Number(index) + 1}` }));
	return [...buttons, ...rows.map(({ id, title, description }) => ({ id, title, ...(description === undefined ? {} : { description }) })), ...quickReplies];
}

/** The answer that tapping one of them is. Undefined when the message has no such choice. */
export function choiceContent(body: SentBody, messageId: string, choiceId: string): Content | undefined {
	const choice = choicesOf(body).find(({ id }) => id === choiceId);
	if (choice === undefined) return undefined;
	const context = { from: METADATA.display_phone_number, id: messageId };
	if (body.template !== undefined) return { type: 'button', context, button: { payload: choice.id, text: choice.title } };
	const type = body.interactive?.type === 'list' ? 'list_reply' : 'button_reply';
	return { type: 'interactive', context, interactive: { type, [type]: choice } };
}
