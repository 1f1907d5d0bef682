import type { Explanation } from './explanation';

const KEY: Explanation = {
	cause: 'The key is not valid, or the number is no longer connected to its WhatsApp account.',
	nextStep: 'Make a new key for the number in the 360dialog Hub and put it into the credential.',
};
/** Also what the codes 200 to 299 mean. */
export const PERMISSION: Explanation = {
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
	nextStep:
		'Change what WhatsApp names above; if it names nothing, compare the fields of this node with a message that was sent. Then run it again.',
};
const BROKEN: Explanation = {
	cause: 'WhatsApp is down or under maintenance.',
	nextStep: 'Look at https://metastatus.com/whatsapp-business-api and send the message again when it is over.',
};

const PAY = 'Check the payment method or the balance of the account in the 360dialog Hub.';

/** Codes about the number, its account, its rate, and requests that WhatsApp cannot read. */
export const accountCodes: Record<number, Explanation> = {
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
	131000: BROKEN,
	131005: PERMISSION,
	131008: { ...PARAMETER, cause: 'A field that WhatsApp needs is missing.' },
	131009: { ...PARAMETER, cause: 'A field holds a value that WhatsApp does not accept.' },
	131016: BROKEN,
	131031: POLICY,
	131037: {
		cause: "The number's display name is not approved yet.",
		nextStep: 'Have a display name approved in the WhatsApp Manager.',
	},
	131042: {
		cause:
			'WhatsApp cannot charge for the message. It costs: since October 2026 messages without a template do, too, beyond the first 1,000 of a number and month. Messages are accepted and do not arrive.',
		nextStep: PAY,
	},
	131044: { cause: 'The account has no valid way to pay, and this costs.', nextStep: PAY },
	131055: {
		cause: 'WhatsApp does not allow this for the number, or not by this way.',
		nextStep:
			'Send a marketing template with Send Template. Calls of a number that is connected by SIP come by SIP only.',
	},
	131057: {
		cause: 'The number is being upgraded to a higher throughput; that takes about a minute.',
		nextStep: 'Send it again in a few minutes.',
	},
	133000: BROKEN,
	133004: BROKEN,
	135000: {
		cause: 'WhatsApp refuses a field of the request, and does not say which.',
		nextStep: 'Compare the message with one that was sent, or ask 360dialog support.',
	},
	2494100: {
		cause: 'The number is under maintenance at WhatsApp, e.g. while its throughput is raised.',
		nextStep: 'Send it again in a few minutes.',
	},
};
