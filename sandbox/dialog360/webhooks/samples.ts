import { type Change, METADATA, messagesChange, newMessageId, whatsappTime } from './envelope';

const CUSTOMER = { profile: { name: 'Sheena Nelson' }, wa_id: '16505551234' };
const MEDIA_ID = '1003383421387256';
const EARLIER = 'wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA';

/** What each type of an incoming message holds beside its ID. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages */
export const MESSAGE_SAMPLES: Readonly<Record<string, object>> = {
	text: { type: 'text', text: { body: 'Does it come in another color?' } },
	reply: {
		type: 'text',
		text: { body: 'This one, please' },
		context: { from: METADATA.display_phone_number, id: EARLIER },
	},
	forwarded: { type: 'text', text: { body: 'Look at this' }, context: { frequently_forwarded: true } },
	product: {
		type: 'text',
		text: { body: 'Is this in stock?' },
		context: {
			from: METADATA.display_phone_number,
			id: EARLIER,
			referred_product: { catalog_id: '194836987003835', product_retailer_id: 'di9ozbzfi4' },
		},
	},
	ad: {
		type: 'text',
		text: { body: 'I saw your ad' },
		referral: {
			source_url: 'https://fb.me/3cr4Wqqkv',
			source_id: '120226305854810726',
			source_type: 'ad',
			body: 'Summer succulents are here!',
			headline: 'Chat with us',
			media_type: 'image',
			image_url: 'https://scontent.xx.fbcdn.net/v/t45.1',
			ctwa_clid: 'Aff-n8ZTODiE79d22KtAwQKj9e',
			welcome_message: { text: 'Hi there! Let us know how we can help!' },
		},
	},
	group: {
		type: 'text',
		text: { body: 'Hello everybody' },
		group_id: 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD',
	},
	image: {
		type: 'image',
		image: {
			caption: 'The broken lid',
			mime_type: 'image/jpeg',
			sha256: 'SfInY0gGKTsJlUWbwxC1k+FAD0FZHvzwfpvO0zX0GUI=',
			id: MEDIA_ID,
			url: `https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=${MEDIA_ID}&ext=1749416683&hash=ARm3`,
		},
	},
	video: {
		type: 'video',
		video: { caption: 'It rattles', mime_type: 'video/mp4', sha256: 'mRT1ZVVJ', id: '1003383421387257' },
	},
	audio: {
		type: 'audio',
		audio: { mime_type: 'audio/ogg; codecs=opus', sha256: 'x1Y2', id: '1003383421387258', voice: true },
	},
	document: {
		type: 'document',
		document: { filename: 'invoice.pdf', mime_type: 'application/pdf', sha256: 'q9X8', id: '1003383421387259' },
	},
	sticker: {
		type: 'sticker',
		sticker: { mime_type: 'image/webp', sha256: 'Z0a1', id: '1003383421387260', animated: false },
	},
	location: {
		type: 'location',
		location: {
			address: '1071 5th Ave, New York, NY 10128',
			latitude: 40.782910059774,
			longitude: -73.959075808525,
			name: 'Solomon R. Guggenheim Museum',
		},
	},
	contacts: {
		type: 'contacts',
		contacts: [
			{
				name: { formatted_name: 'Barbara J. Johnson', first_name: 'Barbara' },
				phones: [{ phone: '+1 650-555-1337', type: 'MOBILE', wa_id: '16505551337' }],
			},
		],
	},
	button_reply: {
		type: 'interactive',
		context: { from: METADATA.display_phone_number, id: EARLIER },
		interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes' } },
	},
	list_reply: {
		type: 'interactive',
		context: { from: METADATA.display_phone_number, id: EARLIER },
		interactive: {
			type: 'list_reply',
			list_reply: { id: 'priority_express', title: 'Priority Mail Express', description: 'Next Day to 2 Days' },
		},
	},
	nfm_reply: {
		type: 'interactive',
		context: { from: METADATA.display_phone_number, id: EARLIER },
		interactive: {
			type: 'nfm_reply',
			nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"flow_token":"t-1","firstname":"Sheena","guests":4}' },
		},
	},
	call_permission_reply: {
		type: 'interactive',
		interactive: {
			type: 'call_permission_reply',
			call_permission_reply: { response: 'accept', is_permanent: false, response_source: 'user_action' },
		},
	},
	button: {
		type: 'button',
		context: { from: METADATA.display_phone_number, id: EARLIER },
		button: { payload: 'stop-promotions', text: 'Stop promotions' },
	},
	reaction: { type: 'reaction', reaction: { message_id: EARLIER, emoji: '👍' } },
	reaction_removed: { type: 'reaction', reaction: { message_id: EARLIER } },
	order: {
		type: 'order',
		order: {
			catalog_id: '194836987003835',
			text: 'Love these!',
			product_items: [{ product_retailer_id: 'di9ozbzfi4', quantity: 2, item_price: 30, currency: 'USD' }],
		},
	},
	edit: {
		type: 'edit',
		edit: {
			original_message_id: EARLIER,
			message: { type: 'text', text: { body: 'Does it come in another colour?' } },
		},
	},
	revoke: { type: 'revoke', revoke: { original_message_id: EARLIER } },
	system: {
		type: 'system',
		system: {
			body: 'Sheena Nelson changed from 16505551234 to 12195555358',
			wa_id: '12195555358',
			type: 'user_changed_number',
		},
	},
	unsupported: {
		type: 'unsupported',
		errors: [
			{
				code: 131051,
				title: 'Message type unknown',
				message: 'Message type unknown',
				error_data: { details: 'Message type is currently not supported.' },
			},
		],
		unsupported: { type: 'poll' },
	},
	unknown: { type: 'hologram', hologram: { shape: 'cube' } },
};

/** An incoming message of a sample's kind. `wanted` overrides its fields. */
export function messageChange(kind: string, wanted: object = {}): Change {
	const message = {
		from: CUSTOMER.wa_id,
		id: newMessageId(),
		timestamp: whatsappTime(),
		...MESSAGE_SAMPLES[kind],
		...wanted,
	};
	return messagesChange({ contacts: [CUSTOMER], messages: [message] });
}

/** A customer who hides the phone number. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids */
function hiddenNumberChange(): Change {
	const id = 'US.13491208655302741918';
	return messagesChange({
		contacts: [{ profile: { name: 'Sheena Nelson', username: 'realsheena' }, user_id: id }],
		messages: [{ from_user_id: id, id: newMessageId(), timestamp: whatsappTime(), ...MESSAGE_SAMPLES.text }],
	});
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status */
export function statusChange(wanted: object = {}): Change {
	return messagesChange({
		statuses: [
			{
				id: newMessageId(),
				status: 'sent',
				timestamp: whatsappTime(),
				recipient_id: CUSTOMER.wa_id,
				pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'marketing' },
				...wanted,
			},
		],
	});
}

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

/** A change of any kind that this file knows. */
export function sampleChange(kind: string): Change | undefined {
	if (kind in MESSAGE_SAMPLES) return messageChange(kind);
	if (kind === 'hidden_number') return hiddenNumberChange();
	if (kind === 'status') return statusChange();
	return OTHER_SAMPLES[kind]?.();
}
