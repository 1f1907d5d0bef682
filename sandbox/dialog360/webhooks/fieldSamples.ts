import { type Change, CUSTOMER, METADATA, messagesChange, newMessageId, whatsappTime } from './envelope';

/** Everything else that comes to the same URL. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview */
export const OTHER_SAMPLES: Readonly<Record<string, () => Change>> = {
	error: () =>
		messagesChange({
			errors: [
				{
					code: 130429,
					title: 'Rate limit hit',
					message: 'Rate limit hit',
					error_data: {
						details:
							'Message failed to send because there were too many messages sent from this phone number in a short period of time',
					},
					href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
				},
			],
		}),
	echo: () => ({
		field: 'smb_message_echoes',
		value: {
			messaging_product: 'whatsapp',
			metadata: METADATA,
			message_echoes: [
				{
					from: METADATA.display_phone_number,
					to: CUSTOMER.wa_id,
					id: newMessageId(),
					timestamp: whatsappTime(),
					type: 'text',
					text: { body: 'We open at nine' },
				},
			],
		},
	}),
	message_template_status_update: () => ({
		field: 'message_template_status_update',
		value: {
			event: 'REJECTED',
			message_template_id: 1689556908129832,
			message_template_name: 'order_update',
			message_template_language: 'en_US',
			reason: 'INVALID_FORMAT',
		},
	}),
	message_template_quality_update: () => ({
		field: 'message_template_quality_update',
		value: {
			previous_quality_score: 'GREEN',
			new_quality_score: 'YELLOW',
			message_template_id: 1689556908129832,
			message_template_name: 'order_update',
			message_template_language: 'en_US',
		},
	}),
	template_category_update: () => ({
		field: 'template_category_update',
		value: {
			message_template_id: 1689556908129832,
			message_template_name: 'order_update',
			message_template_language: 'en_US',
			previous_category: 'UTILITY',
			new_category: 'MARKETING',
		},
	}),
	phone_number_quality_update: () => ({
		field: 'phone_number_quality_update',
		value: { display_phone_number: METADATA.display_phone_number, event: 'FLAGGED', current_limit: 'TIER_10K' },
	}),
	account_update: () => ({
		field: 'account_update',
		value: { phone_number: METADATA.display_phone_number, event: 'VERIFIED_ACCOUNT' },
	}),
	account_alerts: () => ({
		field: 'account_alerts',
		value: {
			entity_type: 'PHONE_NUMBER',
			entity_id: '106540352242922',
			alert_severity: 'CRITICAL',
			alert_status: 'ACTIVE',
			alert_type: 'INCREASED_CAPABILITIES_ELIGIBILITY_FAILED',
			alert_description: 'Your business was not verified',
		},
	}),
	user_preferences: () => ({
		field: 'user_preferences',
		value: {
			messaging_product: 'whatsapp',
			metadata: METADATA,
			contacts: [CUSTOMER],
			user_preferences: [
				{
					wa_id: CUSTOMER.wa_id,
					category: 'marketing_messages',
					value: 'stop',
					detail: 'User requested to stop marketing messages',
					timestamp: Number(whatsappTime()),
				},
			],
		},
	}),
	smb_app_state_sync: () => ({
		field: 'smb_app_state_sync',
		value: {
			messaging_product: 'whatsapp',
			metadata: METADATA,
			state_sync: [
				{
					type: 'contact',
					action: 'add',
					contact: { full_name: 'Pablo Morales', first_name: 'Pablo', phone_number: '16505551337' },
					metadata: { timestamp: whatsappTime() },
				},
			],
		},
	}),
	group_participants_update: () => ({
		field: 'group_participants_update',
		value: {
			messaging_product: 'whatsapp',
			metadata: METADATA,
			groups: [
				{
					timestamp: whatsappTime(),
					group_id: 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD',
					type: 'group_participants_add',
					reason: 'invite_link',
					added_participants: [{ wa_id: CUSTOMER.wa_id }],
				},
			],
		},
	}),
	history: () => ({
		field: 'history',
		value: {
			messaging_product: 'whatsapp',
			metadata: METADATA,
			history: [
				{
					metadata: { phase: 0, chunk_order: 1, progress: 55 },
					threads: [
						{
							id: CUSTOMER.wa_id,
							messages: [
								{
									from: CUSTOMER.wa_id,
									id: newMessageId(),
									timestamp: '1739230955',
									type: 'text',
									text: { body: 'Do you ship abroad?' },
									history_context: { status: 'READ' },
								},
							],
						},
					],
				},
			],
		},
	}),
	calls: () => ({
		field: 'calls',
		value: {
			messaging_product: 'whatsapp',
			metadata: METADATA,
			calls: [
				{
					id: 'wacid.HBgL',
					from: CUSTOMER.wa_id,
					to: METADATA.display_phone_number,
					event: 'connect',
					timestamp: whatsappTime(),
				},
			],
		},
	}),
};
