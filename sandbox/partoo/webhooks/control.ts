import type { FastifyInstance } from 'fastify';

import { bodyContract } from '../../shared/contract';
import { demand } from '../../shared/controlBody';
import { publicHalf } from '../../shared/signingKey';
import {
	controlRefusal,
	deliveryRoutes,
	madeUpCallSchema,
	type MadeUpCall,
	makeUp,
} from '../../shared/webhooks/control';
import { ORG_ID } from '../seed/people';
import type { PartooService } from '../service';
import { eventBody } from './announcer';
import { samplePayload } from './payloads';
import { proverWith } from './signature';

const text = { type: 'string' };

const webhookContract = bodyContract<{ url: string; eventType: string; orgId?: number }>({
	type: 'object',
	additionalProperties: false,
	required: ['url', 'eventType'],
	properties: { url: { type: 'string', format: 'uri' }, eventType: text, orgId: { type: 'integer' } },
});

/** An event that a test makes up. */
export interface WantedEvent extends MadeUpCall {
	/** Says which webhook is called, too; default `message_updated`. */
	type?: string;
	/** A sample of the type when absent. */
	payload?: unknown;
}

const eventContract = bodyContract<WantedEvent>({
	type: 'object',
	additionalProperties: false,
	properties: { type: text, payload: {}, ...madeUpCallSchema },
});

/** Beneath `/control/partoo`: who is registered, what was called, and events that never happened. */
export function webhookControl(app: FastifyInstance, { webhooks, calls, signingKey, state }: PartooService): void {
	app.get('/webhook-key', async () => ({ publicKey: publicHalf(signingKey) }));

	app.get('/webhooks', async () => ({ webhooks: webhooks.list() }));
	app.post('/webhooks', async (request) => {
		const { eventType, url, orgId = ORG_ID } = demand(webhookContract(request.body));
		const present = webhooks.of(eventType, orgId);
		if (present !== undefined && present.url !== url)
			throw controlRefusal(409, `${eventType} already goes to ${present.url}`);
		return webhooks.add(eventType, url, orgId);
	});
	app.delete('/webhooks', async () => {
		webhooks.clear();
		return { webhooks: [] };
	});

	deliveryRoutes(app, calls);

	app.post('/events', async (request) => {
		const wanted = demand(eventContract(request.body));
		const eventType = wanted.type ?? 'message_updated';
		const url = wanted.url ?? webhooks.of(eventType, ORG_ID)?.url;
		if (url === undefined) throw controlRefusal(404, `Nobody is registered for ${eventType}`);
		return await makeUp(calls, wanted, {
			eventType,
			url,
			prover: proverWith(signingKey),
			body: () => eventBody(eventType, wanted.payload ?? samplePayload(eventType, state)),
		});
	});
}
