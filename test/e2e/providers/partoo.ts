import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { seedCredentials } from '../../../demo/seed';
import { inGroups } from '../harness/inGroups';
import { MIXTURE_FILTERS, mixedMessages, passes, expectedOutput } from './partooMixture';
import type { TriggerCase } from './triggerCase';

const AT_ONCE = 10;
/** Of the bodies that are made up. */
const FIRST_ID = 5_000_000;

export const partoo: TriggerCase = {
	provider: 'Partoo',
	nodeType: 'n8n-nodes-partoo.partooTrigger',
	picture: 'docs/pictures/trigger.png',
	credentials: async ({ n8n, sandbox }) => await seedCredentials(n8n, sandbox.url),

	registrations: async ({ sandbox }) =>
		(await sandbox.webhooks()).map(({ id, event_type, url }) => ({ id: String(id), subject: event_type, url })),
	first: { parameters: { events: ['message_updated'] }, subjects: ['message_updated'] },
	edited: {
		parameters: { events: ['message_updated', 'review_created', 'other'], otherEvents: 'message_received' },
		subjects: ['message_received', 'message_updated', 'review_created'],
	},
	verified: { events: ['message_updated'] },
	rival: { events: ['message_updated'] },
	registerElsewhere: async ({ sandbox }) =>
		void (await sandbox.addWebhook('lead_received', 'https://crm.example.com/leads')),
	takeOver: async ({ sandbox }) => {
		await sandbox.clearWebhooks();
		await sandbox.addWebhook('message_updated', 'https://crm.example.com/messages');
	},

	happen: async ({ sandbox }) => {
		const [conversationId] = await sandbox.createConversations();
		const { id } = await sandbox.addMessage({
			conversationId: conversationId!,
			text: 'Your order is ready',
			senderType: 'User',
			status: 'Sending',
		});
		await sandbox.decide(id, 'Failed');
		return String(id);
	},
	// Of the conversation of which the sandbox's try-outs are.
	tryOut: async ({ sandbox }) => {
		const text = 'Your order is ready';
		const { id } = await sandbox.addMessage({ conversationId: 1001, text, senderType: 'User', status: 'Failed' });
		return String(id);
	},
	shown: 'failed',
	mixture: {
		parameters: { events: ['message_updated', 'message_created'], filters: MIXTURE_FILTERS },
		happen: async ({ sandbox }, count) => {
			const wanted = mixedMessages(count);
			const outputs = await inGroups(wanted, AT_ONCE, async (message) => {
				const [conversationId] = await sandbox.createConversations({
					messagingPartner: message.channel,
					consumerName: message.consumerName,
				});
				const { senderType, text, isAutomated, outcome } = message;
				const status = outcome === null ? 'Success' : 'Sending';
				const { id } = await sandbox.addMessage({
					conversationId: conversationId!,
					text,
					senderType,
					isAutomated,
					status,
				});
				if (outcome !== null) await sandbox.decide(id, outcome);
				return passes(message) ? [expectedOutput(message, id, conversationId!)] : [];
			});
			return outputs.flat();
		},
		answered: async ({ sandbox }) =>
			(await sandbox.deliveries()).filter(({ attempts }) => attempts.length === 1 && attempts[0]?.status === 200)
				.length,
		runs: async (_, outputs) => outputs.length,
	},

	body: (number) => ({
		type: 'message_updated',
		payload: {
			message: {
				id: FIRST_ID + number,
				conversation_id: 1001,
				date: '2023-01-31 16:22:17.327878+00:00',
				content_type: 'Text',
				sender_type: 'User',
				sender_label: 'Jane Doe',
				status: 'Failed',
				is_deleted: false,
				content: 'Your order is ready',
				user_id: null,
				custom_channel: null,
			},
			conversation: {
				id: 1001,
				consumer_img: null,
				consumer_name: 'John Doe',
				business: { id: '5409c35a97bbc544d8e26737' },
				messaging_partner: 'Facebook',
				custom_channel: null,
			},
			org_id: 42,
		},
	}),
	bodyId: (number) => String(FIRST_ID + number),
	nothing: { bodies: ['{}', '{"type":7}', '{"type":null,"payload":{}}'], status: 400 },
	prover: async ({ webhookKeyFile }) => {
		const key = createPrivateKey(readFileSync(webhookKeyFile));
		return (body) => ({ 'X-Partoo-Signature-v1': sign(null, body, key).toString('base64') });
	},
	harmless: [],
};
