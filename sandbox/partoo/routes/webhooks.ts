import type { FastifyInstance, FastifyRequest } from 'fastify';

import { receivedBody } from '../../shared/body';
import type { Findings } from '../../shared/contract';
import { isLoopback } from '../../shared/loopback';
import { caller, checkOrganization } from '../access';
import {
	createWebhooksBody,
	listWebhooksQuery,
	organizationQuery,
	updateWebhookBody,
	type WantedWebhook,
} from '../contracts/webhooks';
import { accepted, badRequest, conflict, notAllowed, notFound } from '../errors';
import { numberedPage } from '../pages';
import { ORG_ID } from '../seed/people';
import type { PartooService } from '../service';
import { tryOut } from '../webhooks/announcer';
import { samplePayload } from '../webhooks/payloads';
import { EVENT_TYPES, type Webhook, type Webhooks } from '../webhooks/registry';

type ById = { Params: { id: string } };

// Which roles may register webhooks is not documented; it is a matter of the whole organisation, as custom channels are.
const MAY_REGISTER = ['ORG_ADMIN', 'PROVIDER'];

/** Webhook configurations. https://developers.partoo.co/guides/api/resources/settings/webhooks/setup */
export function webhookRoutes(app: FastifyInstance, service: PartooService): void {
	const { webhooks, state, settings } = service;
	const wantedItems = (request: FastifyRequest): WantedWebhook[] => {
		checkCaller(request, accepted(organizationQuery(request.query)).org_id);
		const body = receivedBody(request);
		const options = { allowUnknown: !settings.rejectUnknownFields };
		const { items } = accepted(createWebhooksBody(body.kind === 'json' ? body.value : undefined, options));
		const findings = mistakesIn(items, [...EVENT_TYPES, ...settings.addedEventTypes]);
		if (Object.keys(findings).length > 0) throw badRequest(findings);
		return items;
	};

	app.get('/webhooks', async (request) => {
		const query = accepted(listWebhooksQuery(request.query));
		checkCaller(request, query.org_id);
		return numberedPage('items', webhooks.list(ORG_ID), query);
	});

	app.post('/webhooks', async (request) => {
		const items = wantedItems(request);
		checkOneUrlPerEvent(items, webhooks);
		return { items: items.map(({ event_type, url }) => webhooks.add(event_type, url, ORG_ID)) };
	});

	/** The shape of the answer is not documented. https://developers.partoo.co/api-reference/webhooks/send-test-webhook-payloads */
	app.post('/webhooks/tryout', async (request) => {
		// Entries after the first are ignored.
		const items = wantedItems(request).slice(0, 1);
		const results = items.map(async ({ event_type, url }) => {
			const status_code = await tryOut(service, event_type, url, samplePayload(event_type, state));
			return { url, event_type, status_code };
		});
		return { items: await Promise.all(results) };
	});

	app.get<ById>('/webhooks/:id', async (request) => {
		checkCaller(request, accepted(organizationQuery(request.query)).org_id);
		return found(webhooks, request.params.id);
	});

	/** The verb stands on no page that could be read. https://developers.partoo.co/api-reference/webhooks/update-a-webhook-configuration */
	app.put<ById>('/webhooks/:id', async (request) => {
		checkCaller(request, accepted(organizationQuery(request.query)).org_id);
		const webhook = found(webhooks, request.params.id);
		const body = receivedBody(request);
		const { url } = accepted(updateWebhookBody(body.kind === 'json' ? body.value : undefined));
		const findings = mistakesIn([{ url, event_type: webhook.event_type }], [webhook.event_type]);
		if (Object.keys(findings).length > 0) throw badRequest(findings);
		return webhooks.move(webhook, url);
	});

	// No page describes this call; the configuration's other calls make it all but certain.
	app.delete<ById>('/webhooks/:id', async (request) => {
		checkCaller(request, accepted(organizationQuery(request.query)).org_id);
		webhooks.delete(found(webhooks, request.params.id).id);
		return { status: 'success' };
	});
}

function checkCaller(request: FastifyRequest, orgId: number | undefined): void {
	const user = caller(request);
	if (!MAY_REGISTER.includes(user.role)) throw notAllowed();
	checkOrganization(user, orgId);
}

function found(webhooks: Webhooks, id: string): Webhook {
	const webhook = /^\d+$/.test(id) ? webhooks.get(Number(id)) : undefined;
	if (webhook === undefined || webhook.org_id !== ORG_ID) throw notFound();
	return webhook;
}

function mistakesIn(items: readonly WantedWebhook[], known: readonly string[]): Findings {
	const findings: Findings = {};
	items.forEach(({ url, event_type }, index) => {
		// A real Partoo could not reach this machine; the sandbox can, and an n8n beside it has no certificate.
		const isTaken = url.startsWith('https://') || (url.startsWith('http://') && isLoopback(url));
		if (!isTaken) findings[`items.${index}.url`] = ['Only HTTPS URLs are supported.'];
		if (!known.includes(event_type)) findings[`items.${index}.event_type`] = [`Must be one of: ${known.join(', ')}.`];
	});
	return findings;
}

/** All items or none: what Partoo does with the good ones beside a bad one is not documented. */
function checkOneUrlPerEvent(items: readonly WantedWebhook[], webhooks: Webhooks): void {
	const urls = new Map(webhooks.list(ORG_ID).map(({ event_type, url }) => [event_type, url]));
	for (const { event_type, url } of items) {
		const present = urls.get(event_type) ?? url;
		if (present !== url) {
			throw conflict(
				`You cannot create multiple webhooks for the same event and org_id using different URLs: ${event_type} already goes to ${present}`,
			);
		}
		urls.set(event_type, url);
	}
}
