import type { FastifyInstance } from 'fastify';

import { receivedBody } from '../../shared/body';
import { caller } from '../access';
import { type IngestBody, ingestBody } from '../contracts/ingestMessage';
import { noQuery } from '../contracts/conversations';
import { accepted, badRequest, notAllowed, notFound } from '../errors';
import { CUSTOM_CHANNEL_ID } from '../seed/conversations';
import { businessById, hasMessaging } from '../seed/people';
import type { PartooService } from '../service';
import type { PartooState } from '../state';

const MAY_INGEST = ['ORG_ADMIN', 'PROVIDER'];

/** POST /custom-channels/{id}/messages. https://developers.partoo.co/api-reference/custom-channels/ingest-message */
export function customChannelRoutes(app: FastifyInstance, { state, settings, stats, timers }: PartooService): void {
	app.post<{ Params: { id: string } }>('/custom-channels/:id/messages', async (request) => {
		accepted(noQuery(request.query));
		if (!MAY_INGEST.includes(caller(request).role)) throw notAllowed();
		const channelId = request.params.id;
		if (channelId !== CUSTOM_CHANNEL_ID) throw notFound();

		const body = receivedBody(request);
		const options = { allowUnknown: !settings.rejectUnknownFields };
		const wanted = accepted(ingestBody(body.kind === 'json' ? body.value : undefined, options));
		const business = businessById(wanted.business_id);
		if (business === undefined) throw badRequest({ business_id: ['Unknown business.'] });
		if (!hasMessaging(business)) throw notAllowed('Operation not allowed: The business has no messaging');

		if (state.claimExternalMessage(channelId, wanted.external_message_id)) {
			stats.accept(`${channelId}/${wanted.external_conversation_id}`, JSON.stringify(['Text', wanted.content]));
			timers.start(`ingest/${wanted.external_message_id}`, settings.ingestMs, () => ingest(state, channelId, wanted));
		}
		return { status: 'success' };
	});
}

function ingest(state: PartooState, channelId: string, wanted: IngestBody): void {
	const conversation =
		state.conversationByExternalId(channelId, wanted.external_conversation_id) ??
		state.addConversation({
			messagingPartner: 'Custom',
			businessId: wanted.business_id,
			consumerName: wanted.consumer_name,
			consumerImage: wanted.consumer_image,
			customChannel: { channel_id: channelId, external_conversation_id: wanted.external_conversation_id },
		});
	state.addMessage(conversation, {
		content_type: 'Text',
		content: wanted.content,
		sender_type: wanted.sender_type,
		sender_label: wanted.sender_type === 'Consumer' ? conversation.consumerName : null,
		status: 'Success',
		custom_channel: { external_message_id: wanted.external_message_id },
	});
}
