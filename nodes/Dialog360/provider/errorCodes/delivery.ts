import type { Explanation } from './explanation';

/** Codes about one message: its content, and the customer that it is for. */
export const deliveryCodes: Record<number, Explanation> = {
	130472: {
		cause: 'WhatsApp held the message back: the customer is part of an experiment by Meta.',
		nextStep: 'Do not send it again. Reach this customer in another way.',
	},
	130497: {
		cause: 'The business may not write to customers in this country.',
		nextStep: "Check WhatsApp's rules for your kind of business in that country.",
	},
	130501: {
		cause: 'WhatsApp does not take this kind of message at present.',
		nextStep: 'Send another kind, e.g. a text with a link.',
	},
	131021: { cause: 'Sender and recipient are the same number.', nextStep: 'Send to another number.' },
	131026: {
		cause:
			'The message cannot be delivered: the number is not on WhatsApp, its app is too old, it has blocked the business, or it has not accepted the terms.',
		nextStep: 'Check the number, or reach the customer in another way.',
	},
	131030: {
		cause: 'The number is a test number, and the recipient is not on its list.',
		nextStep: 'Add the recipient to the allowed numbers, or send from a real number.',
	},
	131047: {
		cause: 'More than 24 hours have passed since the customer wrote last.',
		nextStep: 'Use Send Template: outside of the 24 hours WhatsApp delivers templates only.',
	},
	131048: {
		cause: 'Too many messages of this number were blocked or reported as spam.',
		nextStep: "Look at the number's quality in the WhatsApp Manager, and send less until it has recovered.",
	},
	131049: {
		cause: 'WhatsApp held a marketing message back, because this customer gets many of them.',
		nextStep: 'Do not send it again at once: wait at least 24 hours.',
	},
	131050: {
		cause: 'The customer wants no marketing messages of this business.',
		nextStep: 'Remove the customer from your list.',
	},
	131051: {
		cause: 'WhatsApp does not know this kind of message.',
		nextStep: 'Send another kind of message.',
	},
	131052: {
		cause: 'WhatsApp could not fetch the file that the customer sent.',
		nextStep: 'Ask the customer to send it again, in another format or smaller.',
	},
	131053: {
		cause: 'WhatsApp could not fetch or use the file: the wrong type, too large, or its URL cannot be reached.',
		nextStep:
			'Check kind and size of the file, and that its URL opens without a login. Or send it from a binary field.',
	},
	131056: {
		cause: 'Too many messages from this number to the same customer in a short time.',
		nextStep: 'Wait a while before you write to this customer again, and combine messages into one.',
	},
	131062: {
		cause: 'Authentication templates cannot go to a BSUID.',
		nextStep: 'Send it to the phone number of the customer.',
	},
	134011: {
		cause: "The account has not accepted WhatsApp's terms for payments.",
		nextStep: "Accept them by the link in WhatsApp's answer, or in the WhatsApp Manager.",
	},
};
