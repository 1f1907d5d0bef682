import { METADATA } from './envelope';

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
			call_permission_reply: {
				response: 'accept',
				is_permanent: false,
				expiration_timestamp: '1790600000',
				response_source: 'user_action',
			},
		},
	},
	call_permission_refused: {
		type: 'interactive',
		context: { from: METADATA.display_phone_number, id: EARLIER },
		interactive: {
			type: 'call_permission_reply',
			call_permission_reply: { response: 'reject', response_source: 'user_action' },
		},
	},
	shared_number: {
		type: 'contacts',
		context: { from: METADATA.display_phone_number, id: EARLIER },
		origin: 'contact_request',
		contacts: [
			{
				name: { formatted_name: 'Sheena Nelson', first_name: 'Sheena' },
				phones: [{ phone: '+1 650-555-1234', type: 'MOBILE', wa_id: '16505551234' }],
			},
		],
	},
	lost_file: {
		type: 'image',
		image: { id: MEDIA_ID, mime_type: 'image/jpeg' },
		errors: [{ code: 131052, title: 'Media download error', details: 'The file is no longer there' }],
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
	system_user_id: {
		type: 'system',
		from: undefined,
		system: {
			body: 'The user ID changed',
			type: 'user_changed_user_id',
			user_id: 'US.23491208655302741918',
			previous_user_id: 'US.13491208655302741918',
			previous_parent_user_id: 'US.ENT.13491208655302741918',
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
