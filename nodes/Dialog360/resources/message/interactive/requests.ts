import { link } from '../../../../shared/input/files/link';
import { textField } from '../../../fields/common';
import { limitedText } from '../../../../shared/input/text';
import { URL_BUTTON_MAX } from '../../../provider/limits';
import { bodyField } from '../content/text';
import type { MessageType } from '../messageType';
import { bodyTextOption, buttonTextField, footerOption, interactive } from './frame';
import { headerOptions } from './header';

/**
 * A button that opens a page
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-cta-url-messages).
 */
export const urlButton: MessageType = {
	option: { name: 'URL Button', value: 'cta_url', description: 'A button that opens a page' },
	fields: [
		bodyField,
		buttonTextField,
		textField('URL', 'url', {
			required: true,
			placeholder: 'e.g. https://example.com/orders/123',
			description: 'The page that the button opens',
		}),
	],
	options: [...headerOptions, footerOption],
	content(form) {
		const parameters = {
			display_text: limitedText('Button Text', form.param('buttonText', ''), URL_BUTTON_MAX),
			url: link('URL', form.param('url'), form.isCustom),
		};
		return interactive(form, 'cta_url', { name: 'cta_url', parameters }, { header: 'any' });
	},
};

/**
 * Asks the customer where they are
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/location-request-messages).
 */
export const locationRequest: MessageType = {
	option: {
		name: 'Location Request',
		value: 'location_request_message',
		description: 'A button with which the customer sends a location',
	},
	fields: [bodyField],
	content: (form) => interactive(form, 'location_request_message', { name: 'send_location' }, { header: 'none' }),
};

/**
 * Asks whether the business may call
 * (https://developers.facebook.com/docs/whatsapp/cloud-api/calling/user-call-permissions).
 */
export const callPermission: MessageType = {
	option: {
		name: 'Call Permission',
		value: 'call_permission_request',
		description: 'Asks whether the business may call',
	},
	fields: [],
	options: [bodyTextOption],
	content(form) {
		const action = { name: 'call_permission_request' };
		return interactive(form, 'call_permission_request', action, { header: 'none', isBodyOptional: true });
	},
};

/**
 * Asks a customer who hides the phone number to share it; the answer is a message of the kind *Shared Phone Number*
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids).
 */
export const contactInfoRequest: MessageType = {
	option: {
		name: 'Contact Info Request',
		value: 'request_contact_info',
		description: 'A button with which the customer shares the phone number',
	},
	fields: [bodyField],
	content: (form) => interactive(form, 'request_contact_info', { name: 'request_contact_info' }, { header: 'none' }),
};
