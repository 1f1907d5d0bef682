import { bodyContract, type Contract } from '../../shared/contract';
import type { Reading } from '../settings';

/** Limit and types of pictures: https://developers.partoo.co/api-reference/messages/send-message */
export const IMAGE_MAX_BYTES = 5 * 1024 * 1024;
const IMAGE_TYPES = ['image/jpeg', 'image/png'];

/** The form's text parts beside the parts that are files. Text parts are strings, so the id is a string of digits here. */
export interface UploadForm {
	fields: { conversation_id: string; content_type: 'Image'; date?: string };
	files: Array<{ field: 'image'; contentType: string; size: number }>;
}

const uploadSchema = (reading: Reading) => ({
	type: 'object',
	required: ['fields', 'files'],
	properties: {
		fields: {
			type: 'object',
			additionalProperties: false,
			required: ['conversation_id', 'content_type', ...(reading === 'properties' ? [] : ['date'])],
			properties: {
				conversation_id: { type: 'string', pattern: '^[0-9]+$' },
				content_type: { const: 'Image' },
				date: { type: 'string', format: 'date-time' },
			},
		},
		files: {
			type: 'array',
			minItems: 1,
			maxItems: 1,
			items: {
				type: 'object',
				properties: {
					field: { const: 'image' },
					contentType: { enum: IMAGE_TYPES },
					size: { type: 'integer', minimum: 1, maximum: IMAGE_MAX_BYTES },
				},
			},
		},
	},
});

const plain = bodyContract<UploadForm>(uploadSchema('properties'));
const dated = bodyContract<UploadForm>(uploadSchema('required'));

const PART_NAMES: Readonly<Record<string, string>> = {
	files: 'image',
	'files.0.field': 'image',
	'files.0.contentType': 'image',
	'files.0.size': 'image',
};

/** Checks the form; findings are named by the parts that the sender knows. */
export const uploadContract =
	(reading: Reading): Contract<UploadForm> =>
	(value, options) => {
		const checked = (reading === 'properties' ? plain : dated)(value, options);
		if (checked.ok) return checked;
		const named = Object.entries(checked.findings).map(([path, sentences]) => [
			PART_NAMES[path] ?? path.replace(/^fields\./, ''),
			sentences,
		]);
		return { ok: false, findings: Object.fromEntries(named) as Record<string, string[]> };
	};
