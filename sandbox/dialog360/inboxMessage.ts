import { FATES, type InboxMessage } from '../shared/inbox';
import { choicesOf } from './answers';
import type { Dialog360Service } from './service';
import type { Message } from './types';

const STATES = { accepted: 'sending', sent: 'sent', delivered: 'delivered', read: 'read', failed: 'failed' } as const;
const KINDS: Readonly<Record<string, InboxMessage['kind']>> = { image: 'image', sticker: 'image', video: 'video', audio: 'audio', document: 'document' };

/** A message as the inbox page shows it. */
export function showMessage(message: Message, { files, templates }: Pick<Dialog360Service, 'files' | 'templates'>): InboxMessage {
	const { id, from, type, content, status, at } = message;
	const file = content as { id?: string; link?: string };
	const kind = KINDS[type] ?? 'text';
	return {
		id,
		from: from === 'customer' ? 'consumer' : 'business',
		sender: null,
		kind,
		text: textOf(message),
		url: kind === 'text' ? null : (file.link ?? files.find(file.id ?? '')?.url ?? null),
		state: status === null ? null : STATES[status],
		choices: choicesOf(message, templates),
		fates: [...FATES],
		at: new Date(at).toISOString(),
	};
}

type Named = { name?: string; address?: string };

function textOf({ type, content, preview }: Message): string {
	switch (type) {
		case 'text':
			return String(content.body);
		case 'template':
			return preview ?? String(content.name);
		case 'interactive':
			return (content.body as { text?: string } | undefined)?.text ?? answerOf(content);
		case 'location':
			return [(content as Named).name, (content as Named).address, `${String(content.latitude)}, ${String(content.longitude)}`].filter(Boolean).join('\n');
		case 'contacts':
			return (content as unknown as Array<{ name: { formatted_name: string } }>).map(({ name }) => name.formatted_name).join(', ');
		case 'reaction':
			return content.emoji ? `Reacted with ${String(content.emoji)}` : 'Took the reaction back';
		case 'button':
			return String(content.text);
		default:
			return String(content.caption ?? content.filename ?? type);
	}
}

/** What a customer tapped. */
function answerOf(content: Record<string, unknown>): string {
	const { title } = (content[String(content.type)] ?? {}) as { title?: string };
	return title ?? String(content.type);
}
