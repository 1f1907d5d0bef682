import type { IDataObject } from 'n8n-workflow';
import { CAPTION_MAX } from '../../../provider/limits';
import type { MediaKind } from '../../../media/mediaKinds';
import type { Form } from '../form';
import { optionalText } from '../texts';

/** A document's name is shown to the customer; WhatsApp names no limit, file systems take 255. */
const FILE_NAME_MAX = 255;

/** An image, video, audio, document or sticker (https://developers.facebook.com/docs/whatsapp/cloud-api/messages/image-messages). */
export function media(kind: MediaKind): (form: Form) => IDataObject {
	return (form) => {
		const { options } = form;
		const file = form.media('Media', kind, form.param('media', ''));
		const hasCaption = kind === 'image' || kind === 'video' || kind === 'document';
		return {
			type: kind,
			[kind]: Object.assign(
				file,
				hasCaption && optionalText('caption', 'Caption', form.param('caption', ''), CAPTION_MAX),
				kind === 'document' && optionalText('filename', 'File Name', options.fileName, FILE_NAME_MAX),
				kind === 'audio' && options.voice !== undefined && { voice: options.voice },
			),
		};
	};
}
