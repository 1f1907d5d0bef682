import type { FastifyInstance, FastifyRequest } from 'fastify';

import { receivedBody, type ReceivedFile } from '../../shared/body';
import { caller } from '../access';
import { type SendBody, sendBodyContract } from '../contracts/sendMessage';
import { uploadContract } from '../contracts/uploadImage';
import { accepted, badRequest } from '../errors';
import { checkSendable, findConversation } from '../rules';
import type { PartooService } from '../service';
import type { Message } from '../types';

type Sent = Pick<Message, 'conversation_id' | 'content_type' | 'content'> & {
	/** What makes two messages the same to the one who reads them. */
	sameness: string;
};

/** POST /messages: a message in a conversation that exists. https://developers.partoo.co/api-reference/messages/send-message */
export function sendMessageRoute(app: FastifyInstance, service: PartooService): void {
	app.post('/messages', async (request) => {
		const { conversation_id, content_type, content, sameness } = readSent(request, service);
		const conversation = findConversation(service.state, conversation_id);
		checkSendable(conversation, content_type);

		const user = caller(request);
		service.stats.accept(String(conversation_id), sameness);
		const message = service.state.addMessage(conversation, {
			content_type,
			content,
			sender_type: 'User',
			sender_label: `${user.first_name} ${user.last_name}`,
			status: 'Sending',
		});
		service.deliveries.start(message);
		return { status: 'success', message_id: message.id };
	});
}

function readSent(request: FastifyRequest, service: PartooService): Sent {
	const { strictReading, rejectUnknownFields } = service.settings;
	const options = { allowUnknown: !rejectUnknownFields };
	const body = receivedBody(request);
	if (body.kind === 'multipart') {
		const { fields } = accepted(uploadContract(strictReading)(body, options));
		return readUpload(Number(fields.conversation_id), body.files[0], service);
	}
	return readJsonMessage(
		accepted(sendBodyContract(strictReading)(body.kind === 'json' ? body.value : undefined, options)),
	);
}

function readUpload(conversationId: number, file: ReceivedFile | undefined, service: PartooService): Sent {
	if (file === undefined || file.bytes === null) throw badRequest({ image: ['The image could not be read.'] });
	return {
		conversation_id: conversationId,
		content_type: 'Image',
		content: service.media.keep(file.bytes, file.contentType),
		sameness: file.sha256,
	};
}

function readJsonMessage(body: SendBody): Sent {
	const content = contentOf(body);
	const { conversation_id, content_type } = body;
	return { conversation_id, content_type, content, sameness: JSON.stringify([content_type, content]) };
}

function contentOf({ content_type, content, url }: SendBody): Message['content'] {
	if (typeof content === 'string') return content;
	const link = content?.url ?? url ?? '';
	if (content_type === 'Image') return link;
	return { url: link, file_name: new URL(link).pathname.split('/').pop() || null };
}
