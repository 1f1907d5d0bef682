import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { InboxChoice, InboxMessage } from '../shared/inbox';
import type { MediaFiles } from './mediaStore';
import type { NewMessage } from './state';
import type { Button, Templates } from './templates/store';
import { REQUESTS, SHARE_NUMBER, sharedNumber } from './requests';
import type { Chat, Message } from './types';

/** What a customer writes, as far as it depends on what is tapped or sent. */
type Answer = Pick<NewMessage, 'type' | 'content' | 'replyTo' | 'beside'>;

const PICTURE = join(__dirname, '../media/receipt.png');

interface Interactive {
	type?: string;
	action?: { buttons?: Array<{ reply?: { id: string; title: string } }>; sections?: Array<{ rows?: InboxChoice[] }> };
}

interface SentTemplate {
	name?: string;
	language?: { code?: string };
	components?: Array<{
		type?: string;
		sub_type?: string;
		index?: number | string;
		parameters?: Array<{ payload?: string; text?: string }>;
	}>;
}

/** What the customer can tap in a message of the business: buttons, rows of a list, quick replies of a template. */
export function choicesOf({ from, type, content }: Message, templates: Templates): InboxChoice[] {
	if (from !== 'business') return [];
	if (type === 'template') return quickReplies(content, templates);
	if (type !== 'interactive') return [];
	const { action, type: kind = '' } = content as Interactive;
	if (kind in REQUESTS) return Object.entries(REQUESTS[kind]!).map(([id, { title }]) => ({ id, title }));
	const buttons = (action?.buttons ?? []).flatMap(({ reply }) => (reply === undefined ? [] : [reply]));
	const rows = (action?.sections ?? []).flatMap((section) => section.rows ?? []);
	return [...buttons, ...rows].map(({ id, title, description }: InboxChoice) => ({
		id,
		title,
		...(description === undefined ? {} : { description }),
	}));
}

/** The buttons that open a page; the suffix of a template's link is what was sent for it. */
export function linksOf({ from, type, content }: Message, templates: Templates): NonNullable<InboxMessage['links']> {
	if (from !== 'business') return [];
	if (type === 'template') return templateLinks(content, templates);
	const { parameters } = ((content as Interactive).action ?? {}) as {
		parameters?: { display_text?: string; url?: string };
	};
	return parameters?.url === undefined
		? []
		: [{ title: parameters.display_text ?? parameters.url, url: parameters.url }];
}

function templateLinks(
	{ name = '', language, components = [] }: SentTemplate,
	templates: Templates,
): NonNullable<InboxMessage['links']> {
	return buttonsOf(name, language?.code, templates).flatMap(({ type, text: title = '', url = '' }, index) => {
		const sent = components.find((component) => component.sub_type === 'url' && Number(component.index) === index);
		return type === 'URL' ? [{ title, url: url.replace(/\{\{\w+\}\}/, sent?.parameters?.[0]?.text ?? '') }] : [];
	});
}

const buttonsOf = (name: string, code: string | undefined, templates: Templates): Button[] =>
	templates.find(name, code ?? '')?.components.find(({ type }) => type === 'BUTTONS')?.buttons ?? [];

/** A button answers with the payload that was sent for its index, or else with its text. */
function quickReplies({ name = '', language, components = [] }: SentTemplate, templates: Templates): InboxChoice[] {
	return buttonsOf(name, language?.code, templates).flatMap(({ type, text: title = '' }, index) => {
		const sent = components.find(
			(component) => component.sub_type === 'quick_reply' && Number(component.index) === index,
		);
		if (type === 'REQUEST_CONTACT_INFO') return [{ id: SHARE_NUMBER, title: title || 'Share phone number' }];
		return type === 'QUICK_REPLY' ? [{ id: sent?.parameters?.[0]?.payload ?? title, title }] : [];
	});
}

/**
 * The answer that tapping a choice is; undefined when the message has no such choice.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/interactive
 */
export function choiceAnswer(message: Message, chat: Chat, choiceId: string, templates: Templates): Answer | undefined {
	const choice = choicesOf(message, templates).find(({ id }) => id === choiceId);
	if (choice === undefined) return undefined;
	const request = REQUESTS[(message.content as Interactive).type ?? '']?.[choiceId];
	if (request !== undefined) return { ...request.answer(chat), replyTo: message.id };
	if (message.type === 'template' && choice.id === SHARE_NUMBER) return { ...sharedNumber(chat), replyTo: message.id };
	if (message.type === 'template')
		return { type: 'button', content: { payload: choice.id, text: choice.title }, replyTo: message.id };
	const type = (message.content as Interactive).type === 'list' ? 'list_reply' : 'button_reply';
	return { type: 'interactive', content: { type, [type]: choice }, replyTo: message.id };
}

/** A picture of the sandbox's own, which can be downloaded by its ID like any other file. */
export function pictureAnswer(files: MediaFiles): Answer {
	const bytes = readFileSync(PICTURE);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const { id, mimeType } = files.add({ contentType: 'image/png', sha256, size: bytes.length, bytes, fileName: null });
	return { type: 'image', content: { mime_type: mimeType, sha256, id } };
}
