import type { FastifyInstance } from 'fastify';

import { bodyContract } from './contract';
import { demand, readControlBodies } from './controlBody';
import { type Decided, FATES, type Inbox } from './inbox';
import type { Mounted } from './mount';

const MAX_CHARACTERS = 5000;

const textContract = bodyContract<{ text: string; as?: 'customer' | 'colleague' }>({
	type: 'object',
	additionalProperties: false,
	required: ['text'],
	properties: {
		text: { type: 'string', pattern: '\\S', maxLength: MAX_CHARACTERS },
		as: { enum: ['customer', 'colleague'] },
	},
});

const stateContract = bodyContract<{ state: Decided }>({
	type: 'object',
	additionalProperties: false,
	required: ['state'],
	properties: { state: { enum: FATES } },
});

const choiceContract = bodyContract<{ choice: string }>({
	type: 'object',
	additionalProperties: false,
	required: ['choice'],
	properties: { choice: { type: 'string' } },
});

const actionContract = bodyContract<{ action: string }>({
	type: 'object',
	additionalProperties: false,
	required: ['action'],
	properties: { action: { type: 'string' } },
});

type Of = { Params: { provider: string; id: string } };

/**
 * What the person at the inbox page can do: write, tap and send a picture as the customer, answer as a colleague, and say
 * what becomes of a message of the business.
 */
export function serveInboxActions(app: FastifyInstance, mounted: readonly Mounted[]): void {
	const inboxOf = (name: string): Inbox =>
		existing(mounted.find(({ provider }) => provider.name === name)?.provider.inbox);

	void app.register(
		async (scope) => {
			readControlBodies(scope);
			scope.post<Of>('/:provider/:id/messages', async ({ params: { provider, id }, body }) => {
				const { text, as } = demand(textContract(body));
				const inbox = inboxOf(provider);
				return existing(as === 'colleague' ? inbox.answer?.(id, text) : inbox.write(id, text));
			});
			scope.post<Of>('/:provider/messages/:id/state', async ({ params, body }) =>
				existing(inboxOf(params.provider).decide(params.id, demand(stateContract(body)).state)),
			);
			scope.post<Of>('/:provider/messages/:id/choice', async ({ params, body }) =>
				existing(inboxOf(params.provider).choose?.(params.id, demand(choiceContract(body)).choice)),
			);
			scope.post<Of>('/:provider/:id/action', async ({ params, body }) =>
				existing(inboxOf(params.provider).act?.(params.id, demand(actionContract(body)).action)),
			);
			scope.post<Of>('/:provider/:id/picture', async ({ params }) =>
				existing(inboxOf(params.provider).sendPicture?.(params.id)),
			);
		},
		{ prefix: '/control/inbox' },
	);
}

function existing<T>(found: T | null | undefined): T {
	if (found === null || found === undefined)
		throw Object.assign(new Error('No such conversation or message'), { statusCode: 404 });
	return found;
}
