import { FATES, type InboxMessage } from '../shared/inbox';
import { choicesOf, linksOf } from './answers';
import { titleOf } from './errors';
import { permissionGiven } from './requests';
import type { Dialog360Service } from './service';
import type { Message } from './types';

const STATES = { accepted: 'sending', sent: 'sent', delivered: 'delivered', read: 'read', failed: 'failed' } as const;
const KINDS: Readonly<Record<string, InboxMessage['kind']>> = {
	image: 'image',
	sticker: 'image',
	video: 'video',
	audio: 'audio',
	document: 'document',
};

/** A message as the inbox page shows it. */
export function showMessage(
	message: Message,
	{ files, templates }: Pick<Dialog360Service, 'files' | 'templates'>,
): InboxMessage {
	const { id, from, type, content, status, errorCode, at } = message;
	const file = content as { id?: string; link?: string };
	const kind = KINDS[type] ?? 'text';
	return {
		id,
		from: type === 'system' ? 'note' : from === 'customer' ? 'consumer' : 'business',
		sender: null,
		kind,
		text: textOf(message),
		url: kind === 'text' ? null : (file.link ?? files.find(file.id ?? '')?.url ?? null),
		state: status === null ? null : STATES[status],
		failure: errorCode === null ? null : { code: String(errorCode), reason: titleOf(errorCode) },
		choices: choicesOf(message, templates),
		links: [...headerFiles(message, files), ...linksOf(message, templates)],
		fates: [...FATES],
		at: new Date(at).toISOString(),
	};
}

interface Header {
	type?: string;
	parameters?: Header[];
	[kind: string]: unknown;
}

/** The file above a template or an interactive message, to be opened. */
function headerFiles({ type, content }: Message, files: Dialog360Service['files']): NonNullable<InboxMessage['links']> {
	const { components, header } = content as { components?: Header[]; header?: Header };
	const headers =
		type === 'template'
			? (components ?? []).filter((one) => one.type === 'header').flatMap(({ parameters = [] }) => parameters)
			: [header ?? {}];
	return headers.flatMap((one) => {
		const {
			id = '',
			link,
			filename,
		} = (one[one.type ?? ''] ?? {}) as { id?: string; link?: string; filename?: string };
		const file = files.find(id);
		const url = link ?? file?.url;
		return url && KINDS[one.type ?? ''] ? [{ title: filename ?? file?.fileName ?? one.type!, url }] : [];
	});
}

type Named = { name?: string; address?: string };
type Card = { name: { formatted_name: string }; phones?: Array<{ phone?: string }> };

function textOf({ type, content, preview }: Message): string {
	switch (type) {
		case 'text':
			return String(content.body);
		case 'template':
			return preview ?? String(content.name);
		case 'interactive':
			return interactiveText(content) || answerOf(content);
		case 'location':
			return [
				(content as Named).name,
				(content as Named).address,
				`${String(content.latitude)}, ${String(content.longitude)}`,
			]
				.filter(Boolean)
				.join('\n');
		case 'contacts':
			return (content as unknown as Card[])
				.map(({ name, phones = [] }) => [name.formatted_name, ...phones.map(({ phone }) => phone)].join('\n'))
				.join('\n');
		case 'system':
			return String(content.body);
		case 'reaction':
			return content.emoji ? `Reacted with ${String(content.emoji)}` : 'Took the reaction back';
		case 'button':
			return String(content.text);
		default:
			return String(content.caption ?? content.filename ?? type);
	}
}

/** Header, body and footer, each on a line of its own; a list ends with the word that opens it. */
function interactiveText({ header, body, footer, action }: Record<string, unknown>): string {
	const texts = [header, body, footer].map((part) => (part as { text?: string } | undefined)?.text);
	const { button } = (action ?? {}) as { button?: string };
	return [...texts, button && `☰ ${button}`].filter(Boolean).join('\n');
}

/** What a customer tapped. */
function answerOf(content: Record<string, unknown>): string {
	if (content.type === 'call_permission_reply') return permissionGiven(content);
	const { title } = (content[String(content.type)] ?? {}) as { title?: string };
	return title ?? String(content.type);
}
