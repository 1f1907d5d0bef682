import type { FastifyInstance } from 'fastify';

import { bodyContract } from '../shared/contract';
import { demand } from '../shared/controlBody';
import type { CallbellService } from './service';

const text = { type: 'string' };

interface WantedContacts {
	identifier: string;
	name?: string;
	source?: string;
	bsuid?: string;
	tags?: string[];
	count?: number;
}

const contactsContract = bodyContract<WantedContacts>({
	type: 'object',
	additionalProperties: false,
	required: ['identifier'],
	properties: {
		identifier: text,
		name: text,
		source: text,
		bsuid: text,
		tags: { type: 'array', items: text },
		count: { type: 'integer', minimum: 1 },
	},
});

const receivedContract = bodyContract<{ contact: string; text: string; at?: string }>({
	type: 'object',
	additionalProperties: false,
	required: ['contact', 'text'],
	properties: { contact: text, text, at: { type: 'string', format: 'date-time' } },
});

const outcomeContract = bodyContract<{ message: string; status: 'delivered' | 'failed' }>({
	type: 'object',
	additionalProperties: false,
	required: ['message', 'status'],
	properties: { message: text, status: { enum: ['delivered', 'failed'] } },
});

/** What only the sandbox can do: make contacts, let them write, decide what becomes of a message. */
export function callbellControl(app: FastifyInstance, { state, deliveries }: CallbellService): void {
	app.post('/contacts', async (request) => {
		const {
			count = 1,
			identifier,
			name = 'Customer',
			source = 'whatsapp',
			bsuid,
			tags = [],
		} = demand(contactsContract(request.body));
		const made = Array.from({ length: count }, (_, index) => {
			const suffix = count === 1 ? '' : String(index).padStart(4, '0');
			return state.addContact({
				identifier: identifier + suffix,
				name: [name, suffix].filter(Boolean).join(' '),
				source,
				tags,
				...(bsuid !== undefined && { bsuid, isHidden: true }),
			});
		});
		return { uuids: made.map(({ uuid }) => uuid) };
	});

	app.get('/contacts', async () => ({
		contacts: state.contacts.map(({ messages, ...contact }) => ({
			...contact,
			messages: messages.map((message) => ({ ...message, contact: contact.uuid })),
		})),
	}));

	app.post('/received', async (request) => {
		const { contact: uuid, text: words, at } = demand(receivedContract(request.body));
		const contact = existing(state.contact(uuid), 'contact');
		return {
			uuid: state.addMessage(contact, { direction: 'received', text: words, ...(at && { createdAt: at }) }).uuid,
		};
	});

	app.post('/outcome', async (request) => {
		const { message: uuid, status } = demand(outcomeContract(request.body));
		deliveries.decide(existing(state.message(uuid), 'message'), status);
		return { uuid };
	});
}

function existing<T>(found: T | undefined, what: string): T {
	if (found === undefined) throw Object.assign(new Error(`No such ${what}`), { statusCode: 404 });
	return found;
}
