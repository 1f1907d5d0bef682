import { optionalLine } from '../../../fields/lines';
import type { IDataObject } from 'n8n-workflow';
import { textField } from '../../../fields/common';
import { limitedText } from '../../../../shared/input/text';
import { optionalCustomerText } from '../../../../shared/input/words/customerText';
import { filledIn } from '../../../../shared/failures/values/valueFault';
import { BODY_MAX, FOOTER_MAX } from '../../../provider/limits';
import type { Form } from '../itemForm';
import { headerOf } from './header';
import type { AllowedHeader } from './header';

/** What an interactive message has around its action. */
interface Frame {
	header: AllowedHeader;
	/** The field that holds the body: label and name. */
	bodyField?: readonly [label: string, name: string];
	/** Characters of the body. */
	bodyMax?: number;
	/** Whether the body may be missing; the option Body Text holds it then. */
	isBodyOptional?: boolean;
}

export const bodyTextOption = textField('Body Text', 'bodyText', {
	typeOptions: { rows: 3 },
	description: 'Text above the button, up to 1024 characters',
});

export const footerOption = textField('Footer', 'footer', { description: 'Small text below, up to 60 characters' });

/** What is written on the button of a list, a page or a flow. */
export const buttonTextField = textField('Button Text', 'buttonText', {
	required: true,
	placeholder: 'e.g. Show menu',
	description: 'What is written on the button, up to 20 characters',
});

/**
 * An interactive message `{ type: 'interactive', interactive: { type, header, body, footer, action } }`
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-reply-buttons-messages).
 */
export function interactive(form: Form, type: string, action: IDataObject, frame: Frame): IDataObject {
	const { options } = form;
	const [label, name] = frame.bodyField ?? ['Text', 'text'];
	const body = frame.isBodyOptional
		? optionalCustomerText('text', 'Body Text', options.bodyText, BODY_MAX)
		: { text: filledIn(label, limitedText(label, form.param(name, ''), frame.bodyMax ?? BODY_MAX)) };
	const footer = optionalLine('text', 'Footer', options.footer, FOOTER_MAX);
	const header = headerOf(form, frame.header);
	return {
		type: 'interactive',
		interactive: {
			type,
			...(header && { header }),
			...('text' in body && { body }),
			...('text' in footer && { footer }),
			action,
		},
	};
}
