import type { IDataObject } from 'n8n-workflow';
import { publicUrl } from '../../../../shared/input/checks';
import { URL_BUTTON_MAX } from '../../../provider/limits';
import type { Form } from '../form';
import { limitedText } from '../texts';
import { interactive } from './frame';

/** A button that opens a page (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-cta-url-messages). */
export function urlButton(form: Form): IDataObject {
	const parameters = {
		display_text: limitedText('Button Text', form.param('buttonText', ''), URL_BUTTON_MAX),
		url: publicUrl('URL', form.param('url', '')),
	};
	return interactive(form, 'cta_url', { name: 'cta_url', parameters }, { header: 'any' });
}

/** Asks the customer where they are (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/location-request-messages). */
export function locationRequest(form: Form): IDataObject {
	return interactive(form, 'location_request_message', { name: 'send_location' }, { header: 'none' });
}

/** Asks whether the business may call (https://developers.facebook.com/docs/whatsapp/cloud-api/calling/user-call-permissions). */
export function callPermission(form: Form): IDataObject {
	return interactive(
		form,
		'call_permission_request',
		{ name: 'call_permission_request' },
		{ header: 'none', isBodyOptional: true },
	);
}
