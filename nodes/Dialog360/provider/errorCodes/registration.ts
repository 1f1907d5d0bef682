import type { Explanation } from './explanation';

const REGISTER = 'Ask 360dialog support to register the number again.';

/** Codes about the registration of a number at WhatsApp, which is 360dialog's to make. */
export const registrationCodes: Record<number, Explanation> = {
	131045: { cause: 'The number is not registered correctly.', nextStep: REGISTER },
	133005: {
		cause: 'The PIN of the two-step verification is wrong.',
		nextStep: 'Set a new PIN in the WhatsApp Manager, and let 360dialog register the number with it.',
	},
	133006: {
		cause: 'The number has to be verified again before it is registered.',
		nextStep: 'Verify the number by SMS or call in the 360dialog Hub.',
	},
	133008: {
		cause: 'Too many wrong PINs of the two-step verification were given.',
		nextStep: 'Wait as long as WhatsApp says above, then give the right one.',
	},
	133009: {
		cause: 'PINs of the two-step verification were given too fast.',
		nextStep: 'Wait as long as WhatsApp says above, then give the PIN once.',
	},
	133010: {
		cause: 'The number is not registered at WhatsApp.',
		nextStep: 'Ask 360dialog support to register the number.',
	},
	133015: {
		cause: 'The number was deleted recently, and that is not finished.',
		nextStep: 'Wait five minutes before you register it again.',
	},
	133016: {
		cause: 'The number was registered or removed too often in a short time.',
		nextStep: 'Wait 72 hours, then let 360dialog register it once.',
	},
};
