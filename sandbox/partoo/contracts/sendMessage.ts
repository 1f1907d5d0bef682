import type { SchemaObject } from 'ajv';

import { bodyContract, type Contract } from '../../shared/contract';
import type { Reading } from '../settings';

/** https://developers.partoo.co/api-reference/messages/send-message */
export const SENT_BY_JSON = ['Text', 'Image', 'Video', 'Audio', 'Document'] as const;

export type JsonKind = (typeof SENT_BY_JSON)[number];

const READINGS: readonly Reading[] = ['properties', 'required', 'both'];

export interface SendBody {
	conversation_id: number;
	content_type: JsonKind;
	content?: string | { url: string };
	url?: string;
	date?: string;
}

const link: SchemaObject = { type: 'string', format: 'uri', pattern: '^https?://' };
const linkInContent: SchemaObject = {
	type: 'object',
	additionalProperties: false,
	required: ['url'],
	properties: { url: link },
};

/** What the three readings of the page make of each kind; see `Reading`. */
function bodySchema(kind: JsonKind, reading: Reading): SchemaObject {
	const dated = reading === 'properties' ? [] : ['date'];
	const base = {
		conversation_id: { type: 'integer' },
		content_type: { const: kind },
		date: { type: 'string', format: 'date-time' },
	};
	const schema = (required: string[], properties: Record<string, SchemaObject>): SchemaObject => ({
		type: 'object',
		additionalProperties: false,
		required: ['conversation_id', 'content_type', ...required, ...dated],
		properties: { ...base, ...properties },
	});
	if (kind === 'Text') return schema(['content'], { content: { type: 'string', minLength: 1 } });
	if (kind === 'Image') return schema(['url'], { url: link });
	const required = { properties: ['content'], required: ['url'], both: ['url', 'content'] }[reading];
	return schema(required, { content: linkInContent, url: link });
}

const kindContracts = (reading: Reading) =>
	new Map(SENT_BY_JSON.map((kind) => [kind, bodyContract<SendBody>(bodySchema(kind, reading))]));

const contracts = new Map(READINGS.map((reading) => [reading, kindContracts(reading)]));

const kindContract = bodyContract<Pick<SendBody, 'content_type'>>({
	type: 'object',
	required: ['content_type'],
	properties: { content_type: { enum: [...SENT_BY_JSON] } },
});

/** Checks a JSON body of POST /messages against the schema of its own kind. */
export const sendBodyContract =
	(reading: Reading): Contract<SendBody> =>
	(value, options) => {
		const kind = kindContract(value);
		if (!kind.ok) return kind;
		const contract = contracts.get(reading)?.get(kind.value.content_type);
		return contract === undefined ? { ok: false, findings: {} } : contract(value, options);
	};
