import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { textField } from '../../../fields/common';
import { optionalCustomerText } from '../../../../shared/input/words/customerText';
import { toggle } from '../../../../shared/input/toggle';
import { fileName } from '../../../media/fileName';
import { mediaLocator } from '../../../fields/locators';
import type { MediaKind } from '../../../media/fileRules';
import { CAPTION_MAX } from '../../../provider/limits';
import type { Form } from '../itemForm';
import type { MessageType } from '../messageType';

const mediaField = mediaLocator('Media', 'media', {
	required: true,
	description: 'From a public URL, or from a binary field of the item, which is uploaded once for all items',
});

const captionField = textField('Caption', 'caption', {
	typeOptions: { rows: 2 },
	description: 'Text below the file, up to 1024 characters',
});

const fileNameOption = textField('File Name', 'fileName', {
	placeholder: 'e.g. invoice.pdf',
	description: 'The name that the customer sees',
});

const voiceOption: INodeProperties = {
	displayName: 'Voice Message',
	name: 'voice',
	type: 'boolean',
	default: true,
	description: 'Whether to show it as a voice message: OGG with Opus; above 512 KB without a play icon',
};

/** A file as WhatsApp sends it (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/image-messages). */
function mediaType(
	kind: MediaKind,
	name: string,
	description: string,
	{ fields = [], options = [] }: Partial<Pick<MessageType, 'fields' | 'options'>>,
	details: (form: Form, file: IDataObject) => IDataObject = () => ({}),
): MessageType {
	return {
		option: { name, value: kind, description },
		fields: [mediaField, ...fields],
		options,
		content(form) {
			const file = form.media('Media', kind, form.param('media', ''));
			return { type: kind, [kind]: Object.assign(file, details(form, file)) };
		},
	};
}

const caption = ({ param }: Form) => optionalCustomerText('caption', 'Caption', param('caption', ''), CAPTION_MAX);

const withCaption = { fields: [captionField] };

export const mediaTypes: MessageType[] = [
	mediaType('image', 'Image', 'JPEG or PNG up to 5 MB', withCaption, caption),
	mediaType('video', 'Video', 'MP4 or 3GP up to 16 MB', withCaption, caption),
	mediaType(
		'document',
		'Document',
		'PDF, text or Office document up to 100 MB',
		{ ...withCaption, options: [fileNameOption] },
		(form, file) => ({
			...caption(form),
			...fileName('File Name', form.options.fileName, file),
		}),
	),
	mediaType(
		'audio',
		'Audio',
		'AAC, AMR, MP3, M4A or OGG up to 16 MB; for a voice message add the option Voice Message',
		{ options: [voiceOption] },
		({ options: { voice } }) => (voice === undefined ? {} : { voice: toggle('Voice Message', voice) }),
	),
	mediaType('sticker', 'Sticker', 'WebP up to 100 KB, animated up to 500 KB', {}),
];
