import type { Explanation } from './explanation';

/** Codes about flows (https://developers.facebook.com/docs/whatsapp/flows/reference/error-codes). */
export const flowCodes: Record<number, Explanation> = {
	132068: { cause: 'The flow is blocked.', nextStep: 'Fix the flow in the WhatsApp Manager.' },
	132069: {
		cause: 'The flow is throttled.',
		nextStep: 'Fix the flow in the WhatsApp Manager, and send less until then.',
	},
	139000: {
		cause:
			'WhatsApp does not let this account make or publish flows: the business is not verified, or its quality is low.',
		nextStep: 'Verify the business, and look at the account quality in the WhatsApp Manager.',
	},
	139001: {
		cause: 'The flow cannot be changed, because it is published.',
		nextStep: 'Make a copy of the flow, and change that.',
	},
	139002: {
		cause: 'The flow cannot be published: it has mistakes, or its endpoint does not answer.',
		nextStep: 'Open the flow in the WhatsApp Manager and fix what it names.',
	},
	139003: {
		cause: 'The flow cannot be retired: it is not published, or is retired already.',
		nextStep: 'Delete it if it is a draft.',
	},
	139004: { cause: 'A published flow cannot be deleted.', nextStep: 'Retire it in the WhatsApp Manager instead.' },
	139006: {
		cause: 'The flow was not used often enough for figures about it.',
		nextStep: 'Ask again when more customers have opened it.',
	},
};
