import type { FastifyInstance } from 'fastify';

import { bodyContract } from '../shared/contract';
import { demand } from '../shared/controlBody';
import { any, object } from './contracts/schema';
import type { Dialog360Service } from './service';
import type { MessageStatus, Person } from './types';

const outcomeContract = bodyContract<{ messageId: string; status: MessageStatus; errorCode?: number }>(
	object(['messageId', 'status'], {
		messageId: any,
		status: { enum: ['sent', 'delivered', 'read', 'failed'] },
		errorCode: { type: 'integer' },
	}),
);

const writeContract = bodyContract<{
	from: string;
	name?: string;
	type?: string;
	content?: Record<string, unknown>;
	text?: string;
	replyTo?: string;
}>(object(['from'], { from: any, name: any, type: any, content: { type: 'object' }, text: any, replyTo: any }));

const reviewContract = bodyContract<{ name: string; language: string; status: string }>(
	object(['name', 'language', 'status'], {
		name: any,
		language: any,
		status: { enum: ['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DISABLED'] },
	}),
);

const personContract = bodyContract<{ from: string } & Partial<Person>>(
	object(['from'], {
		from: any,
		number: any,
		userId: any,
		username: any,
		isHidden: { type: 'boolean' },
		marketing: { enum: ['stop', 'resume'] },
	}),
);

/** What only the sandbox can do: let customers write, say who they are, and decide what becomes of a message. */
export function dialog360Control(app: FastifyInstance, { state, deliveries, templates }: Dialog360Service): void {
	app.get('/chats', async () => ({ chats: state.all() }));

	app.post('/messages', async (request) => {
		const {
			from,
			name,
			type = 'text',
			text = '',
			content = { body: text },
			replyTo = null,
		} = demand(writeContract(request.body));
		return state.add(state.chat(from, name), { from: 'customer', type, content, replyTo });
	});

	/** Without a word to webhooks; what customers do themselves are the inbox page's actions. */
	app.post('/person', async (request) => {
		const { from, ...person } = demand(personContract(request.body));
		const chat = state.chat(from);
		Object.assign(chat.person, person);
		return chat.person;
	});

	app.post('/outcome', async (request) => {
		const { messageId, status, errorCode } = demand(outcomeContract(request.body));
		const message = state.message(messageId);
		if (message?.from !== 'business')
			throw Object.assign(new Error('No such message of the business'), { statusCode: 404 });
		deliveries.decide(message, status, errorCode ?? null);
		return message;
	});

	/** What WhatsApp's review says of a template. */
	app.post('/review', async (request) => {
		const { name, language, status } = demand(reviewContract(request.body));
		const template = templates.find(name, language);
		if (!template) throw Object.assign(new Error('No such template'), { statusCode: 404 });
		template.status = status;
		return template;
	});
}
