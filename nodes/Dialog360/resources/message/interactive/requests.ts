import { limitedLine, optionalLine } from '../../../fields/lines';
import { pageLink } from '../../../../shared/input/files/link';
import { textField } from '../../../fields/common';
import { wholeNumber } from '../../../../shared/input/number';
import { optionalText } from '../../../../shared/input/text';
import { isNothing } from '../../../../shared/input/value';
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
			display_text: limitedLine('Button Text', form.param('buttonText', ''), URL_BUTTON_MAX),
			url: pageLink('URL', form.param('url'), form.isCustom),
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
		description: "A button that sends the customer's location",
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
		description: "A button that shares the customer's phone number",
	},
	fields: [bodyField],
	content: (form) => interactive(form, 'request_contact_info', { name: 'request_contact_info' }, { header: 'none' }),
};

const CALL_MINUTES_MAX = 43_200;
const CALL_PAYLOAD_MAX = 512;

/**
 * A button that calls the business on WhatsApp
 * (https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/call-button-messages-deep-links).
 */
export const callButton: MessageType = {
	option: { name: 'Call Button', value: 'voice_call', description: 'A button that calls the business' },
	fields: [bodyField],
	options: [
		textField('Call Button Minutes', 'callMinutes', {
			placeholder: 'e.g. 1440',
			description: 'How long the button works, up to 43200 minutes; seven days without this option',
		}),
		textField('Call Button Text', 'callText', { placeholder: 'e.g. Call us', description: 'Up to 20 characters' }),
		textField('Call Payload', 'callPayload', { description: 'Returned with the events of the call' }),
	],
	content(form) {
		const { callText, callMinutes, callPayload } = form.options;
		const range = { min: 1, max: CALL_MINUTES_MAX };
		const parameters = {
			...optionalLine('display_text', 'Call Button Text', callText, URL_BUTTON_MAX),
			...(!isNothing(callMinutes) &&
				callMinutes !== '' && { ttl_minutes: wholeNumber('Call Button Minutes', callMinutes, range) }),
			...optionalText('payload', 'Call Payload', callPayload, CALL_PAYLOAD_MAX),
		};
		const hasAny = Object.keys(parameters).length > 0;
		return interactive(form, 'voice_call', { name: 'voice_call', ...(hasAny && { parameters }) }, { header: 'none' });
	},
};
