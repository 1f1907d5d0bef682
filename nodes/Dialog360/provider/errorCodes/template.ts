import type { Explanation } from './explanation';

const TEMPLATE_STATE = 'Choose another template, or fix this one in the WhatsApp Manager.';

/** Codes about templates: when they are sent, and (2388…) when they are created. */
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
	132015: {
		cause:
			'The template is paused for its low quality, or WhatsApp paced its first messages and dropped this one after bad reactions.',
		nextStep: TEMPLATE_STATE,
	},
	132016: { cause: 'The template was disabled for its low quality.', nextStep: TEMPLATE_STATE },
	132018: {
		cause: 'WhatsApp does not take a value of the template: often line breaks, tabs or more than four blanks in a row.',
		nextStep: 'Switch Flatten Line Breaks on under Options, and compare the values with the template.',
	},
	134100: {
		cause: 'Only marketing templates go this way.',
		nextStep: 'Choose a template of the category Marketing.',
	},
	134101: {
		cause: 'WhatsApp is still taking the template over for marketing messages.',
		nextStep: 'Send it again in ten minutes.',
	},
	134102: {
		cause: 'The template cannot go as a marketing message: WhatsApp has not taken it over.',
		nextStep: TEMPLATE_STATE,
	},
	2388019: {
		cause: 'The account has reached its limit of templates.',
		nextStep: 'Delete templates that are no longer used.',
	},
	2388040: {
		cause: 'A text of the template is too long.',
		nextStep: 'Shorten it: header 60 characters, body 1024, footer 60, button 25.',
	},
	2388047: {
		cause: 'The header of the template is not as WhatsApp wants it.',
		nextStep: 'Take line breaks, emojis and formatting out of it, with one variable at most, and give an example.',
	},
	2388072: {
		cause: 'The body of the template is not as WhatsApp wants it.',
		nextStep: 'Check its variables, e.g. {{1}}, and take rows of blanks and of line breaks out.',
	},
	2388073: {
		cause: 'The footer of the template is not as WhatsApp wants it.',
		nextStep: 'Take variables, line breaks and formatting out of it.',
	},
	2388293: {
		cause: 'The body has too many variables for its length.',
		nextStep: 'Write more words around the variables, or take some of them out.',
	},
	2388299: {
		cause: 'The body begins or ends with a variable; full stops and the like do not count.',
		nextStep: 'Put a word before it or behind it.',
	},
};
