import type { FastifyInstance } from 'fastify';

import { bodyContract } from '../../shared/contract';
import { demand } from '../../shared/controlBody';
import {
	controlRefusal,
	deliveryRoutes,
	type MadeUpCall,
	madeUpCallSchema,
	makeUp,
} from '../../shared/webhooks/control';
import type { Announcer, WebhookService } from './announcer';
import { callBody, type Change } from './envelope';
import { proverWith } from './proof';
import type { WebhookConfig } from './registry';
import { sampleChange } from './samples';

const text = { type: 'string' };

const webhookContract = bodyContract<WebhookConfig & { level?: 'number' | 'account' }>({
	type: 'object',
	additionalProperties: false,
	required: ['url', 'headers'],
	properties: {
		url: text,
		headers: { type: 'object', additionalProperties: text },
		level: { enum: ['number', 'account'] },
	},
});

/** A call that a test makes up. */
export interface WantedEvent extends MadeUpCall {
	/** Samples, a change each: kinds of messages, `hidden_number`, `status`, or a field; default one text. */
	kinds?: string[];
	/** Changes beside the samples. */
	changes?: Change[];
	/** Gathered with what else happens and called like real news, instead of at once. */
	asNews?: boolean;
}

const eventContract = bodyContract<WantedEvent>({
	type: 'object',
	additionalProperties: false,
	properties: {
		kinds: { type: 'array', items: text },
		changes: {
			type: 'array',
			items: { type: 'object', required: ['field', 'value'], properties: { field: text, value: {} } },
		},
		asNews: { type: 'boolean' },
		...madeUpCallSchema,
	},
});

/** Beneath `/control/dialog360`: who is registered, what was called, and events that never happened. */
export function webhookControl(
	app: FastifyInstance,
	{ webhooks, calls, settings }: WebhookService,
	announcer: Announcer,
): void {
	const read = () => ({
		number: webhooks.number,
		account: webhooks.account,
		enabled: webhooks.enabled,
		destinations: webhooks.destinations,
	});

	app.get('/webhooks', async () => read());
	app.post('/webhooks', async (request) => {
		const { level = 'number', ...wanted } = demand(webhookContract(request.body));
		webhooks[level] = wanted;
		return read();
	});
	app.delete('/webhooks', async () => {
		webhooks.clear();
		return read();
	});

	deliveryRoutes(app, calls);

	app.post('/events', async (request) => {
		const wanted = demand(eventContract(request.body));
		const changes = changesOf(wanted);
		if (wanted.asNews === true) {
			for (const change of changes) announcer.tell(change);
			return { told: changes.length };
		}
		const url = wanted.url ?? webhooks.main?.url;
		if (url === undefined) throw controlRefusal(404, 'Nobody is registered');
		return await makeUp(calls, wanted, {
			eventType: [...new Set(changes.map(({ field }) => field))].join(', '),
			url,
			prover: proverWith(webhooks.main?.headers ?? {}, settings.platformSecret),
			body: () => callBody(changes),
		});
	});
}

function changesOf({ kinds, changes = [] }: WantedEvent): Change[] {
	const samples = (kinds ?? (changes.length > 0 ? [] : ['text'])).map((kind) => {
		const change = sampleChange(kind);
		if (change === undefined) throw controlRefusal(404, `There is no sample of ${kind}`);
		return change;
	});
	return [...samples, ...changes];
}
