/** What a code of WhatsApp means, in plain words, and what to do now. */
export interface Explanation {
	cause: string;
	nextStep: string;
}

const KEY: Explanation = {
	cause: 'The key is not valid, or the number is no longer connected to its WhatsApp account.',
	nextStep: 'Make a new key for the number in the 360dialog Hub and put it into the credential.',
};
const PERMISSION: Explanation = {
	cause: 'The WhatsApp account may not do this.',
	nextStep: 'Check the permissions and the state of the number with Account > Get Health, or ask 360dialog support.',
};
const POLICY: Explanation = {
	cause: 'WhatsApp has restricted or locked the account for a breach of its policies.',
	nextStep: 'Look at the account quality in the WhatsApp Manager and appeal there.',
};
const RATE: Explanation = {
	cause: 'Too many messages in too short a time.',
	nextStep: 'Send less at a time, or let other workflows with the same number pause.',
};
const PARAMETER: Explanation = {
	cause: 'WhatsApp does not understand a field of the request.',
	nextStep: 'Change the field that is named above and run it again.',
};
const BROKEN: Explanation = {
	cause: 'WhatsApp has a breakdown or is under maintenance.',
	nextStep: 'Look at https://metastatus.com/whatsapp-business-api and send the message again when it is over.',
};
const TEMPLATE_STATE = 'Choose another template, or mend this one in the WhatsApp Manager.';

/**
 * WhatsApp's codes (https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes), as they come in
 * answers and, with `failed`, in status events.
 */
const CODES: Record<number, Explanation> = {
	0: KEY,
	2: BROKEN,
	3: PERMISSION,
	4: RATE,
	10: PERMISSION,
	100: PARAMETER,
	190: KEY,
	368: POLICY,
	80007: RATE,
	130429: RATE,
	130472: {
		cause: "WhatsApp kept the message back: the customer is part of an experiment of Meta's.",
		nextStep: 'Do not send it again. Reach this customer in another way.',
	},
	130497: {
		cause: 'The business may not write to customers in this country.',
		nextStep: "Check WhatsApp's rules for your kind of business in that country.",
	},
	131000: BROKEN,
	131005: PERMISSION,
	131008: { ...PARAMETER, cause: 'A field that WhatsApp needs is missing.' },
	131009: { ...PARAMETER, cause: 'A field holds a value that WhatsApp does not take.' },
	131016: BROKEN,
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
	131031: POLICY,
	131037: {
		cause: "The number's display name is not approved yet.",
		nextStep: 'Have a display name approved in the WhatsApp Manager.',
	},
	131042: {
		cause: 'WhatsApp cannot charge for the message.',
		nextStep: 'Check the payment method or the balance of the account in the 360dialog Hub.',
	},
	131045: {
		cause: 'The number is not registered correctly.',
		nextStep: 'Ask 360dialog support to register the number again.',
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
		cause: 'WhatsApp kept a marketing message back, because this customer gets many of them.',
		nextStep: 'Do not send it again at once: wait at least 24 hours.',
	},
	131050: {
		cause: 'The customer wants no marketing messages of this business.',
		nextStep: 'Take the customer off the list.',
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
		cause: 'WhatsApp could not fetch or use the file: a wrong kind, too large, or its address cannot be reached.',
		nextStep:
			'Check kind and size of the file, and that its URL opens without a login. Or send it from a binary field.',
	},
	131056: {
		cause: 'Too many messages from this number to the same customer in a short time.',
		nextStep: 'Wait a while before you write to this customer again; put what belongs together into one message.',
	},
	131057: {
		cause: 'The number is being upgraded to a higher throughput; that takes about a minute.',
		nextStep: 'Send it again in a few minutes.',
	},
	131062: {
		cause: 'Authentication templates cannot go to a hidden-number ID.',
		nextStep: 'Send it to the phone number of the customer.',
	},
	132000: {
		cause: 'The number of values is not the number of variables in the template.',
		nextStep: 'Open the template field of this node again, so that its fields are read anew, and fill in every one.',
	},
	132001: {
		cause: 'The template does not exist in this language, or is not approved yet.',
		nextStep: 'Choose the template from the list; it shows name, language and status.',
	},
	132005: {
		cause: 'With its values the text of the template is too long.',
		nextStep: 'Shorten the values.',
	},
	132007: {
		cause: "The content of the template is against WhatsApp's policies.",
		nextStep: TEMPLATE_STATE,
	},
	132012: {
		cause: 'A value has another format than the variable of the template.',
		nextStep: 'Compare the values with the template: text, currency, date, and the kind of the header.',
	},
	132015: { cause: 'The template is paused for its low quality.', nextStep: TEMPLATE_STATE },
	132016: { cause: 'The template was disabled for its low quality.', nextStep: TEMPLATE_STATE },
	132068: { cause: 'The flow is blocked.', nextStep: 'Mend the flow in the WhatsApp Manager.' },
	132069: {
		cause: 'The flow is throttled.',
		nextStep: 'Mend the flow in the WhatsApp Manager, and send less until then.',
	},
	133000: BROKEN,
	133004: BROKEN,
	133010: {
		cause: 'The number is not registered at WhatsApp.',
		nextStep: 'Ask 360dialog support to register the number.',
	},
	133016: RATE,
	2388019: {
		cause: 'The account has as many templates as it may have.',
		nextStep: 'Delete templates that are no longer used.',
	},
};

/** What WhatsApp's code means; undefined for a code that is not known. */
export function explainCode(code: unknown): Explanation | undefined {
	const number = Number(code);
	if (code === null || code === undefined || code === '') return undefined;
	return CODES[number] ?? (number >= 200 && number < 300 ? PERMISSION : undefined);
}
