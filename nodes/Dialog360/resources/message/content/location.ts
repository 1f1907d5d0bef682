import type { INodeProperties } from 'n8n-workflow';
import { textField } from '../../../fields/common';
import { locationObject } from '../../../fields/coordinates';
import type { MessageType } from '../messageType';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/messages/location-messages */
export const location: MessageType = {
	option: { name: 'Location', value: 'location' },
	fields: [
		degreesField('Latitude', 'latitude', 'e.g. 52.52', 'Degrees north; south is negative'),
		degreesField('Longitude', 'longitude', 'e.g. 13.405', 'Degrees east; west is negative'),
	],
	options: [
		textField('Location Address', 'locationAddress', { placeholder: 'e.g. 101 Forest Ave' }),
		textField('Location Name', 'locationName', { placeholder: 'e.g. Office' }),
	],
	content({ param, options: { locationName: name, locationAddress: address } }) {
		const place = { latitude: param('latitude', ''), longitude: param('longitude', ''), name, address };
		return { type: 'location', location: locationObject(place, '', 'Location ') };
	},
};

/** A text, since a number would begin with 0: a place at sea. */
function degreesField(displayName: string, name: string, placeholder: string, description: string): INodeProperties {
	return textField(displayName, name, { required: true, placeholder, description });
}
