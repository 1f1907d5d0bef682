import { any, flag, object, text } from './schema';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages#media-object */
const CAPTION_MAX = 1024;

const reference = {
	id: { type: 'string', pattern: '^[0-9]+$' },
	link: { type: 'string', format: 'uri', pattern: '^https?://' },
};

/** By ID or by link, not both. */
const ONE_OF = { oneOf: [{ required: ['id'] }, { required: ['link'] }] };

const media = (more: object = {}) => object([], { ...reference, ...more }, ONE_OF);

const caption = text(CAPTION_MAX, 0);

/** A file in a message, by its kind. */
export const mediaSchemas = {
	audio: media({ voice: flag }),
	document: media({ caption, filename: any }),
	image: media({ caption }),
	sticker: media(),
	video: media({ caption }),
};

/** A file above an interactive message or in a template: without caption. */
export const headerMedia = { image: media(), video: media(), document: media({ filename: any }) };

/** Most bytes and the types of each kind. https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media#supported-media-types */
export const UPLOADS: ReadonlyArray<{ types: RegExp; maxBytes: number; name: string }> = [
	{ name: 'sticker', types: /^image\/webp$/, maxBytes: 500 * 1024 },
	{ name: 'image', types: /^image\/(jpeg|png)$/, maxBytes: 5 * 1024 * 1024 },
	{ name: 'audio', types: /^audio\/(aac|amr|mpeg|mp4|ogg)$/, maxBytes: 16 * 1024 * 1024 },
	{ name: 'video', types: /^video\/(mp4|3gpp)$/, maxBytes: 16 * 1024 * 1024 },
	{
		name: 'document',
		types:
			/^(text\/plain|application\/(pdf|msword|vnd\.ms-(excel|powerpoint)|vnd\.openxmlformats-officedocument\.(wordprocessingml\.document|spreadsheetml\.sheet|presentationml\.presentation)))$/,
		maxBytes: 100 * 1024 * 1024,
	},
];
