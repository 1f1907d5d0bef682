import { headerMedia } from './media';
import { any, list, object, text } from './schema';

/**
 * Interactive messages, by their type. A type that is not here passes: WhatsApp has more of them than the reference.
 * https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages#interactive-object
 */
const HEADER_MAX = 60;
const FOOTER_MAX = 60;
const BODY_MAX = 1024;
const LIST_BODY_MAX = 4096;

const textHeader = object(['type', 'text'], {
	type: { const: 'text' },
	text: text(HEADER_MAX),
	sub_text: text(HEADER_MAX),
});
const mediaHeader = (kind: keyof typeof headerMedia) =>
	object(['type', kind], { type: { const: kind }, [kind]: headerMedia[kind] });
const header = {
	type: 'object',
	required: ['type'],
	allOf: [
		{ if: { properties: { type: { const: 'text' } } }, then: textHeader },
		...(['image', 'video', 'document'] as const).map((kind) => ({
			if: { properties: { type: { const: kind } } },
			then: mediaHeader(kind),
		})),
	],
};

const body = (max = BODY_MAX) => object(['text'], { text: text(max) });
const footer = object(['text'], { text: text(FOOTER_MAX) });

const interactive = (type: string, required: string[], parts: Record<string, unknown>) =>
	object(['type', 'action', ...required], { type: { const: type }, ...parts });

const named = (name: string, parameters: object | undefined, isRequired = true) =>
	object(['name', ...(parameters && isRequired ? ['parameters'] : [])], {
		name: { const: name },
		...(parameters && { parameters }),
	});

const replyId = { ...text(256), pattern: '^\\S(.*\\S)?$' };
const productItems = list(object(['product_retailer_id'], { product_retailer_id: any }), 30);

export const interactiveSchemas: Readonly<Record<string, object>> = {
	button: interactive('button', ['body'], {
		header,
		body: body(),
		footer,
		action: object(['buttons'], {
			buttons: list(
				object(['type', 'reply'], {
					type: { const: 'reply' },
					reply: object(['id', 'title'], { id: replyId, title: text(20) }),
				}),
				3,
			),
		}),
	}),
	list: interactive('list', ['body'], {
		header: textHeader,
		body: body(LIST_BODY_MAX),
		footer,
		action: object(['button', 'sections'], {
			button: text(20),
			sections: list(
				object(['rows'], {
					title: text(24),
					rows: list(object(['id', 'title'], { id: text(200), title: text(24), description: text(72) }), 10),
				}),
				10,
			),
		}),
	}),
	cta_url: interactive('cta_url', ['body'], {
		header,
		body: body(),
		footer,
		action: named(
			'cta_url',
			object(['display_text', 'url'], { display_text: text(20), url: { type: 'string', format: 'uri' } }),
		),
	}),
	location_request_message: interactive('location_request_message', ['body'], {
		body: body(),
		action: named('send_location', undefined),
	}),
	catalog_message: interactive('catalog_message', ['body'], {
		body: body(),
		footer,
		action: named('catalog_message', object([], { thumbnail_product_retailer_id: any }), false),
	}),
	product: interactive('product', [], {
		body: body(),
		footer,
		action: object(['catalog_id', 'product_retailer_id'], { catalog_id: any, product_retailer_id: any }),
	}),
	product_list: interactive('product_list', ['header', 'body'], {
		header: textHeader,
		body: body(),
		footer,
		action: object(['catalog_id', 'sections'], {
			catalog_id: any,
			sections: list(object(['product_items'], { title: text(24), product_items: productItems }), 10),
		}),
	}),
	flow: interactive('flow', ['body'], {
		header,
		body: body(),
		footer,
		action: named(
			'flow',
			object(
				['flow_message_version', 'flow_cta'],
				{
					flow_message_version: any,
					flow_id: any,
					flow_name: any,
					flow_cta: { ...text(30), pattern: '^\\P{Extended_Pictographic}*$' },
					mode: { enum: ['draft', 'published'] },
					flow_token: any,
					flow_action: { enum: ['navigate', 'data_exchange'] },
					flow_action_payload: object([], { screen: any, data: { type: 'object', minProperties: 1 } }),
				},
				{
					oneOf: [{ required: ['flow_id'] }, { required: ['flow_name'] }],
					// A screen to begin with is for flows that the message itself opens; otherwise the business's server says it.
					if: { properties: { flow_action: { const: 'data_exchange' } }, required: ['flow_action'] },
					then: { properties: { flow_action_payload: false } },
				},
			),
		),
	}),
	call_permission_request: interactive('call_permission_request', [], {
		body: body(),
		action: named('call_permission_request', undefined),
	}),
	voice_call: interactive('voice_call', ['body'], {
		body: body(),
		action: named(
			'voice_call',
			object([], {
				display_text: text(20),
				ttl_minutes: { type: 'integer', minimum: 1, maximum: 43_200 },
				payload: text(512),
			}),
			false,
		),
	}),
	carousel: interactive('carousel', ['body'], {
		body: body(),
		action: object(['cards'], {
			cards: {
				...list(
					object(['card_index', 'type', 'header', 'action'], {
						card_index: { type: 'integer', minimum: 0 },
						type: { enum: ['cta_url', 'product'] },
						header,
						body: body(160),
						action: { type: 'object' },
					}),
					10,
				),
				minItems: 2,
			},
		}),
	}),
	address_message: interactive('address_message', ['body'], {
		header,
		body: body(),
		footer,
		action: named(
			'address_message',
			object(['country'], {
				country: { type: 'string', pattern: '^[A-Z]{2}$' },
				values: { type: 'object' },
				saved_addresses: { type: 'array' },
				validation_errors: { type: 'object' },
			}),
		),
	}),
	order_status: interactive('order_status', ['body'], {
		body: body(),
		footer,
		action: named(
			'review_order',
			object(['reference_id', 'order'], {
				reference_id: any,
				order: object(['status'], { status: { type: 'string', minLength: 1 }, description: text(120) }),
				payment: { type: 'object' },
			}),
		),
	}),
	request_contact_info: interactive('request_contact_info', ['body'], {
		body: body(),
		action: named('request_contact_info', undefined),
	}),
};

interface Section {
	title?: string;
	rows?: Array<{ id: string }>;
	product_items?: unknown[];
}

interface Checkable {
	type: string;
	action: { sections?: Section[]; buttons?: Array<{ reply: { id: string; title: string } }> };
}

const MAX_ROWS = 10;
const MAX_PRODUCTS = 30;

/** What a schema cannot say of an interactive message; null when there is nothing wrong. */
export function interactiveFault({ action }: Checkable): string | null {
	const { sections = [], buttons = [] } = action;
	const rows = sections.flatMap((section) => section.rows ?? []);
	if (rows.length > MAX_ROWS) return `interactive.action.sections: ${rows.length} rows, at most ${MAX_ROWS} in total`;
	if (sections.flatMap((section) => section.product_items ?? []).length > MAX_PRODUCTS) {
		return `interactive.action.sections: more than ${MAX_PRODUCTS} products`;
	}
	if (sections.length > 1 && sections.some(({ title }) => !title)) {
		return 'interactive.action.sections: a title is required when there is more than one section';
	}
	if (repeats(rows.map(({ id }) => id))) return 'interactive.action.sections: row IDs must be unique';
	if (repeats(buttons.map(({ reply }) => reply.id))) return 'interactive.action.buttons: IDs must be unique';
	return repeats(buttons.map(({ reply }) => reply.title)) ? 'interactive.action.buttons: titles must be unique' : null;
}

const repeats = (values: string[]): boolean => new Set(values).size < values.length;
