import type { Explanation } from './explanation';

const CONNECTION = 'Let the customer check the network, and call again later.';
const LATER = 'Call less often, and again when the period is over.';

/**
 * Codes about calls
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/troubleshooting).
 */
export const callCodes: Record<number, Explanation> = {
	138000: {
		cause: 'Calls are not switched on for the number.',
		nextStep: "Switch them on in the number's call settings at 360dialog or in the WhatsApp Manager.",
	},
	138001: {
		cause: "The customer's WhatsApp cannot take calls: it may be outdated or on a device without calls.",
		nextStep: 'Write a message instead.',
	},
	138002: {
		cause: 'The number has reached its limit of simultaneous calls.',
		nextStep: 'Call again when one has ended.',
	},
	138003: { cause: 'A call with this customer is going on.', nextStep: 'End it first, or wait for its end.' },
	138004: { cause: 'The call could not be connected.', nextStep: 'Call again in a while.' },
	138005: { cause: 'The number has begun too many calls in a short time.', nextStep: LATER },
	138006: {
		cause: 'The customer has not allowed calls of this business, or no longer does.',
		nextStep: 'Send a Call Permission Request with Send Interactive, and call once it is accepted.',
	},
	138007: { cause: 'The call was not connected in time.', nextStep: CONNECTION },
	138009: {
		cause: 'The customer was asked for the permission to call as often as WhatsApp allows.',
		nextStep: 'Wait: WhatsApp allows one request a day and two in seven days for a customer.',
	},
	138012: { cause: 'The customer was called as often in 24 hours as WhatsApp allows.', nextStep: LATER },
	138013: {
		cause:
			'A business may not call customers from this number or in this country, or has asked for permissions too often.',
		nextStep: 'Let the customer call, or wait and ask again.',
	},
	138014: {
		cause: 'Calls of this number are switched off for a time because of their low quality.',
		nextStep: 'See in the WhatsApp Manager, in the call settings of the number, when this ends.',
	},
	138017: {
		cause: 'The customer has allowed calls for good.',
		nextStep: 'Call without asking for the permission.',
	},
	138018: {
		cause: 'Calls are not set up: nobody is subscribed to the webhook "calls" of the number.',
		nextStep: 'Subscribe to "calls" at 360dialog, then switch calls on.',
	},
	138019: { cause: "The customer's WhatsApp could not set the call up.", nextStep: 'Call again in a while.' },
	138020: { cause: "The customer's WhatsApp could not reach WhatsApp's relay.", nextStep: CONNECTION },
	138021: {
		cause: "The customer's WhatsApp ended the call, because no sound came for a long time.",
		nextStep: 'Check that your telephone system sends sound, and that its firewall lets it out.',
	},
	138022: { cause: "The customer's WhatsApp could not send sound for a long time.", nextStep: CONNECTION },
	138023: {
		cause: 'The call ended before sound was connected.',
		nextStep: 'Check the session description (SDP) and the firewall of your telephone system.',
	},
};
