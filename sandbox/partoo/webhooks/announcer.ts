import type { RepeatRule } from '../../shared/webhooks/settings';
import { ORG_ID } from '../seed/people';
import type { PartooService } from '../service';
import type { Conversation, Message } from '../types';
import { messagePayload } from './payloads';
import { signedHeaders } from './signature';

/** A 5xx or no answer is repeated, a 4xx is not. https://developers.partoo.co/guides/api/resources/settings/webhooks/setup */
export const repeatRule: RepeatRule = { repeats: 5, isTaken: (status) => status < 500 };

/** The body of a call. https://developers.partoo.co/api-reference/webhooks-events/message-updated */
export const eventBody = (type: string, payload: unknown): Buffer => Buffer.from(JSON.stringify({ type, payload }));

/** Tells whoever is registered what happens to messages, as it is at that moment. */
export function announceMessages({ state, webhooks, calls, signingKey }: PartooService): void {
	const announce = (eventType: string) => (message: Message, conversation: Conversation) => {
		const url = webhooks.of(eventType, ORG_ID)?.url;
		if (url === undefined) return;
		const bytes = eventBody(eventType, messagePayload(message, conversation));
		calls.send({
			eventType,
			url,
			bytes,
			headers: signedHeaders(bytes, signingKey),
			subject: `message/${message.id}`,
			isStillWanted: () => webhooks.of(eventType, ORG_ID)?.url === url,
		});
	};
	state.events.on('message_created', announce('message_created'));
	state.events.on('message_updated', announce('message_updated'));
}

/** A call that tells of nothing that happened. https://developers.partoo.co/api-reference/webhooks/send-test-webhook-payloads @returns how it was answered */
export async function tryOut(
	{ calls, signingKey }: Pick<PartooService, 'calls' | 'signingKey'>,
	eventType: string,
	url: string,
	payload: unknown,
): Promise<number | null> {
	const bytes = eventBody(eventType, payload);
	const headers = { ...signedHeaders(bytes, signingKey), 'X-Partoo-Webhook-Tryout': 'true' };
	const { call, finished } = calls.send({ eventType, url, bytes, headers, repeats: 0 });
	await finished;
	return call.attempts.at(-1)?.status ?? null;
}
