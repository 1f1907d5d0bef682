import type { MediaStore } from '../../shared/media';
import type { PartooState } from '../state';
import type { Message } from '../types';
import { SCRIPTS } from './conversations';
import { ADMIN_USER } from './people';

const MINUTE_MS = 60_000;
const MINUTES_BETWEEN_LINES = 3;

/** Fills an empty state with the seeded conversations; dates are counted back from now so that the inbox looks alive. */
export function plant(state: PartooState, media: MediaStore, now = Date.now()): void {
	for (const { conversation: wanted, lines, minutesAgo } of SCRIPTS) {
		const at = (index: number) => now - (minutesAgo + (lines.length - 1 - index) * MINUTES_BETWEEN_LINES) * MINUTE_MS;
		const conversation = state.addConversation({ ...wanted, at: at(0) });
		lines.forEach((line, index) => {
			const [senderType, ...said] = line;
			const fromBusiness = senderType === 'User';
			state.addMessage(conversation, {
				...contentOf(said, media),
				sender_type: senderType,
				sender_label: fromBusiness ? `${ADMIN_USER.first_name} ${ADMIN_USER.last_name}` : conversation.consumerName,
				user_id: fromBusiness ? ADMIN_USER.id : null,
				status: 'Success',
				at: at(index),
				quiet: true,
			});
		});
		conversation.readByAll = wanted.isRead ?? true;
	}
}

function contentOf(said: string[], media: MediaStore): Pick<Message, 'content_type' | 'content'> {
	const [first = '', file] = said;
	if (file === undefined) return { content_type: 'Text', content: first };
	if (first === 'Image') return { content_type: 'Image', content: media.seeded(file) };
	return { content_type: 'Document', content: { url: media.seeded(file), file_name: file } };
}
