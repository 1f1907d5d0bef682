import { bodyContract, type Contract } from '../../shared/contract';
import { interactiveSchemas } from './interactive';
import { mediaSchemas } from './media';
import { any, flag, list, object, text } from './schema';

/** POST /messages. https://docs.360dialog.com/docs/messaging-api/api-reference/messages */
export interface MessageBody {
	messaging_product: string;
	recipient_type?: 'individual' | 'group';
	to?: string;
	recipient?: string;
	type?: string;
	context?: { message_id: string };
	biz_opaque_callback_data?: string;
	[kind: string]: unknown;
}

const TEXT_MAX = 4096;
const CONTACTS_MAX = 257;
/** Nothing is documented; a message that is as long as ten pages is a mistake. */
const TRACKING_MAX = 512;

const coordinate = { anyOf: [{ type: 'number' }, { type: 'string' }] };
const typed = (name: string, more: object = {}) => object([], { [name]: any, type: any, ...more });

const contact = object(['name'], {
	name: object(
		['formatted_name'],
		{ formatted_name: text(1024), first_name: any, last_name: any, middle_name: any, prefix: any, suffix: any },
		{ minProperties: 2 },
	),
	phones: list(typed('phone', { wa_id: any }), 100, 0),
	emails: list(typed('email'), 100, 0),
	urls: list(typed('url'), 100, 0),
	addresses: list(
		object([], { street: any, city: any, state: any, zip: any, country: any, country_code: any, type: any }),
		100,
		0,
	),
	org: object([], { company: any, department: any, title: any }),
	birthday: { type: 'string', format: 'date' },
});

const template = object(['name', 'language'], {
	name: text(512),
	language: object(['code'], { code: any, policy: { const: 'deterministic' } }),
	namespace: any,
	components: { type: 'array', items: { type: 'object', required: ['type'] } },
});

/** The content of a message, by its type. */
export const contentContracts: Readonly<Record<string, Contract<unknown>>> = Object.fromEntries(
	Object.entries({
		...mediaSchemas,
		text: object(['body'], { body: text(TEXT_MAX), preview_url: flag }),
		location: object(['latitude', 'longitude'], {
			latitude: coordinate,
			longitude: coordinate,
			name: any,
			address: any,
		}),
		contacts: list(contact, CONTACTS_MAX),
		reaction: object(['message_id', 'emoji'], { message_id: any, emoji: { type: 'string' } }),
		template,
		pin: { type: 'object', required: ['type'] },
	}).map(([type, schema]) => [type, bodyContract(schema)]),
);

export const interactiveContracts = Object.fromEntries(
	Object.entries(interactiveSchemas).map(([type, schema]) => [
		type,
		bodyContract<{ type: string; action: object }>(schema),
	]),
);

/** An interactive message of a type that no contract knows. */
export const otherInteractive = bodyContract<{ type: string; action: object }>({
	type: 'object',
	required: ['type', 'action'],
	properties: { type: any, action: { type: 'object' } },
});

const envelopes = new Map<string, Contract<MessageBody>>();

/** Everything around the content of this type. */
export function envelopeContract(kind: string): Contract<MessageBody> {
	const contract = envelopes.get(kind) ?? envelope(kind);
	envelopes.set(kind, contract);
	return contract;
}

const envelope = (kind: string) =>
	bodyContract<MessageBody>(
		object(
			['messaging_product', 'type', kind],
			{
				messaging_product: { const: 'whatsapp' },
				recipient_type: { enum: ['individual', 'group'] },
				to: { type: 'string', minLength: 1 },
				recipient: { type: 'string', pattern: '^[A-Z]{2}\\.(ENT\\.)?[0-9A-Za-z]+$' },
				type: { const: kind },
				context: object(['message_id'], { message_id: text(1024) }),
				biz_opaque_callback_data: text(TRACKING_MAX),
				recipient_identity_key_hash: any,
				[kind]: {},
			},
			{ anyOf: [{ required: ['to'] }, { required: ['recipient'] }] },
		),
	);

/** Mark as read, with or without the typing indicator: the same endpoint, another body. */
export const readContract = bodyContract<{ message_id: string; typing_indicator?: { type: string } }>(
	object(['messaging_product', 'status', 'message_id'], {
		messaging_product: { const: 'whatsapp' },
		status: { const: 'read' },
		message_id: text(1024),
		typing_indicator: object(['type'], { type: { const: 'text' } }),
	}),
);
