import type { Explanation } from './explanation';

const TEMPLATE_STATE = 'Choose another template, or mend this one in the WhatsApp Manager.';

/** Codes about templates and flows. */
export const templateCodes: Record<number, Explanation> = {
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
	2388019: {
		cause: 'The account has as many templates as it may have.',
		nextStep: 'Delete templates that are no longer used.',
	},
};
