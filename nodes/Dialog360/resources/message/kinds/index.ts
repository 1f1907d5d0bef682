import type { IDataObject } from 'n8n-workflow';
import type { Form } from '../form';
import { contacts } from './contacts';
import { location } from './location';
import { media } from './media';
import { raw } from './raw';
import { reaction } from './reaction';
import { text } from './text';

/** What makes the content of a message, by *Message Type*: `{ type, [type]: … }`. */
export const KINDS: Record<string, (form: Form) => IDataObject> = {
	text,
	image: media('image'),
	video: media('video'),
	audio: media('audio'),
	document: media('document'),
	sticker: media('sticker'),
	location,
	contacts,
	reaction,
	json: raw,
};
