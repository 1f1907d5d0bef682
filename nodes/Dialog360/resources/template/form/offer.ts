import { limitedLine } from '../../../fields/lines';
import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { badField } from '../../../../shared/failures/failure';
import { asJson, jsonObject } from '../../../../shared/input/json/json';
import { choice } from '../../../../shared/input/text';
import { toggle } from '../../../../shared/input/toggle';
import { isNothing } from '../../../../shared/input/value';
import { textField } from '../../../fields/common';
import { OFFER_TEXT_MAX } from '../../../provider/limits';
import { codeButton, urlButton } from './buttons';
import { mediaHeader } from './header';
import { forKinds } from './kinds';
import { sampleField } from './sampleFiles';
import type { SampleFiles } from './sampleFiles';

export const offerField: INodeProperties = {
	displayName: 'Offer',
	name: 'offer',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add Offer',
	...forKinds('offer'),
	options: [
		{
			displayName: 'Offer',
			name: 'offer',
			values: [
				{
					displayName: 'Media',
					name: 'media',
					type: 'options',
					noDataExpression: true,
					options: [
						{ name: 'Image', value: 'image' },
						{ name: 'None', value: 'none' },
						{ name: 'Video', value: 'video' },
					],
					default: 'none',
					description: 'The image or video above the offer',
				},
				sampleField('sample', { displayOptions: { hide: { media: ['none'] } } }),
				textField('Offer Text', 'offerText', {
					placeholder: 'e.g. Until Sunday',
					description: 'Up to 16 characters',
				}),
				{
					displayName: 'Expires',
					name: 'expires',
					type: 'boolean',
					default: true,
					description: 'Whether to show the time left; each message has its own end',
				},
				textField('Example Code', 'example', {
					placeholder: 'e.g. 25OFF',
					description: 'An example of the code to copy; required if the offer expires',
				}),
				textField('Button Text', 'text', { placeholder: 'e.g. Shop now', description: 'Up to 25 characters' }),
				textField('URL', 'url', { placeholder: 'e.g. https://example.com/offers?code={{1}}' }),
				textField('Example URL', 'urlExample', {
					placeholder: 'e.g. https://example.com/offers?code=25OFF',
					description: 'Required if the URL ends with a variable',
				}),
			],
		},
	],
};

/**
 * The components of an offer for a limited time, around its body
 * (https://developers.facebook.com/docs/whatsapp/message-templates/limited-time-offer-templates).
 *
 * @throws Failure naming the field that is empty or too long
 */
export function offerComponents(given: unknown, body: IDataObject, files: SampleFiles): IDataObject[] {
	const fields = jsonObject('Offer', jsonObject('Offer', given, undefined, asJson).offer, undefined, asJson);
	if (Object.keys(fields).length === 0) throw badField('Offer', 'is empty', "Add the offer in 'Offer'.");
	const text = limitedLine('Offer Text', fields.offerText, OFFER_TEXT_MAX);
	const expires = toggle('Expires', fields.expires, true);
	const hasCode = expires || !isNothing(fields.example);
	const code = hasCode ? [codeButton('Example Code', fields.example)] : [];
	const media = choice('Media', fields.media, ['image', 'none', 'video'], { fallback: 'none' });
	return [
		...(media === 'none' ? [] : [mediaHeader('', media.toUpperCase(), files, fields.sample)]),
		{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text, has_expiration: expires } },
		body,
		// WhatsApp wants the code before the link.
		{ type: 'BUTTONS', buttons: [...code, urlButton('', fields, 'Button Text')] },
	];
}
